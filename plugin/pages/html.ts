// HTML templates that escape every value but HTML itself.
import { escapeHtml } from '../mail/escape.js'

export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | Html[] | string | number | false | null | undefined

/** Values are escaped; `Html` and lists of it go in as they are; false, null and undefined leave nothing. */
export const html = (strings: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(strings.map((part, n) => part + written(values[n])).join(''))

function written(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map((one) => one.text).join('')
  if (value === false || value === null || value === undefined) return ''
  return escapeHtml(String(value))
}

/** A number to call with a touch, never split over two lines. */
export const telephone = (number: string): Html =>
  html`<a class="whole" href="tel:${number.replace(/[^+0-9]/g, '')}">${number}</a>`

/** A text's own lines, as it was written. */
export const lines = (text: string): Html => new Html(escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>'))
