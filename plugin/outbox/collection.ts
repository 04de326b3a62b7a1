// The outbox collection, as editors see it.
import type { CollectionConfig, Field, Where } from 'payload'
import { editors } from '../access/index.js'
import { databaseNow } from '../database/clock.js'
import { type Localized, localized, selectOptions } from '../i18n/localized.js'
import { actionEndpoints, type EditorAction } from '../lifecycle/actions.js'
import type { ResolvedOptions } from '../options/index.js'
import { type MokorRuntime, mokor, slugOf } from '../runtime.js'
import { aboutOf } from './about.js'
import { canBeStopped, dropMail, stopMail } from './drop.js'
import { tells } from './head.js'
import type { OutboxRow, OutboxStatus } from './row.js'

export const actions: Record<'send-again' | 'stop' | 'drop', EditorAction<OutboxRow>> = {
  'send-again': {
    from: ['failed', 'queued'],
    roles: editors,
    reason: false,
    // A mail that waits for its hour is not late: only what was tried can be tried again.
    isAvailable: (row) => row.attempts > 0,
    run: async ({ req, doc }) =>
      req.payload.db.updateOne({
        collection: slugOf(req.payload, 'outbox'),
        where: { and: [{ id: { equals: doc.id } }, { status: { equals: doc.status } }] },
        data: { status: 'queued', attempts: 0, dueAt: (await databaseNow(req.payload, req)).toISOString() },
        req,
      }),
  },
  /** *Ferma*: what somebody has just set going and thinks better of; the document's history says so. */
  stop: {
    from: ['queued'],
    roles: editors,
    reason: true,
    destructive: true,
    isAvailable: (row, { payload }) =>
      canBeStopped(row, new Date()) && Object.hasOwn(mokor(payload).mails, row.template),
    run: ({ req, doc, reason }) => stopMail(req, doc, reason),
  },
  // A mistyped address that nobody can correct.
  drop: {
    from: ['failed', 'queued'],
    roles: editors,
    reason: false,
    destructive: true,
    bulk: true,
    isAvailable: (row) => row.attempts > 0,
    run: ({ req, doc }) => dropMail(req, doc),
  },
}

const statusWords: Record<OutboxStatus, Localized> = {
  queued: localized('In attesa', 'Waiting'),
  leased: localized('In invio', 'Being sent'),
  sent: localized('Inviata', 'Sent'),
  failed: localized('Non riuscita', 'Failed'),
  dropped: localized('Lasciata perdere', 'Given up'),
}

/** An editor's reason speaks of a person: it is for the mail alone. */
const sealed = { read: () => false }

/** For fields that the head of the page says in words: they are columns of the list alone. */
const said = (): boolean => false

/** Worked out for each reader, kept nowhere: a column of the list, and a line at the head of the page. */
const told = (name: string, label: Localized, part: 'to' | 'subject'): Field => ({
  name,
  type: 'text',
  virtual: true,
  label,
  hooks: { afterRead: [tells(part)] },
  admin: { condition: said, readOnly: true, disableListFilter: true },
})

/** What the calendar does by itself is no mail: it shows only where it went wrong or waits too long. */
function mailsOrTrouble({ jobs }: MokorRuntime): Where {
  return {
    or: [
      { template: { not_in: Object.keys(jobs) } },
      { status: { equals: 'failed' } },
      { and: [{ status: { equals: 'queued' } }, { dueAt: { less_than: new Date().toISOString() } }] },
    ],
  }
}

export function outboxCollection(options: ResolvedOptions): CollectionConfig {
  return {
    slug: options.slugs.outbox,
    labels: {
      singular: localized('Mail in uscita', 'Outgoing mail'),
      plural: localized('Mail in uscita', 'Outgoing mail'),
    },
    admin: {
      group: localized('Rete', 'Network'),
      useAsTitle: 'about',
      defaultColumns: ['template', 'recipient', 'about', 'status', 'lastError', 'dueAt'],
      baseFilter: ({ req }) => mailsOrTrouble(mokor(req.payload)),
      listSearchableFields: ['about', 'lastError'],
      description: localized(
        'Ogni mail che la rete deve mandare. Qui non c’è il testo: nasce al momento dell’invio.',
        'Every mail the network has to send. The text is not kept: it is written at the moment of sending.',
      ),
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['status', 'dueAt'] }],
    endpoints: actionEndpoints('outbox', actions, async (req, row) => ({ about: await aboutOf(req, row) })),
    fields: [
      {
        name: 'template',
        type: 'text',
        required: true,
        label: localized('Quale mail', 'Which mail'),
        admin: { condition: said },
      },
      {
        name: 'about',
        type: 'text',
        label: localized('Di chi o di che cosa parla', 'Whom or what it is about'),
        admin: { condition: said },
      },
      told('recipient', localized('A chi va', 'Goes to'), 'to'),
      told('subject', localized('Oggetto', 'Subject'), 'subject'),
      {
        name: 'status',
        type: 'select',
        required: true,
        index: true,
        label: localized('Stato', 'Status'),
        options: selectOptions(statusWords),
      },
      {
        name: 'lastError',
        type: 'textarea',
        label: localized('Perché non è partita', 'Why it did not leave'),
        admin: { condition: said },
      },
      { name: 'attempts', type: 'number', defaultValue: 0, label: localized('Tentativi', 'Attempts') },
      {
        name: 'dueAt',
        type: 'date',
        required: true,
        index: true,
        label: localized('Da mandare dal', 'Due since'),
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'sentAt',
        type: 'date',
        label: localized('Inviata il', 'Sent on'),
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'target',
        type: 'text',
        required: true,
        label: localized('Documento', 'Document'),
        admin: { condition: said, disableListFilter: true },
      },
      { name: 'lang', type: 'text', required: true, label: localized('Lingua', 'Language') },
      {
        name: 'key',
        type: 'text',
        required: true,
        unique: true,
        index: true,
        admin: { hidden: true, disableListColumn: true, disableListFilter: true },
      },
      { name: 'link', type: 'text', access: sealed, admin: { hidden: true } },
      { name: 'words', type: 'json', access: sealed, admin: { hidden: true } },
      { name: 'together', type: 'text', index: true, access: sealed, admin: { hidden: true } },
      { name: 'step', type: 'text', index: true, admin: { hidden: true } },
      { name: 'leasedUntil', type: 'date', admin: { hidden: true } },
      { name: 'leasedBy', type: 'text', admin: { hidden: true } },
    ],
  }
}
