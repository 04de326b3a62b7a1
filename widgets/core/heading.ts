// A heading of the level that fits the page's outline.
import { html, type TemplateResult } from 'lit'

/** Focusable by script, so that a view that opens can begin at its heading. */
export function heading(level: number, content: unknown): TemplateResult {
  switch (Math.min(6, Math.max(1, Math.round(level) || 2))) {
    case 1:
      return html`<h1 tabindex="-1">${content}</h1>`
    case 2:
      return html`<h2 tabindex="-1">${content}</h2>`
    case 3:
      return html`<h3 tabindex="-1">${content}</h3>`
    case 4:
      return html`<h4 tabindex="-1">${content}</h4>`
    case 5:
      return html`<h5 tabindex="-1">${content}</h5>`
    default:
      return html`<h6 tabindex="-1">${content}</h6>`
  }
}
