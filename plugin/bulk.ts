// A bulk change happens whole or not at all: Payload commits what succeeded and reports the rest, which is not what was asked.
import { APIError, type CollectionAfterOperationHook } from 'payload'
import { inLanguage, say } from './words.js'

export const wholeOrNothing: CollectionAfterOperationHook = ({ operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { errors } = result as unknown as { errors?: { id: number | string; message: string }[] }
  if (!errors?.length) return result
  const reasons = errors.map(({ id, message }) => `${id}: ${message}`).join(' · ')
  // Where there are no transactions, what went before the refusal stands.
  const outcome =
    req.payload.db.name === 'sqlite'
      ? say('Non tutto è stato cambiato', 'Not everything was changed')
      : say('Non è stato cambiato nulla', 'Nothing was changed')
  throw new APIError(`${inLanguage(req, outcome)}: ${reasons}`, 409, { errors }, true)
}
