// The people of a job: who does it, as the client may read them, and how the network writes to them.
import type { PayloadRequest } from 'payload'
import type { LinkFact } from '../../../plugin/definitions/link.js'
import type { Correspondent } from '../../../plugin/desk/answer.js'
import { type Localized, pick } from '../../../plugin/i18n/localized.js'
import { plainName } from '../../../plugin/mail/plain-name.js'
import { containsContact } from '../../../plugin/values/contact-details.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { isHelped, type Member, personOf, readMember } from '../../members/index.js'
import type { Commission } from '../types.js'

/** Between client and executor names are whole: they have agreed. */
export function wholeName({ firstName, lastName, companyName, displayAs }: Member): string {
  if (displayAs === 'company' && companyName?.trim()) return companyName.trim()
  return [firstName, lastName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ')
}

/** Who answers for the job; null while nobody does, or where they have left the network. */
export async function executorOf(req: PayloadRequest, { executor }: Commission): Promise<Member | null> {
  const member = executor ? await readMember(req, executor) : null
  return member && member.status !== 'left' ? member : null
}

export async function membersOf(req: PayloadRequest, ids: readonly DocumentId[]): Promise<Member[]> {
  const found: Member[] = []
  for (const id of ids) {
    const member = await readMember(req, id)
    if (member && member.status !== 'left') found.push(member)
  }
  return found
}

/** Whom mails about a member's jobs go to: their own mailbox, or that of who helps them. */
export const mailboxOf = (member: Member): Correspondent | null => personOf(member)

/** What whoever reads for a member calls them; empty where members read for themselves. */
export const helpedName = (member: Member): string => (isHelped(member) ? plainName(member.firstName) : '')

const labels = {
  it: { phone: 'Telefono', email: 'E-mail', calls: 'Quando chiamare', who: 'Chi chiede', does: 'Chi fa il lavoro' },
  en: { phone: 'Phone', email: 'E-mail', calls: 'When to call', who: 'Who asks', does: 'Who does the work' },
}

const phoneFact = (label: string, phone: string): LinkFact => ({
  label,
  value: phone,
  url: `tel:${phone.replace(/[^+0-9]/g, '')}`,
})
const mailFact = (label: string, email: string): LinkFact => ({ label, value: email, url: `mailto:${email}` })

/** For the executor alone, once there is an agreement. */
export function clientContacts(lang: string, { client }: Commission): LinkFact[] {
  const text = pick(lang, labels)
  return [
    { label: text.who, value: [client.name, client.organisation].filter(Boolean).join(' · ') },
    ...(client.phone ? [phoneFact(text.phone, client.phone)] : []),
    ...(client.phone && client.callTimes ? [{ label: text.calls, value: client.callTimes }] : []),
    ...(client.email ? [mailFact(text.email, client.email)] : []),
  ]
}

/** For the client alone, once there is an agreement. */
export function executorContacts(lang: string, member: Member): LinkFact[] {
  const text = pick(lang, labels)
  const email = member.email ?? member.helper?.email
  return [
    { label: text.does, value: wholeName(member) },
    ...(member.phone ? [phoneFact(text.phone, member.phone)] : []),
    ...(email ? [mailFact(text.email, email)] : []),
  ]
}

/** Before there is an agreement a member reads the first name, or the organisation's. */
export const askedBy = ({ client }: Commission): string =>
  client.kind === 'organisation' && client.organisation
    ? client.organisation
    : (plainName(client.name).split(/\s+/)[0] ?? '')

const kinds: Record<Commission['client']['kind'], Localized> = {
  person: { it: 'una persona', en: 'a person' },
  organisation: { it: 'un’azienda o un ente', en: 'a company or organisation' },
}

/** A name that can be read out: neither empty nor somebody's contact. */
function fitName(commission: Commission): Localized | null {
  const name = askedBy(commission)
  return name && !containsContact(name) ? { it: name, en: name } : null
}

/** Who asks, as a sentence names them first. */
export const asker = (commission: Commission): Localized => fitName(commission) ?? kinds[commission.client.kind]

/** The same to somebody who knows of the work. */
export const clientCalled = (commission: Commission): Localized =>
  fitName(commission) ?? { it: 'chi l’ha chiesto', en: 'the client' }

/** Where an English sentence begins; an Italian mail goes on in small letters after its greeting. */
export const capital = ({ it, en }: Localized): Localized => ({ it, en: en.charAt(0).toUpperCase() + en.slice(1) })
