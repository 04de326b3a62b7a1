'use client'
// Cells for texts that may be missing and for money kept in cents.
import { useField } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { useWords } from './words.js'

/** Empty where there is nothing, rather than a word that says so. */
export const TextCell = ({ cellData }: DefaultCellComponentProps) => (cellData ? <span>{String(cellData)}</span> : null)

const euros = (cents: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' }).format(cents / 100)

export function MoneyCell({ cellData }: DefaultCellComponentProps) {
  const { lang } = useWords()
  return typeof cellData === 'number' ? <span className="mokor-money">{euros(cellData, lang)}</span> : null
}

/** Under a field in cents: the same amount as people write it. */
export function InEuros({ path }: { path: string }) {
  const { lang } = useWords()
  const { value } = useField<number>({ path })
  return <output className="mokor-money">{typeof value === 'number' ? euros(value, lang) : ''}</output>
}
