// Lets a suggesting field take part in a native form, where the browser allows it.
import type { LitElement } from 'lit'
import type { PlaceValue, SkillValue, Value } from '../../../plugin/contract/form/values.js'

interface Associated extends LitElement {
  name: string
  label: unknown
  required: boolean
  value: Value
  text: string
}

const sent = (one: PlaceValue & SkillValue): string => one.code ?? one.slug ?? one.name

/** What the native form sends: one entry a choice. */
function entriesOf({ name, value }: Associated): FormData | null {
  const data = new FormData()
  const chosen = [value].flat().filter(Boolean) as (PlaceValue & SkillValue)[]
  if (name) for (const one of chosen) data.append(name, sent(one))
  return chosen.length ? data : null
}

/** What the browser itself says of a field that must be filled, in the visitor's language. */
const missing = (): string => Object.assign(document.createElement('input'), { required: true }).validationMessage

export function associate(field: Associated): void {
  // Not in older Safari, where a page reads `value` instead.
  const internals = field.attachInternals?.()
  let form: HTMLFormElement | null = null
  const reset = (): void => {
    field.value = Array.isArray(field.value) ? [] : null
    field.text = ''
  }
  field.addController({
    hostConnected() {
      form = internals?.form ?? null
      form?.addEventListener('reset', reset)
    },
    hostDisconnected() {
      form?.removeEventListener('reset', reset)
    },
    hostUpdated() {
      const entries = entriesOf(field)
      const input = field.renderRoot.querySelector('input') ?? undefined
      internals?.setFormValue(entries)
      internals?.setValidity({ valueMissing: field.required && !entries }, missing(), input)
    },
  })
}
