'use client'
// Money in lists and forms: kept in whole cents, shown and written in euros.
import { TextInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DefaultCellComponentProps, NumberFieldClientComponent } from 'payload'
import { useState } from 'react'
import { centsOf, euros, euroText } from '../values/money.js'
import { useWords } from './words.js'

export function MoneyCell({ cellData }: DefaultCellComponentProps) {
  const { lang } = useWords()
  if (typeof cellData !== 'number') return null
  return <span className="mokor-money">{euros(cellData, lang)}</span>
}

/** What is no amount counts as none: the server's sentence then says what to write. */
const asCents = (text: string): number | null => (text.trim() === '' ? null : (centsOf(text) ?? Number.NaN))

export const EuroField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { lang } = useWords()
  const { value, setValue, showError, disabled } = useField<number | null>({ path })
  const [typed, setTyped] = useState('')
  const written = typeof value === 'number' && !Number.isNaN(value) ? euroText(value, lang) : ''
  return (
    <TextInput
      description={field.admin?.description as never}
      label={field.label as never}
      onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => {
        setTyped(target.value)
        setValue(asCents(target.value))
      }}
      path={path}
      readOnly={readOnly || disabled}
      required={field.required}
      showError={showError}
      style={mergeFieldStyles(field)}
      // «12,5» stays as it is typed until something else changes the value.
      value={Object.is(asCents(typed), value ?? null) ? typed : written}
    />
  )
}
