'use client'
// A status as a coloured badge, in lists and at the top of a document.
import { useConfig } from '@payloadcms/ui'
import type { ClientField, DefaultCellComponentProps, Option } from 'payload'
import { flatFields } from './fields.js'
import { useWords } from './words.js'

/** waiting for the desk · under way · well · at an end · stopped */
export type StatusColor = 'pending' | 'active' | 'success' | 'muted' | 'danger'

/** Tone by state; what is not named is quiet. */
export type StatusColors = Record<string, StatusColor>

export function StatusBadge({ tone, children }: { tone: StatusColor; children: string }) {
  return <span className={`mokor-status mokor-status--${tone}`}>{children}</span>
}

export function StatusCell({ cellData, field, tones }: DefaultCellComponentProps & { tones: StatusColors }) {
  const words = useWords()
  if (typeof cellData !== 'string') return null
  return <StatusBadge tone={tones[cellData] ?? 'muted'}>{words.label(optionLabel(field, cellData))}</StatusBadge>
}

/** What a collection's select field calls a value. */
export function useOptionLabel(collectionSlug: string): (fieldName: string, value: string) => string {
  const labelIn = useOptionLabels()
  return (fieldName, value) => labelIn(collectionSlug, fieldName, value)
}

/** The same of any collection. */
export function useOptionLabels(): (collectionSlug: string, fieldName: string, value: string) => string {
  const { getEntityConfig } = useConfig()
  const words = useWords()
  return (collectionSlug, fieldName, value) => {
    const fields = getEntityConfig({ collectionSlug })?.fields ?? []
    const field = flatFields(fields).find((one) => 'name' in one && one.name === fieldName)
    return field ? words.label(optionLabel(field, value)) : value
  }
}

function optionLabel(field: ClientField | object, value: string): string | Record<string, string> {
  const options = 'options' in field ? (field.options as Option[]) : []
  const option = options.find((one) => typeof one === 'object' && one.value === value)
  return typeof option === 'object' ? (option.label as string | Record<string, string>) : value
}
