// Payload 3.90: in a production build an error without `data` reaches the editor as "An unknown error occurred.", and refused
// fields come without their list. Payload's writer of answers looks for names of classes, which the build has changed, and for
// its own classes, of which Next may have loaded two copies: here the answer is written from what the error holds.
import type { AfterErrorHook } from 'payload'
import { fieldErrorsOf, publicErrorOf } from '../values/error-kinds.js'

/** What Payload says where it can tell an error by nothing, and where it keeps a fault to itself. */
const saidOfUnknown = ['An unknown error occurred.', 'Something went wrong.']

/** @param slugs the collections whose answers are written here; a site's own hooks that said something else have the last word */
export const answerFromError =
  (slugs: readonly string[]): AfterErrorHook =>
  ({ collection, error, req, result }) => {
    if (!collection || !slugs.includes(collection.slug)) return
    const [first, ...more] = result?.errors ?? []
    if (!first || more.length > 0) return
    const told = publicErrorOf(error)
    if (![told?.message, ...saidOfUnknown].includes(first.message)) return
    const answer = told
      ? {
          ...(told.data ? { name: fieldErrorsOf(error) ? 'ValidationError' : 'APIError', data: told.data } : {}),
          message: told.message,
        }
      : { message: req.t('error:unknown') }
    return { response: { ...result, errors: [answer] } as never }
  }
