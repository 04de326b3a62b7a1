// Amounts as people write them, kept as whole cents: pure.

/**
 * «12,50», `12.5`, «1.234,50» and `1,234.50` in cents; the last sign with one or two digits behind it parts the cents.
 * @returns null when it is no amount
 */
export function centsOf(text: string): number | null {
  const written = /^(\d{1,3}(?:[.,\s’']\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(text.trim().replace(/\s*€$|^€\s*/g, ''))
  if (!written) return null
  const [, whole = '', cents = ''] = written
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as an editor would type them: no currency, no thousands. */
export const euroText = (cents: number, lang: string): string =>
  new Intl.NumberFormat(lang, { useGrouping: false, minimumFractionDigits: 2 }).format(cents / 100)
