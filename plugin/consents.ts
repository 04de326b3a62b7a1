// What a person agreed to: the record kept with a member, a request or a donation, and how it grows.
import type { ArrayField } from 'payload'

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

/** The facts of a public write that a consent records. */
interface Circumstances {
  lang: string
  page: string | null
  how: 'web' | 'page'
  at: Date
}

interface GivenConsent {
  what: string
  version: string
}

/** The consents that a form asks for, each once; of whatever else was sent along nothing is kept. */
export function onlyAsked(given: readonly GivenConsent[], asked: readonly string[]): GivenConsent[] {
  return asked.flatMap((what) => given.find((consent) => consent.what === what) ?? [])
}

/** Consents as a form sends them, with the circumstances they were given in. */
export function recordConsents(given: readonly GivenConsent[], facts: Circumstances): Consent[] {
  return given.map(({ what, version }) => ({
    what,
    version,
    at: facts.at.toISOString(),
    language: facts.lang,
    page: facts.page,
    how: facts.how,
  }))
}

/**
 * What is stored after an editor's save: recorded consents stay as they are, new rows join with who wrote them and when.
 * @param defaults fill what the editor left out; who wrote is never the editor's to say
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
    ...fresh.flatMap(({ what, id, ...rest }) =>
      what ? [{ ...defaults, ...present(rest), ...(defaults.by ? { by: defaults.by } : {}), what, id }] : [],
    ),
  ]
}

function present<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined)) as Partial<T>
}

export const hasConsent = (consents: readonly Consent[] | null | undefined, what: string): boolean =>
  (consents ?? []).some((consent) => consent.what === what)

/** The field that keeps them. `what` lists the consents this collection knows, with their words. */
export function consentsField(what: { value: string; label: { it: string; en: string } }[]): ArrayField {
  return {
    name: 'consents',
    type: 'array',
    label: { it: 'Consensi', en: 'Consents' },
    labels: {
      singular: { it: 'Consenso', en: 'Consent' },
      plural: { it: 'Consensi', en: 'Consents' },
    },
    admin: {
      initCollapsed: true,
      description: {
        it: 'Mai pubblico. Che cosa è stato accettato, quando e come. Quelli registrati restano; se ne aggiungono di nuovi.',
        en: 'Never public. What was agreed, when and how. Recorded ones stay; new ones are added.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'what',
            type: 'select',
            required: true,
            label: { it: 'Che cosa', en: 'What' },
            options: what,
          },
          { name: 'version', type: 'text', label: { it: 'Versione', en: 'Version' } },
          {
            name: 'how',
            type: 'select',
            label: { it: 'Come', en: 'How' },
            options: [
              { value: 'web', label: { it: 'Modulo in rete', en: 'Web form' } },
              { value: 'page', label: { it: 'Pagina della rete', en: 'Page of the network' } },
              { value: 'phone', label: { it: 'Telefono', en: 'Phone' } },
              { value: 'paper', label: { it: 'Carta', en: 'Paper' } },
              { value: 'desk', label: { it: 'Di persona', en: 'In person' } },
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
            label: { it: 'Quando', en: 'When' },
            admin: { date: { pickerAppearance: 'dayAndTime' } },
          },
          { name: 'language', type: 'text', label: { it: 'Lingua', en: 'Language' } },
          { name: 'page', type: 'text', label: { it: 'Pagina', en: 'Page' } },
          {
            name: 'by',
            type: 'text',
            label: { it: 'Registrato da', en: 'Recorded by' },
            admin: { readOnly: true },
          },
        ],
      },
    ],
  }
}
