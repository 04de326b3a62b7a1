'use client'
// «Ha detto sì a…»: what a person agreed to, by voice or on paper, is added by one press each; the save fills in the rest.
import { Button, useForm, useFormFields } from '@payloadcms/ui'
import { useWords } from './words.js'

type Label = string | Record<string, string>

interface Asked {
  /** Words of each consent that the collection knows. */
  names: Record<string, Label>
  path?: string
  schemaPath?: string
  readOnly?: boolean
}

export function ConsentsAtOnce({ names, path = 'consents', schemaPath = path, readOnly }: Asked) {
  const words = useWords()
  const { addFieldRow } = useForm()
  const given = useFormFields(([fields]) =>
    Object.entries(fields)
      .filter(([at]) => at.startsWith(`${path}.`) && at.endsWith('.what'))
      .map(([, field]) => String(field?.value ?? ''))
      .join(' '),
  )
  const open = Object.keys(names).filter((what) => !given.split(' ').includes(what))
  if (readOnly || open.length === 0) return null

  const agree = (what: string): void =>
    addFieldRow({ path, schemaPath, subFieldState: { what: { initialValue: what, valid: true, value: what } } })

  return (
    <fieldset className="mokor-agreed">
      <legend>{words.say('agreed')}</legend>
      {open.map((what) => (
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'data-mokor-consent': what }}
          key={what}
          margin={false}
          onClick={() => agree(what)}
          size="small"
          type="button"
        >
          {words.label(names[what])}
        </Button>
      ))}
    </fieldset>
  )
}
