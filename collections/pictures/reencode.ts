// Re-encodes an uploaded photograph: known formats, bounded pixels, a WebP without the original’s metadata.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { type CollectionBeforeOperationHook, Forbidden, MissingFile, type PayloadRequest } from 'payload'
import { Refusal } from '../../plugin/collection/errors.js'
import { type Localized, localized, pick, pickFor } from '../../plugin/i18n/localized.js'
import { publicErrorOf } from '../../plugin/values/error-kinds.js'
import { maxPixels, whenThereIsRoom } from './pixels.js'

/** Sides in pixels of the two squares that are kept. */
export const pictureWidths = [320, 640] as const
export type PictureWidth = (typeof pictureWidths)[number]

const maxBytes = 12 * 1024 * 1024
const largest = 640

/** The longer side of a photograph of a job: a crack in a wall can still be seen. */
const longestSide = 1600

/** What becomes of an upload: a face is cut to a square, a job is kept whole. */
export type PhotographShape = 'square' | 'whole'

const problems = {
  format: localized('Servono fotografie JPEG, PNG o WebP.', 'Photographs must be JPEG, PNG or WebP.'),
  heic: localized(
    'Questa è una fotografia HEIC, il formato di alcuni iPhone, e qui non si lascia leggere. Prova a mandare una schermata della fotografia; oppure, dal telefono: Impostazioni, Fotocamera, Formati, «Più compatibile», e scattala di nuovo.',
    'This is a HEIC photograph, as some iPhones make them, and it cannot be read here. Try a screenshot of it; or, on the phone: Settings, Camera, Formats, “Most Compatible”, and take it again.',
  ),
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

const refuse = (req: PayloadRequest, photograph: keyof typeof problems, status: number): never => {
  throw new Refusal(pickFor(req, problems[photograph]), status, { photograph })
}

/** What is wrong with a photograph, in the language of the page it was sent from; null for any other error. */
export function photographProblem(error: unknown, lang: string): string | null {
  const { photograph } = ((error as { data?: unknown } | null)?.data ?? {}) as { photograph?: keyof typeof problems }
  return photograph ? pick(lang, problems[photograph]) : null
}

/** Bytes that are as they are kept already. */
const ready = new WeakSet<Buffer>()

/** What the first bytes say the file is, whatever its name claims; null for anything else, SVG included. Of an animation the first picture is kept. */
function photographFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'heic' | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(1, 4) === 'PNG') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(4, 8) === 'ftyp' && /^(?:hei[cxms]|hev[cmsx]|mif1|msf1|avif)$/.test(ascii(8, 12))) return 'heic'
  return null
}

/** What follows from the file alone, as far as Payload would take it from whoever writes. */
const fileFacts = ['digest', 'filesize', 'focalX', 'focalY', 'height', 'mimeType', 'thumbnailURL', 'width']

/** Replaces the uploaded bytes before Payload looks at them; the name says nothing of the person either. */
export const reencode =
  (shape: PhotographShape): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
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
    const bytes = ready.has(given) ? given : await reencoded(req, given, shape)
    if (file.tempFilePath) await fs.writeFile(file.tempFilePath, bytes)
    else file.data = bytes
    file.size = bytes.length
    file.mimetype = 'image/webp'
    file.name = `${randomUUID()}.webp`
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    return { ...args, data: { ...data, digest } }
  }

/**
 * A photograph as it is kept.
 * @throws a Refusal that says what is wrong with it
 */
export async function reencoded(req: PayloadRequest, given: Buffer, shape: PhotographShape): Promise<Buffer> {
  const { sharp } = req.payload.config
  if (!sharp) return refuse(req, 'sharp', 500)
  if (given.length > maxBytes) refuse(req, 'size', 413)
  const format = photographFormat(given)
  if (!format) refuse(req, 'format', 415)
  try {
    // Its head alone, without a limit: with one, what is too large would pass for damaged.
    const { width = 0, height = 0 } = await sharp(given, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) return refuse(req, 'size', 413)
    // Turned upright by its EXIF first; sharp writes no metadata unless told to.
    const decode = () =>
      sharp(given, { limitInputPixels: maxPixels, failOn: 'error' })
        .rotate()
        .resize(
          shape === 'square'
            ? { width: largest, height: largest, fit: 'cover', position: 'attention' }
            : { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true },
        )
        .webp({ quality: 82 })
        .toBuffer()
    const bytes = (await whenThereIsRoom<Buffer>(width * height, decode)) ?? refuse(req, 'busy', 503)
    ready.add(bytes)
    return bytes
  } catch (error) {
    if (publicErrorOf(error)) throw error
    // Most sites' sharp reads the name of this format only.
    return format === 'heic' ? refuse(req, 'heic', 415) : refuse(req, 'broken', 422)
  }
}
