'use client'
// Cells for a text that may be missing, and for a box that is ticked or not.
import type { DefaultCellComponentProps } from 'payload'
import { useWords } from './words.js'

/** Empty where there is nothing, rather than a word that says so. */
export const TextCell = ({ cellData }: DefaultCellComponentProps) => (cellData ? <span>{String(cellData)}</span> : null)

export function YesNoCell({ cellData }: DefaultCellComponentProps) {
  const words = useWords()
  return <span>{words.say(cellData ? 'yes' : 'no')}</span>
}
