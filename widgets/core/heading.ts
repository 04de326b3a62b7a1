// A heading of the level that fits the page's outline.
import { html, type TemplateResult } from 'lit'

/** Focusable by script, so that a view that opens can begin at its heading. One template serves all levels. */
export const heading = (level: number, content: unknown): TemplateResult =>
  html`<div role="heading" aria-level=${level} tabindex="-1">${content}</div>`
