// Undoes what a failed request left half done where no transaction rolls it back.
import type { PayloadRequest } from 'payload'

/** Keyed by a request's headers: hooks may get a proxy of the request, its headers are always the same object. */
const compensations = new WeakMap<object, () => Promise<void>>()

/** Where no transaction takes the writes of a failed work back, `mend` puts right what this request left half done. */
export const onFailure = (req: PayloadRequest, undo: () => Promise<void>): void => {
  compensations.set(req.headers, undo)
}

/** For requests that run in no work of ours: what they left half done is put right, if they left anything. */
export const compensate = async (req: PayloadRequest): Promise<void> => compensations.get(req.headers)?.()
