// Parses an amount as people type it.

/** Cents; the limits of the public contract. */
const least = 100
const most = 99_999_999

/**
 * `12,50`, `12.5`, `1.000`, `1,234.56`, `€ 25`, `25,-`: a group of three digits is thousands, one or two are cents.
 * @returns whole cents, or null when it is no amount that can be given
 */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](?:(\d\d?)|\p{Pd}{1,2}))?$/u.exec(
    text.replace(/[\s€'’\p{Cf}]|euro?/giu, ''),
  )
  if (!found) return null
  const [, whole = '', cents = ''] = found
  const sum = Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  return sum >= least && sum <= most ? sum : null
}
