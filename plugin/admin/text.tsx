'use client'
// A cell for a text that may be missing.
import type { DefaultCellComponentProps } from 'payload'

/** Empty where there is nothing, rather than a word that says so. */
export const TextCell = ({ cellData }: DefaultCellComponentProps) => (cellData ? <span>{String(cellData)}</span> : null)
