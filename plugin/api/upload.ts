// Reads a form that brings a file: multipart, one small photograph, counted while it is read.
import type { PayloadRequest } from 'payload'
import { busyForSeconds } from './concurrency.js'
import { Problem } from './problem.js'

/** Of the file. Some hosts pass no more than 10,449,920 bytes of a whole body, and say nothing. */
export const maxFileBytes = 10_000_000
const maxBodyBytes = maxFileBytes + 64 * 1024
/** What is too large is read on and thrown away, so that its sender reads why; beyond this nobody waits. */
const maxWasteBytes = 6 * maxFileBytes
const longestMs = 120_000
/** Bodies that are held at the same moment in this process. */
const places = 4
let taken = 0

export interface Upload {
  form: URLSearchParams
  /** Null where none was chosen. */
  file: { bytes: Buffer } | null
  isTooLarge: boolean
}

/** @throws Problem 503 where many are sent at once, 400 for what is no form */
export async function readUpload(req: PayloadRequest): Promise<Upload> {
  if (taken >= places) throw new Problem('busy', [], busyForSeconds)
  taken += 1
  try {
    const body = await readCounted(req)
    if (!body) return { form: new URLSearchParams(), file: null, isTooLarge: true }
    return await parsed(body, req.headers.get('content-type') ?? '')
  } finally {
    taken -= 1
  }
}

/** Null for a body that was larger than may be kept. */
async function readCounted(req: PayloadRequest): Promise<Buffer | null> {
  if (Number(req.headers.get('content-length') ?? 0) > maxWasteBytes) return null
  const reader = (req.body as ReadableStream<Uint8Array> | null | undefined)?.getReader()
  if (!reader) throw new Problem('bad-request')
  const giveUp = setTimeout(() => void reader.cancel().catch(() => undefined), longestMs)
  try {
    const chunks: Uint8Array[] = []
    for (let size = 0; ; ) {
      const { done, value } = await reader.read()
      if (done) return size > maxBodyBytes ? null : Buffer.concat(chunks)
      size += value.byteLength
      if (size <= maxBodyBytes) chunks.push(value)
      else chunks.length = 0
      if (size > maxWasteBytes) {
        void reader.cancel().catch(() => undefined)
        return null
      }
    }
  } finally {
    clearTimeout(giveUp)
  }
}

async function parsed(body: Buffer, contentType: string): Promise<Upload> {
  const sent = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } })
    .formData()
    .catch(() => {
      throw new Problem('bad-request')
    })
  const form = new URLSearchParams()
  let file: Upload['file'] = null
  for (const [name, value] of sent.entries()) {
    if (typeof value === 'string') form.append(name, value)
    else if (!file && value.size > 0) file = { bytes: Buffer.from(await value.arrayBuffer()) }
  }
  const isTooLarge = (file?.bytes.length ?? 0) > maxFileBytes
  return { form, file: isTooLarge ? null : file, isTooLarge }
}
