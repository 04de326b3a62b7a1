// The skills room: the trades people are found by, in every language of the network.

import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  Field,
  PayloadRequest,
} from 'payload'
import { editors, systemRights } from '../../plugin/access/index.js'
import { apartFrom } from '../../plugin/admin/apart.js'
import { plainAdmin } from '../../plugin/admin/collection-admin.js'
import { client, ui } from '../../plugin/admin/components.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { Refusal, throwFieldErrors } from '../../plugin/collection/errors.js'
import { type Searchable, searchable } from '../../plugin/collection/search-key.js'
import { documents } from '../../plugin/database/documents.js'
import { publishLabels, skillNameIn } from '../../plugin/directory/index.js'
import { type Localized, languageName, localized, pickFor } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import { mokor } from '../../plugin/runtime.js'
import { randomCode } from '../../plugin/values/short-code.js'
import { slugify } from '../../plugin/values/slugify.js'
import { en } from './admin/en.js'
import { it } from './admin/it.js'
import { sectors } from './catalogue/sectors.js'
import { ownWordsEndpoints } from './own-words/endpoints.js'
import { filesJob } from './own-words/rewrite-files.js'
import { countOpenWords, type LeftWord } from './own-words/tally.js'
import { rewriteJob, rewriteRows } from './rewrite.js'
import { skills } from './route.js'
import { foundInEveryLanguage, titleForReader } from './title.js'
import { readSkills, type Skill, wordsOf } from './words.js'

export { skillField, skillsIssue } from './chosen.js'
export { mergedSkills, withoutMerged } from './own-words/merge.js'
export { readSkills, type Skill, skillLabels, skillWords } from './words.js'

/** One field a language, inside a plain group: it survives a host that switches localisation on or off. */
const inEachLanguage = (options: ResolvedOptions, make: (lang: string, first: boolean) => Field): Field[] =>
  options.languages.map((lang, index) => make(lang, index === 0))

const fields = (options: ResolvedOptions): Field[] => [
  {
    name: 'names',
    type: 'group',
    label: localized('Nome', 'Name'),
    fields: [
      {
        type: 'row',
        fields: inEachLanguage(options, (lang, first) => ({
          name: lang,
          type: 'text',
          required: first,
          maxLength: 80,
          label: languageName(lang),
        })),
      },
    ],
  },
  {
    name: 'synonyms',
    type: 'group',
    label: localized('Come la chiama la gente', 'What people call it'),
    admin: {
      description: localized(
        'Parole che portano a questa capacità quando si cerca.',
        'Words that lead to this skill in a search.',
      ),
    },
    fields: inEachLanguage(options, (lang) => ({ name: lang, type: 'text', hasMany: true, label: languageName(lang) })),
  },
  // What the catalogue has offered, so that a synonym which an editor took out does not come back.
  { name: 'seeded', type: 'json', hidden: true },
  {
    name: 'regulated',
    type: 'checkbox',
    defaultValue: false,
    label: localized('Mestiere regolato', 'Regulated trade'),
    admin: {
      description: localized(
        'La legge chiede un’abilitazione: la rete domanda se c’è, lo mostra alla redazione e non blocca nessuno.',
        'The law asks for a qualification: the network asks about it, shows editors the answer and blocks nobody.',
      ),
    },
  },
  {
    name: 'regulatedNote',
    type: 'group',
    label: localized('Che cosa serve', 'What is needed'),
    admin: { condition: (data) => Boolean(data?.regulated) },
    fields: inEachLanguage(options, (lang) => ({
      name: lang,
      type: 'text',
      maxLength: 240,
      label: languageName(lang),
    })),
  },
  {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength: 80,
    label: localized('Codice', 'Code'),
    validate: (value: unknown, { req }: { req: PayloadRequest }) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(String(value ?? '')) ||
      pickFor(
        req,
        localized(
          'Solo lettere minuscole, cifre e trattini: per esempio «riparo-bici».',
          'Only small letters, digits and dashes: “bike-repair”, for instance.',
        ),
      ),
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.slug),
      description: localized('Nato dal nome: non cambia più.', 'Made from the name: fixed for ever.'),
    },
  },
  {
    name: 'sector',
    type: 'select',
    required: true,
    index: true,
    label: localized('Settore', 'Sector'),
    options: Object.entries(sectors).map(([value, label]) => ({ value, label })),
    admin: { position: 'sidebar' },
  },
  {
    name: 'active',
    type: 'checkbox',
    defaultValue: true,
    label: localized('Si può scegliere', 'Can be chosen'),
    admin: {
      position: 'sidebar',
      description: localized(
        'Spenta, non si suggerisce più; chi l’ha già la tiene.',
        'When off it is no longer suggested; those who have it keep it.',
      ),
    },
  },
  {
    name: 'mergedInto',
    type: 'relationship',
    relationTo: options.slugs.skills,
    access: { create: () => false, update: () => false },
    label: localized('Unita a', 'Merged into'),
    admin: {
      position: 'sidebar',
      allowCreate: false,
      condition: (data) => Boolean(data?.mergedInto),
      description: localized(
        'Non si sceglie più: i link e i filtri col suo codice portano all’altra.',
        'It can no longer be chosen: links and filters with its code lead to the other.',
      ),
    },
  },
  {
    name: 'escoUri',
    type: 'text',
    maxLength: 200,
    label: localized('Indirizzo ESCO', 'ESCO address'),
    admin: { position: 'sidebar' },
  },
  // First in the form it would leave a gap and a line above the names.
  {
    name: 'title',
    type: 'text',
    label: localized('Nome', 'Name'),
    hooks: { afterRead: [titleForReader] },
    admin: { hidden: true },
  },
]

