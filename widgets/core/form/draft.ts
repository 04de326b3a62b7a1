// Keeps the draft of a form in sessionStorage.
import type { Draft } from '../../../plugin/contract/form/draft.js'

/** A page may be denied storage (private windows, blocked site data): the form then works without. */
export function keepDraft(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  } catch {
    // The fields still hold what was typed.
  }
}

export function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) as string)
  } catch {
    return null
  }
}
