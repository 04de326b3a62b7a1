// Icons are drawn on a grid of 20, in the colour of the text.
import { html, type TemplateResult } from 'lit'

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`
