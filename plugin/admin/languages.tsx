'use client'
// Cell and field for languages: shown by name, stored as ISO 639-1 codes.
import { SelectInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DefaultCellComponentProps, TextFieldClientProps } from 'payload'
import { useMemo } from 'react'
import { useWords } from './words.js'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const pairs = [...letters].flatMap((first) => [...letters].map((second) => first + second))

/** @param codes those to choose from; without them every language that has a name */
function useNames(codes: readonly string[] | undefined) {
  const { lang } = useWords()
  return useMemo(() => {
    const names = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' })
    return (codes ?? pairs)
      .flatMap((value) => {
        const label = names.of(value)
        // Of old and new codes for one language (iw, he) the new one stands.
        return label && new Intl.Locale(value).language === value ? [{ value, label }] : []
      })
      .sort((a, b) => a.label.localeCompare(b.label, lang))
  }, [lang, codes])
}

export function LanguageCell({ cellData }: DefaultCellComponentProps) {
  const { lang } = useWords()
  const names = new Intl.DisplayNames(lang, { type: 'language' })
  const codes = [cellData ?? []].flat() as string[]
  return <span>{codes.map((code) => (/^[a-z]{2}$/.test(code) ? names.of(code) : code)).join(', ')}</span>
}

type Chosen = { value: string } | { value: string }[] | null

export function LanguageField({ field, path, readOnly, codes }: TextFieldClientProps & { codes?: readonly string[] }) {
  const { value, setValue, showError, disabled } = useField<string | string[] | null>({ path })
  const options = useNames(codes)
  return (
    <SelectInput
      description={field.admin?.description as never}
      hasMany={field.hasMany}
      isClearable={!field.required}
      label={field.label as never}
      name={field.name}
      onChange={(chosen) => {
        const picked = chosen as Chosen
        setValue(Array.isArray(picked) ? picked.map((one) => one.value) : (picked?.value ?? null))
      }}
      options={options}
      path={path}
      readOnly={readOnly || disabled}
      required={field.required}
      showError={showError}
      style={mergeFieldStyles(field)}
      value={value ?? (field.hasMany ? [] : '')}
    />
  )
}
