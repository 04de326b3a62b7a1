'use client'
// The fields of a panel's forms, from the data that a room gives: native controls in Payload's look.
import { type ReactNode, useId } from 'react'
import type { PanelField } from '../../desk/panels/dto.js'

export type PanelValue = string | number | boolean | null
export type PanelValues = Record<string, PanelValue>

export const firstValues = (fields: readonly PanelField[]): PanelValues =>
  Object.fromEntries(fields.map(({ name, kind, value }) => [name, value ?? (kind === 'checkbox' ? false : '')]))

/** As they are sent: a number that is not written is null. */
export const sentValues = (fields: readonly PanelField[], values: PanelValues): PanelValues =>
  Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = values[name] ?? null
      return [name, kind === 'number' ? (value === '' || value === null ? null : Number(value)) : value]
    }),
  )

/** Whether every field beside this button holds what it must; the browser says which does not. */
export const isFilled = (button: Element): boolean =>
  controlsAround(button).every((control) => control.reportValidity())

const controlsAround = (inside: Element): HTMLInputElement[] => [
  ...(inside.closest('[data-mokor-form]')?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? []),
]

interface FormPartProps {
  label: string
  className: string
  children: ReactNode
  onEnter(): void
}

/** A form that may stand inside Payload's own, where HTML allows no other: the Enter key is taken before it sends that one. */
export const FormPart = ({ label, className, children, onEnter }: FormPartProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one question, this is several
  <div
    aria-label={label}
    className={className}
    data-mokor-form
    onKeyDown={(event) => {
      const { target } = event
      if (event.key !== 'Enter' || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
      event.preventDefault()
      if (isFilled(target)) onEnter()
    }}
    role="group"
  >
    {children}
  </div>
)

interface PanelFieldsProps {
  fields: readonly PanelField[]
  values: PanelValues
  disabled: boolean
  onChange(name: string, value: PanelValue): void
}

export const PanelFields = ({ fields, values, ...rest }: PanelFieldsProps) =>
  fields.map((field) => <Field field={field} key={field.name} value={values[field.name] ?? ''} {...rest} />)

interface FieldProps {
  field: PanelField
  value: PanelValue
  disabled: boolean
  onChange(name: string, value: PanelValue): void
}

function Field({ field, value, disabled, onChange }: FieldProps) {
  const id = useId()
  const { name, label, kind, help, options = [], required = false, maxLength, min, max } = field
  const described = help ? { 'aria-describedby': `${id}-help` } : {}
  const shared = { id, disabled, required, ...described }
  const note = help && (
    <p className="mokor-fields__help" id={`${id}-help`}>
      {help}
    </p>
  )
  if (kind === 'checkbox')
    return (
      <div className="mokor-fields__field mokor-fields__field--tick">
        <input
          {...shared}
          checked={value === true}
          onChange={({ target }) => onChange(name, target.checked)}
          type="checkbox"
        />
        <label htmlFor={id}>{label}</label>
        {note}
      </div>
    )
  if (kind === 'radio')
    return (
      <fieldset className="mokor-fields__field" {...described}>
        <legend>{label}</legend>
        {options.map((option) => (
          <label className="mokor-fields__choice" key={option.value}>
            <input
              checked={value === option.value}
              disabled={disabled}
              name={`${id}-${name}`}
              onChange={() => onChange(name, option.value)}
              required={required}
              type="radio"
              value={option.value}
            />
            {option.label}
          </label>
        ))}
        {note}
      </fieldset>
    )
  return (
    <div className={`mokor-fields__field mokor-fields__field--${kind}`}>
      <label htmlFor={id}>{label}</label>
      {control()}
      {note}
    </div>
  )

  function control() {
    const text = String(value ?? '')
    if (kind === 'select')
      return (
        <select {...shared} onChange={({ target }) => onChange(name, target.value)} value={text}>
          {/* Without it the first one would look chosen while nothing is. */}
          {text === '' && options.every(({ value: one }) => one !== '') && <option value="">—</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    if (kind === 'textarea')
      return (
        <textarea
          {...shared}
          maxLength={maxLength}
          onChange={({ target }) => onChange(name, target.value)}
          rows={4}
          value={text}
        />
      )
    return (
      <input
        {...shared}
        max={max}
        maxLength={maxLength}
        min={min}
        onChange={({ target }) => onChange(name, target.value)}
        type={kind}
        value={text}
      />
    )
  }
}
