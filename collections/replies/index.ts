// The replies room: answers that editors keep ready for the desk, in each language, with fields like the person's name.
import type { CollectionConfig, TextareaFieldValidation } from 'payload'
import { editors, everyRole } from '../../plugin/access/index.js'
import { plainAdmin } from '../../plugin/admin/collection-admin.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { isPlaceholder, placeholdersIn } from '../../plugin/desk/replies.js'
import { type Localized, languageName, localized, pickFor, selectOptions } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import { maxReasonLength } from '../../plugin/values/text-limits.js'

export interface Reply {
  id: DocumentId
  title: string
  /** About what it answers. */
  for: ('members' | 'messages' | 'commissions' | 'donations')[]
  /** By language. */
  texts?: Record<string, string | null> | null
}

const sentences = {
  unknown: (name: string): Localized =>
    localized(
      `«{${name}}» non è un campo. Si possono usare {nome}, {riferimento} e {rete}.`,
      `“{${name}}” is no field. You can use {name}, {reference} and {network}.`,
    ),
  open: localized(
    'C’è una parentesi graffa che non si apre o non si chiude: i campi si scrivono come {nome}.',
    'There is a brace that does not open or close: fields are written like {name}.',
  ),
  reference: localized(
    'Aderenti e messaggi non hanno un riferimento: togli {riferimento}, oppure aderenti e messaggi da «Per rispondere a».',
    'Members and messages have no reference: take {reference} out, or members and messages out of “To answer”.',
  ),
  missing: localized('Scrivi la risposta in questa lingua.', 'Write the reply in this language.'),
  long: localized(
    `Al massimo ${maxReasonLength} caratteri: accorciala.`,
    `At most ${maxReasonLength} characters: shorten it.`,
  ),
}

const knownFields =
  (required: boolean): TextareaFieldValidation =>
  (value, { data, req }) => {
    if (!value?.trim()) return !required || pickFor(req, sentences.missing)
    if (value.length > maxReasonLength) return pickFor(req, sentences.long)
    const names = placeholdersIn(value)
    const unknown = names.find((name) => !isPlaceholder(name))
    if (unknown !== undefined) return pickFor(req, sentences.unknown(unknown))
    if (/[{}]/.test(value.replace(/\{[^{}]*\}/g, ''))) return pickFor(req, sentences.open)
    const ofMembers = ((data as Partial<Reply>).for ?? []).some((one) => one === 'members' || one === 'messages')
    const referred = names.some((name) => name === 'riferimento' || name === 'reference')
    return !(ofMembers && referred) || pickFor(req, sentences.reference)
  }

const collection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.replies,
  labels: {
    singular: localized('Risposta pronta', 'Ready reply'),
    plural: localized('Risposte pronte', 'Ready replies'),
  },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'for', 'updatedAt'],
    description: localized(
      'Testi pronti per rispondere dalla scrivania. {nome}, {riferimento} e {rete} si riempiono da sé; prima di mandarli si possono cambiare.',
      'Texts ready to answer from the desk. {name}, {reference} and {network} fill themselves in; they can be changed before they are sent.',
    ),
  },
  defaultSort: 'title',
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 80,
      label: localized('Titolo', 'Title'),
      admin: { description: localized('Lo legge solo la redazione.', 'Only editors read it.') },
    },
    {
      name: 'for',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['commissions'],
      label: localized('Per rispondere a', 'To answer'),
      options: selectOptions({
        members: localized('Aderenti', 'Members'),
        messages: localized('Messaggi', 'Messages'),
        commissions: localized('Richieste', 'Requests'),
        donations: localized('Donazioni', 'Donations'),
      }),
    },
    {
      name: 'texts',
      type: 'group',
      label: localized('Testo', 'Text'),
      fields: options.languages.map((lang, index) => ({
        name: lang,
        type: 'textarea' as const,
        label: languageName(lang),
        validate: knownFields(index === 0),
        admin: { rows: 6 },
      })),
    },
  ],
  hooks: { afterOperation: [rejectPartialBulk] },
})

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    replies: { documents: { replies: Reply } }
  }
}

export const repliesRoom = defineRoom('replies', {
  collections: {
    replies: {
      slug: 'mokor-replies',
      rights: { create: editors, read: everyRole, update: editors, delete: editors },
      personal: false,
      admin: plainAdmin,
      config: collection,
    },
  },
  without: ['features', 'options', 'routes', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})
