// The events that every element speaks: composed, bubbling, cancellable, with a typed detail.
import type { ProblemDto } from '../../plugin/contract/dto.js'

export interface MokorSelectDetail {
  slug: string
  name: string
  /** Address of the profile's own page; null where the network has none. */
  page: string | null
}

export interface MokorSubmitDetail {
  /** What is about to be sent; a handler may read it, or cancel the event to stop the sending. */
  body: unknown
}

export interface MokorSuccessDetail {
  /** The API's answer. */
  answer: unknown
}

export interface MokorErrorDetail {
  /** HTTP status; 0 when the network could not be reached. */
  status: number
  problem: ProblemDto | null
}

export interface MokorEventDetails {
  'mokor-select': MokorSelectDetail
  'mokor-submit': MokorSubmitDetail
  'mokor-success': MokorSuccessDetail
  'mokor-error': MokorErrorDetail
}

type MokorEvents = { [Name in keyof MokorEventDetails]: CustomEvent<MokorEventDetails[Name]> }

declare global {
  // Elements, `document` and `window` alike.
  interface GlobalEventHandlersEventMap extends MokorEvents {}
}

/** @returns false when a listener cancelled it: the element then leaves its own step undone */
export function emit<Name extends keyof MokorEventDetails>(
  from: EventTarget,
  name: Name,
  detail: MokorEventDetails[Name],
): boolean {
  return from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }))
}