const searched: Searchable<Skill> = {
  label: localized('nome, o come la chiama la gente', 'name, or what people call it'),
  short: (skill) => [...wordsOf({ names: {}, ...skill }), skill.slug, skill.sector],
}

const collection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.skills,
  labels: { singular: localized('Capacità', 'Skill'), plural: localized('Capacità', 'Skills') },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'sector', 'regulated', 'active', 'updatedAt'],
    baseFilter: apartFrom({ mergedInto: { exists: false } }),
    description: localized(
      'I mestieri e le capacità per cui ci si fa trovare. Cambiare un nome aggiorna tutte le schede.',
      'The trades and skills people are found by. A new name reaches every profile.',
    ),
  },
  defaultSort: 'title',
  disableDuplicate: true,
  endpoints: ownWordsEndpoints,
  custom: { mokorOwnWords: countOpenWords },
  // The title is made of them for each reader.
  forceSelect: { names: true },
  fields: fields(options),
  hooks: {
    beforeOperation: [foundInEveryLanguage(options.languages)],
    beforeValidate: [deriveFields],
    beforeChange: [slugStays, mergedStaysOff],
    afterChange: [wordsReachRows, labelsChanged],
    beforeDelete: [notWhileInUse],
    afterDelete: [({ req }) => publishLabels(req)],
    afterOperation: [rejectPartialBulk],
  },
})

/** Own words that were left as they are. */
const leftWords = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.ownWords,
  admin: { hidden: true },
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'count', type: 'number', required: true },
  ],
})

const deriveFields: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const names = Object.values({ ...originalDoc?.names, ...data.names } as Record<string, string | null>)
  const first = names.find((name) => name?.trim())?.trim() ?? ''
  data.title = first
  data.slug ||= originalDoc?.slug ?? (await newCode(req, first))
  return data
}

/** Made from the name, where it has Latin letters. A name that is there already is refused where the editor wrote it. */
async function newCode(req: PayloadRequest, name: string): Promise<string> {
  const slug = slugify(name)
  if (!slug) return randomCode(8).toLowerCase()
  const [known] = await readSkills(req, { slug: { equals: slug } }, 1)
  if (known)
    throwFieldErrors(req, 'skills', {
      path: `names.${mokor(req.payload).options.languages[0]}`,
      words: existing(known),
    })
  return slug
}

const existing = (skill: Skill): Localized =>
  localized(
    `C’è già: «${skillNameIn(skill, 'it')}». Cercala nell’elenco; se è spenta, riaccendi «Si può scegliere».`,
    `It is there already: “${skillNameIn(skill, 'en')}”. Look for it in the list; if it is off, switch “Can be chosen” on again.`,
  )

const slugStays: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation === 'update' && originalDoc?.slug && data.slug !== originalDoc.slug)
    throw new Refusal(
      pickFor(
        req,
        localized(
          'Il codice di una capacità non cambia: lo usano schede, filtri e link. Si può cambiare il nome.',
          'The code of a skill never changes: profiles, filters and links use it. Change its name instead.',
        ),
      ),
      409,
      { field: 'slug' },
    )
  return data
}

/** Its files have all gone to the other trade. */
const mergedStaysOff: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.mergedInto ?? originalDoc?.mergedInto) data.active = false
  return data
}

const wordsReachRows: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update') return doc
  // `doc` may be cut by a select: what was saved is read again.
  const saved = await documents(req, 'skills').byId(doc.id)
  if (saved && wordsOf(saved).join('\n') !== wordsOf(previousDoc as Skill).join('\n')) await rewriteRows(req, saved)
  return doc
}

/** Names stand beside rows in public answers: whoever kept an answer must ask again. */
const labelsChanged: CollectionAfterChangeHook = async ({ doc, req }) => {
  await publishLabels(req)
  return doc
}

const notWhileInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const using = (key: 'members' | 'commissions'): Promise<number> =>
    documents(req, key).count({ 'skills.skill': { equals: id } }, { trash: true })
  const [members, commissions] = [await using('members'), await using('commissions')]
  if (members + commissions === 0) return
  throw new Refusal(
    pickFor(
      req,
      localized(
        `Non si può cancellare, è usata (${use(members, 'scheda', 'schede')}, ${use(commissions, 'richiesta', 'richieste')}): toglila prima da lì, oppure spegni «Si può scegliere».`,
        `It cannot be deleted while in use (${use(members, 'profile', 'profiles')}, ${use(commissions, 'request', 'requests')}): remove it there first, or switch “Can be chosen” off.`,
      ),
    ),
    409,
    { members, commissions },
  )
}

const use = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    skills: { documents: { skills: Skill; ownWords: LeftWord } }
  }
}

export const skillsRoom = defineRoom('skills', {
  collections: {
    skills: {
      slug: 'skills',
      rights: { create: editors, read: 'public', update: editors, delete: editors },
      personal: false,
      admin: { ...plainAdmin, headFields: [ui('mokorMerge', client('MergeLink'))] },
      config: (options) => searchable(searched, collection(options)),
    },
    ownWords: {
      slug: 'mokor-own-words',
      rights: systemRights,
      personal: false,
      admin: null,
      config: leftWords,
    },
  },
  jobs: { 'skill-words': rewriteJob, 'skill-files': filesJob },
  routes: [skills],
  words: { it, en },
  without: ['features', 'options', 'pages', 'mails', 'links', 'person', 'desk', 'erasures'],
})
