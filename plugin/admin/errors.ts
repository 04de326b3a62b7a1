// Keeps the names of refused fields in answers. Next may load Payload twice, once for pages and once for routes; the copy that
// writes the answer then does not know the other's ValidationError, and drops the list that the form needs to mark its fields.
import type { AfterErrorHook } from 'payload'

interface Refusal {
  message?: unknown
  data?: { errors?: unknown }
}

/** @param slugs the collections whose answers are mended */
export const nameRefusedFields =
  (slugs: readonly string[]): AfterErrorHook =>
  ({ collection, error, result }) => {
    const { data, message } = error as Refusal
    if (!collection || !slugs.includes(collection.slug) || !Array.isArray(data?.errors)) return
    const [first] = ((result as { errors?: Refusal[] } | undefined)?.errors ?? []) as Refusal[]
    // Either it is told already, or the message was found not fit for the public.
    if (!first || first.data || first.message !== message) return
    return { response: { errors: [{ name: 'ValidationError', data, message }] } as never }
  }
