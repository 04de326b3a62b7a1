// Parses and formats amounts in euros, kept as whole cents. Pure.

/**
 * `12,50`, `12.5`, `1.000`, `1,234.56`, `€ 25`, `25,-`: a group of three digits is thousands, one or two are cents.
 * The donation widget reads amounts by the same rule, in its own few bytes.
 * @returns null when it is no amount
 */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](?:(\d\d?)|\p{Pd}{1,2}))?$/u.exec(
    text.replace(/[\s€'’\p{Cf}]|euro?/giu, ''),
  )
  if (!found) return null
  const [, whole = '', cents = ''] = found
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}

/** @example euros(2500, 'it') // '25,00 €' */
export const euros = (cents: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' }).format(cents / 100)

/** Cents as an editor would type them: no currency, no thousands. @example euroText(123450, 'it') // '1234,50' */
export const euroText = (cents: number, lang: string): string =>
  new Intl.NumberFormat(lang, { useGrouping: false, minimumFractionDigits: 2 }).format(cents / 100)
