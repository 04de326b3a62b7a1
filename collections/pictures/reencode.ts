// Re-encodes an uploaded photograph: known formats, bounded pixels, a square WebP without the original’s metadata.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { type CollectionBeforeOperationHook, Forbidden, MissingFile, type PayloadRequest } from 'payload'
import { Refusal } from '../../plugin/collection/errors.js'
import { type Localized, localized, pickFor } from '../../plugin/i18n/localized.js'
import { publicErrorOf } from '../../plugin/values/error-kinds.js'
import { maxPixels, whenThereIsRoom } from './pixels.js'

/** Sides in pixels of the two squares that are kept. */
export const pictureWidths = [320, 640] as const
export type PictureWidth = (typeof pictureWidths)[number]

const maxBytes = 12 * 1024 * 1024
const largest = 640

const problems = {
  format: localized('Servono fotografie JPEG, PNG o WebP.', 'Photographs must be JPEG, PNG or WebP.'),
  size: localized(
    'La fotografia è troppo grande: al massimo 12 MB e 50 milioni di punti.',
    'The photograph is too large: at most 12 MB and 50 million pixels.',
  ),
  broken: localized(
    'La fotografia non si lascia leggere: forse è rovinata.',
    'The photograph cannot be read: it may be damaged.',
  ),
  busy: localized(
    'Si stanno già riducendo molte fotografie: riprova tra un minuto.',
    'Many photographs are being resized already: try again in a minute.',
  ),
  sharp: localized(
    'Il sito non può ridurre le fotografie: chi lo cura aggiunga `sharp` alla configurazione di Payload.',
    'This site cannot resize photographs: its developer must add `sharp` to Payload’s config.',
  ),
} satisfies Record<string, Localized>

const refuse = (req: PayloadRequest, problem: keyof typeof problems, status: number): never => {
  throw new Refusal(pickFor(req, problems[problem]), status)
}

/** What the first bytes say the file is, whatever its name claims; null for anything else, SVG included. Of an animation the first picture is kept. */
function photographFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  return null
}

/** What follows from the file alone, as far as Payload would take it from whoever writes. */
const fileFacts = ['digest', 'filesize', 'focalX', 'focalY', 'height', 'mimeType', 'thumbnailURL', 'width']

/** Replaces the uploaded bytes before Payload looks at them; the name says nothing of the person either. */
export const reencode: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data, id } = args as { data?: Record<string, unknown>; id?: number | string }
  // Payload asks after this hook: nobody's bytes are looked at before they may be kept.
  if (!overrideAccess && !(await collection.access[operation]({ req, id, data }))) throw new Forbidden(req.t)
  for (const name of fileFacts) delete data?.[name]
  delete req.query?.uploadEdits
  const { file } = req
  // Given an address instead, Payload would fetch the file after this hook, and keep it as it is.
  if (!file && operation === 'create') throw new MissingFile(req.t)
  if (!file) return args
  const given = file.tempFilePath ? await fs.readFile(file.tempFilePath) : file.data
  const bytes = await square(req, given)
  if (file.tempFilePath) await fs.writeFile(file.tempFilePath, bytes)
  else file.data = bytes
  file.size = bytes.length
  file.mimetype = 'image/webp'
  file.name = `${randomUUID()}.webp`
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { ...args, data: { ...data, digest } }
}

async function square(req: PayloadRequest, given: Buffer): Promise<Buffer> {
  const { sharp } = req.payload.config
  if (!sharp) return refuse(req, 'sharp', 500)
  if (given.length > maxBytes) refuse(req, 'size', 413)
  if (!photographFormat(given)) refuse(req, 'format', 415)
  try {
    // Its head alone, without a limit: with one, what is too large would pass for damaged.
    const { width = 0, height = 0 } = await sharp(given, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) return refuse(req, 'size', 413)
    // Turned upright by its EXIF first; sharp writes no metadata unless told to.
    const decode = () =>
      sharp(given, { limitInputPixels: maxPixels, failOn: 'error' })
        .rotate()
        .resize(largest, largest, { fit: 'cover', position: 'attention' })
        .webp({ quality: 82 })
        .toBuffer()
    return (await whenThereIsRoom(width * height, decode)) ?? refuse(req, 'busy', 503)
  } catch (error) {
    if (publicErrorOf(error)) throw error
    return refuse(req, 'broken', 422)
  }
}
