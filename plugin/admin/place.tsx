'use client'
// Cell and field for a municipality: shown by name with suggestions, stored as its ISTAT code.
import { FieldDescription, FieldError, FieldLabel, useConfig, useField, useFormFields } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DefaultCellComponentProps, TextFieldClientComponent } from 'payload'
import { useEffect, useId, useState } from 'react'
import { apiAddress } from './address.js'

interface Suggestion {
  code: string
  name: string
  province: { code: string }
}

/** The name that comes with the code, where the list has read it. */
export function PlaceCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { name } = (rowData?.place ?? {}) as { name?: string | null }
  return <span>{name || (cellData as string | null)}</span>
}

export const PlaceField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<string | null>({ path })
  const name = useFormFields(([fields]) => fields[path.replace(/[^.]+$/, 'name')]?.value)
  const list = useId()
  const text = /^\d{6}$/.test(value ?? '') && typeof name === 'string' ? name : (value ?? '')
  const suggestions = useTownSuggestions(text === name ? '' : text)
  return (
    <div className={`field-type text${showError ? ' error' : ''}`} style={mergeFieldStyles(field)}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          autoComplete="off"
          disabled={readOnly || disabled}
          id={`field-${path.replace(/\./g, '__')}`}
          list={list}
          name={path}
          onChange={({ target }) => setValue(target.value)}
          type="text"
          value={text}
        />
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one.code} value={`${one.name} (${one.province.code})`} />
          ))}
        </datalist>
      </div>
      <FieldDescription description={field.admin?.description as never} path={path} />
    </div>
  )
}

/** Towns that begin like what is typed; none while nothing is, or when the network does not answer. */
export function useTownSuggestions(typed: string): Suggestion[] {
  const { config } = useConfig()
  const [places, setPlaces] = useState<Suggestion[]>([])
  const q = typed.replace(/\s*\([^)]*\)?$/, '').trim()
  useEffect(() => {
    if (q.length < 2) return setPlaces([])
    const stop = new AbortController()
    fetch(apiAddress(config, `/mokor/v1/places?q=${encodeURIComponent(q)}`), { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : { places: [] }))
      .then((body: { places: Suggestion[] }) => setPlaces(body.places))
      .catch(() => {})
    return () => stop.abort()
  }, [q, config])
  return places
}
