// Says an amount as people read it.

/** @example euros(1250, 'it') // '12,50 €' */
export const euros = (cents: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 ? 2 : 0,
  }).format(cents / 100)
