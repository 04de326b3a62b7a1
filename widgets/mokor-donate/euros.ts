// Says an amount as people read it.

/** @example euros(1250, 'it') // '12,50 €' */
export const euros = (cents: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 ? 2 : 0,
  }).format(cents / 100)

/** As a bank's own form takes it: cents always, thousands never apart. @example typed(1250000, 'it') // '12500,00' */
export const typed = (cents: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: false }).format(cents / 100)
