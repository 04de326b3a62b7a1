// The consents field: an append-only record of what a person agreed to, when, how and in which version.
import { type ArrayField, type FieldHook, type PayloadRequest, ValidationError } from 'payload'
import { versionWith } from '../contract/form/body.js'
import type { WriteFacts } from '../contract/write-facts.js'
import { editorLanguage, type Localized, localized, pickFor } from '../i18n/localized.js'
import { editorOf } from '../lifecycle/timeline.js'
import { mokor } from '../runtime.js'

export interface Consent {
  id?: string | null
  /** e.g. `rules`, `publish`, `share`. */
  what: string
  version: string
  /** ISO date and time. */
  at: string
  language: string
  /** Address of the page that held the form, or null. */
  page?: string | null
  how: 'web' | 'page' | 'phone' | 'paper' | 'desk'
  /** Who wrote it down, when it was not the person. */
  by?: string | null
}

interface GivenConsent {
  what: string
  version: string
}

/** The consents that a form asks for, each once; of whatever else was sent along nothing is kept. */
export function pickRequested(given: readonly GivenConsent[], asked: readonly string[]): GivenConsent[] {
  return asked.flatMap((what) => given.find((consent) => consent.what === what) ?? [])
}

/** Consents as a form sends them, with the circumstances they were given in. */
export function recordConsents(given: readonly GivenConsent[], facts: WriteFacts): Consent[] {
  return given.map(({ what, version }) => ({
    what,
    version,
    at: facts.at.toISOString(),
    language: facts.lang,
    page: facts.page,
    how: facts.how,
  }))
}

/** How an agreement came to whoever writes it down, by how the document came. */
const howBy: Partial<Record<string, Consent['how']>> = { phone: 'phone', paper: 'paper' }

/** How an agreement reaches an editor; forms and pages record themselves. */
const heard: readonly (Consent['how'] | null | undefined)[] = ['desk', 'phone', 'paper']

/** Who wrote a consent down, when, and where it was given are facts: what an editor says of them is not kept. */
const asHeard = ({ version, language, how }: Partial<Consent>): Partial<Consent> => ({
  version,
  language,
  ...(heard.includes(how) ? { how } : {}),
})

/**
 * What is stored after a save: recorded consents stay as they are, new rows join.
 * @param defaults fill what was left out; `by` where an editor saves
 */
export function keepConsents(
  recorded: readonly Consent[],
  saved: readonly Partial<Consent>[],
  defaults: Omit<Consent, 'what' | 'id'>,
): Consent[] {
  const known = new Set(recorded.map((consent) => consent.id))
  const fresh = saved.filter((consent) => !consent.id || !known.has(consent.id))
  return [
    ...recorded,
    // A row that says nothing yet stays, and its field asks what was agreed.
    ...fresh.map(({ what, id, ...rest }) => ({
      ...defaults,
      ...present(defaults.by ? asHeard(rest) : rest),
      what: what ?? '',
      id,
    })),
  ]
}

/**
 * The consents of a document after a save: a record that grows.
 * @param person how the document came, and the language that the person speaks
 * @param editions which text of a consent is today's, by its name; see `Field.edition`
 */
export function consentsAfterSave(
  req: PayloadRequest,
  before: { consents?: Consent[] | null } | undefined,
  saved: Partial<Consent>[] | null | undefined,
  person: { channel?: string | null | undefined; lang?: string | null | undefined },
  editions: Readonly<Record<string, string>> = {},
): Consent[] {
  const version = mokor(req.payload).options.organisation.consentVersion
  const withEdition = (saved ?? []).map((row) => {
    const edition = editions[row.what ?? '']
    return edition && !row.version ? { ...row, version: versionWith(version, edition) } : row
  })
  return keepConsents(before?.consents ?? [], withEdition, {
    version,
    at: new Date().toISOString(),
    language: person.lang || editorLanguage(req),
    how: howBy[person.channel ?? ''] ?? 'desk',
    ...(req.user ? { by: editorOf(req) } : {}),
  })
}

function present<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined)) as Partial<T>
}

export const hasConsent = (consents: readonly Consent[] | null | undefined, what: string): boolean =>
  (consents ?? []).some((consent) => consent.what === what)

const fieldWords = localized('Consensi', 'Consents')

const recordSentence = localized(
  'I consensi registrati non si tolgono e non si cambiano. Ricarica la pagina: sono ancora lì.',
  'Recorded consents are neither taken out nor changed. Reload the page: they are still there.',
)

const momentOf = ({ at }: Partial<Consent>): number => (at ? Date.parse(at) : 0)

const sameConsent = (a: Partial<Consent>, b: Partial<Consent>): boolean =>
  (['what', 'version', 'language', 'page', 'how', 'by'] as const).every(
    (name) => (a[name] || '') === (b[name] || ''),
  ) && momentOf(a) === momentOf(b)

/** A form that takes a recorded consent out, or changes one, is refused rather than saved without. Rows that bear no id are new ones to add. */
const consentsAreAppendOnly: FieldHook = ({ value, originalDoc, collection, operation, req }) => {
  const byForm = operation === 'update' && req.payloadAPI !== 'local' && !req.context.isRestoringVersion
  if (!byForm || !Array.isArray(value)) return value
  const sent = value as Partial<Consent>[]
  if (sent.length > 0 && sent.every(({ id }) => !id)) return value
  const recorded = (originalDoc?.consents ?? []) as Consent[]
  const whole = recorded.every((one) => sent.some((row) => row.id === one.id && sameConsent(row, one)))
  if (whole) return value
  const errors = [{ path: 'consents', label: pickFor(req, fieldWords), message: pickFor(req, recordSentence) }]
  throw new ValidationError({ errors, req, ...(collection ? { collection: collection.slug } : {}) }, req.t)
}

/** The field that keeps them. `what` lists the consents this collection knows, with their words. */
export function consentsField(what: { value: string; label: Localized }[]): ArrayField {
  return {
    name: 'consents',
    type: 'array',
    label: fieldWords,
    labels: {
      singular: localized('Consenso', 'Consent'),
      plural: localized('Consensi', 'Consents'),
    },
    hooks: { beforeValidate: [consentsAreAppendOnly] },
    admin: {
      initCollapsed: true,
      description: localized(
        'Mai pubblico. Che cosa è stato accettato, quando e come. Quelli registrati restano; se ne aggiungono di nuovi: basta dire che cosa, il resto si compila da sé.',
        'Never public. What was agreed, when and how. Recorded ones stay; new ones are added: say what, the rest fills itself in.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'what',
            type: 'select',
            required: true,
            label: localized('Che cosa', 'What'),
            options: what,
          },
          { name: 'version', type: 'text', label: localized('Versione', 'Version') },
          {
            name: 'how',
            type: 'select',
            label: localized('Come', 'How'),
            options: [
              { value: 'web', label: localized('Modulo in rete', 'Web form') },
              { value: 'page', label: localized('Pagina della rete', 'Page of the network') },
              { value: 'phone', label: localized('Telefono', 'Phone') },
              { value: 'paper', label: localized('Carta', 'Paper') },
              { value: 'desk', label: localized('Di persona', 'In person') },
            ],
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'at',
            type: 'date',
            label: localized('Quando', 'When'),
            admin: { date: { pickerAppearance: 'dayAndTime' } },
          },
          { name: 'language', type: 'text', label: localized('Lingua', 'Language') },
          { name: 'page', type: 'text', label: localized('Pagina', 'Page') },
          {
            name: 'by',
            type: 'text',
            label: localized('Registrato da', 'Recorded by'),
            admin: { readOnly: true },
          },
        ],
      },
    ],
  }
}
