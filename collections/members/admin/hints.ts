// What editors should review before they approve a member: pure functions of the document and its look-ups.
import type { Hint } from '../../../plugin/lifecycle/actions.js'
import { lastStep } from '../../../plugin/lifecycle/timeline.js'
import { containsEmail, containsPhone, holdsWeb } from '../../../plugin/values/contact-details.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'
import { disguisedHost } from '../../../plugin/values/web-link.js'
import { recipientOf } from '../mails/recipient.js'
import type { DocumentId, Member } from '../member.js'
import { namesPerhapsIn, privateValuesIn, publicTexts } from '../publishing/private-text.js'
import { missingIn } from './missing.js'

/** A trade the member names, as far as the law has a say. */
export interface NamedTrade {
  name: string
  regulated: boolean
}

const street =
  /\b(?:via|viale|v\.le|piazza|p\.zza|piazzale|piazzetta|corso|c\.so|vicolo|largo|lungomare|strada|contrada|borgo|salita|calle|fondamenta|street|avenue)\s+(?:[\p{L}'’.]+\s+){1,5}(?:n\.?\s?)?\d{1,4}\b/iu

/** Contacts, addresses and perhaps hidden names inside texts that the public reads. */
export function textHints(member: Member): Hint[] {
  // A contact in a name stops publishing: no need to wonder about it here.
  const [bare, texts] = [true, false].map((wanted) => publicTexts(member).filter((text) => text.bare === wanted))
  const names = namesPerhapsIn(member).map(
    ({ path, of }): Hint => ({ code: 'name-in-text', tone: 'warning', values: { field: path, of } }),
  )
  const sites = (bare ?? []).flatMap(({ path, text }): Hint[] =>
    holdsWeb(text) ? [{ code: 'link-in-name', tone: 'warning', values: { field: path } }] : [],
  )
  const contacts = (texts ?? []).flatMap(({ path, text, names: prose }) => {
    const found = (code: string, hit: boolean): Hint[] =>
      hit ? [{ code, tone: 'warning', values: { field: path } }] : []
    return [
      ...found('phone-in-text', containsPhone(text)),
      ...found('email-in-text', containsEmail(text)),
      ...found('address-in-text', prose && street.test(text)),
    ]
  })
  return [...sites, ...contacts, ...names, ...hostHints(member)]
}

/** Sites whose name is written in other letters than a browser asks for: an editor sees both. */
const hostHints = ({ links }: Member): Hint[] =>
  (links ?? []).flatMap(({ url }): Hint[] => {
    const host = disguisedHost(url)
    return host ? [{ code: 'link-letters', tone: 'warning', values: { ...host } }] : []
  })

/** Regulated trades with what was declared, and own words that no trade has been chosen for yet. */
export function tradeHints(member: Member, trade: (id: DocumentId) => NamedTrade | null): Hint[] {
  return (member.skills ?? []).flatMap((skill): Hint[] => {
    const known = skill.skill ? trade(skill.skill) : null
    if (!known) return skill.own ? [{ code: 'own-words', tone: 'info', values: { skill: skill.own } }] : []
    if (!known.regulated) return []
    const declared = skill.qualified ?? 'missing'
    return [
      {
        code: `regulated-${declared}`,
        tone: declared === 'yes' ? 'info' : 'warning',
        values: { skill: known.name },
      },
    ]
  })
}

/** Changes that were asked for and of which nothing tells whether they came. */
export function requestedChangesHints({ status, timeline }: Member, lang: string): Hint[] {
  const last = lastStep(timeline)
  if (status !== 'pending' || last?.from !== 'pending' || last.to !== 'pending') return []
  return [{ code: 'changes-asked', tone: 'warning', values: { day: formatDateWithArticle('il', last.at, lang) } }]
}

/** Another file that may be the same person's, and whether this editor may open it. */
export type Duplicate = Member & { closed?: boolean }

/** Other files that may be the same person. Of one that is closed to this editor nothing is told but that it is there: who approves twice should know. */
export function duplicateHints(member: Member, others: readonly Duplicate[]): Hint[] {
  const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
    Boolean(a && b) && a?.trim().toLowerCase() === b?.trim().toLowerCase()
  const hints = others.flatMap((other): Hint[] => {
    const by = [
      same(member.email, other.email) && 'email',
      same(member.phoneDigits, other.phoneDigits) && 'phone',
      same(member.nameKey, other.nameKey) && same(member.place?.municipality, other.place?.municipality) && 'name',
    ].find((reason) => reason !== false)
    if (!by) return []
    if (other.closed) return [{ code: 'duplicate-closed', tone: 'warning', values: {} }]
    const trashed: Record<string, string> = other.deletedAt ? { trashed: 'true' } : {}
    const values = { id: String(other.id), title: other.title ?? '', ...trashed }
    return [{ code: `duplicate-${by}`, tone: 'warning', values }]
  })
  const firstClosed = hints.findIndex(({ code }) => code === 'duplicate-closed')
  return hints.filter(({ code }, index) => code !== 'duplicate-closed' || index === firstClosed)
}

/** What stands in the way of approving: shown before the button is pressed. */
export function blockingHints(member: Member): Hint[] {
  return [
    ...missingIn(member).map((field): Hint => {
      // Any way to be reached will do: naming one field would ask for too much.
      if (field === 'email') return { code: 'missing-contact', tone: 'blocking', values: {} }
      return { code: 'missing', tone: 'blocking', values: { field } }
    }),
    ...privateValuesIn(member).map(
      ({ path, of }): Hint =>
        of === 'contact'
          ? { code: 'leak-contact', tone: 'blocking', values: { field: path } }
          : { code: 'leak', tone: 'blocking', values: { field: path, of } },
    ),
  ]
}

/** Nobody can be written to: whoever takes a step tells the person by voice. */
export const addressHints = (member: Member): Hint[] =>
  recipientOf(member) ? [] : [{ code: 'no-address', tone: 'info', values: {} }]
