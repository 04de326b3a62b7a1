'use client'
// Cells for a text that may be missing, and for a box that is ticked or not; a name's label as a form and as a list need it.
import { DefaultCell, FieldLabel } from '@payloadcms/ui'
import type { DefaultCellComponentProps, TextFieldClientProps } from 'payload'
import { useWords } from './words.js'

/** A dash where there is nothing, rather than “<No Name>”; it still opens the document where that is the column's part. */
export function TextCell(props: DefaultCellComponentProps) {
  const { cellData, link } = props
  if (cellData !== null && cellData !== undefined && cellData !== '') return <DefaultCell {...props} />
  return link ? <DefaultCell {...props} cellData="—" /> : <span aria-hidden="true">—</span>
}

export function YesNoCell({ cellData }: DefaultCellComponentProps) {
  const words = useWords()
  return <span>{words.say(cellData ? 'yes' : 'no')}</span>
}

/** In a form the field's own label; above a column the words for whose name it is, rather than “Who asks > Name”. */
export function WhoLabel({ field, path, column }: TextFieldClientProps & { column: string | Record<string, string> }) {
  const words = useWords()
  // Only a form knows where the field stands.
  if (path === undefined) return <>{words.label(column)}</>
  return <FieldLabel label={field?.label} path={path} required={field?.required} />
}
