// Undoes what a failed request left half done where no transaction rolls it back.
import type { PayloadRequest } from 'payload'

/** Keyed by a request's headers: hooks may get a proxy of the request, its headers are always the same object. */
const compensations = new WeakMap<object, Map<string, () => Promise<void>>>()

/**
 * Where no transaction takes the writes of a failed work back, `undo` puts right what this request left half done.
 * @param what is put right: said again, the later word holds
 */
export const onFailure = ({ headers }: PayloadRequest, what: string, undo: () => Promise<void>): void => {
  compensations.set(headers, (compensations.get(headers) ?? new Map()).set(what, undo))
}

/** For requests that run in no work of ours: what they left half done is put right, if they left anything. */
export async function compensate({ headers }: PayloadRequest): Promise<void> {
  for (const undo of compensations.get(headers)?.values() ?? []) await undo()
}
