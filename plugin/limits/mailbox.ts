// Which mailbox an address leads to: what counts mails must not be fooled by the many ways to write one. Pure.

/** Whose dots mean nothing. */
const dotless = new Set(['gmail.com', 'googlemail.com'])
const sameHost: Record<string, string> = { 'googlemail.com': 'gmail.com' }

/**
 * For counting alone: what is stored and written to stays as it was typed.
 * @example mailboxOf('V.Rossi+forum@GoogleMail.com') // 'vrossi@gmail.com'
 */
export function mailboxOf(address: string): string {
  const written = address.normalize('NFKC').trim().toLowerCase()
  const at = written.lastIndexOf('@')
  if (at < 0) return written
  const host = written.slice(at + 1).replace(/\.$/, '')
  const person = written.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return `${dotless.has(host) ? person.replaceAll('.', '') : person}@${sameHost[host] ?? host}`
}
