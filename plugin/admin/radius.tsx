'use client'
// Cell and field for how far somebody travels, stored in kilometres; null is all of Italy.
import { SelectInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DefaultCellComponentProps, NumberFieldClientProps } from 'payload'
import { type AdminWords, useWords } from './words.js'

const everywhere = 'all'

function radiusWords(words: AdminWords, km: number | null | undefined): string {
  if (km === null || km === undefined) return words.say('radius-all')
  return km === 0 ? words.say('radius-home') : words.say('radius-km', { km })
}

export function RadiusCell({ cellData }: DefaultCellComponentProps) {
  return <span>{radiusWords(useWords(), cellData as number | null)}</span>
}

/** @param radii the distances to choose from, in kilometres */
export function RadiusField({ field, path, readOnly, radii }: NumberFieldClientProps & { radii: readonly number[] }) {
  const words = useWords()
  const { value, setValue, showError, disabled } = useField<number | null>({ path })
  return (
    <SelectInput
      description={field.admin?.description as never}
      isClearable={false}
      label={field.label as never}
      name={field.name}
      onChange={(chosen) => {
        const { value: picked } = chosen as { value: string }
        setValue(picked === everywhere ? null : Number(picked))
      }}
      options={[
        ...radii.map((km) => ({ value: String(km), label: radiusWords(words, km) })),
        { value: everywhere, label: radiusWords(words, null) },
      ]}
      path={path}
      readOnly={readOnly || disabled}
      showError={showError}
      style={mergeFieldStyles(field)}
      value={typeof value === 'number' ? String(value) : everywhere}
    />
  )
}
