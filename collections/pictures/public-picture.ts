// Reads the bytes of a picture that may be shown.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { slugOf } from '../../plugin/runtime.js'
import { databaseId } from '../../plugin/values/document-id.js'
import type { PictureWidth } from './reencode.js'

export interface Picture {
  id: number | string
  /** Payload's own address of the file, for editors. */
  url?: string | null
  filename?: string | null
  digest?: string | null
  sizes?: { small?: { filename?: string | null } }
}

/**
 * Bytes of a picture as the public gets them, always WebP. The caller has made sure that a published profile shows it.
 * @returns null when the document or its file is gone
 */
export async function pictureBytes(
  req: PayloadRequest,
  id: number | string,
  width: PictureWidth,
): Promise<{ bytes: Buffer; contentType: 'image/webp'; digest: string } | null> {
  const collection = slugOf(req.payload, 'pictures')
  const picture = (await req.payload.findByID({
    collection,
    id: databaseId(req.payload, id),
    depth: 0,
    disableErrors: true,
    showHiddenFields: true,
    overrideAccess: true,
    req,
  })) as Picture | null
  const filename = width === 320 ? picture?.sizes?.small?.filename : picture?.filename
  const bytes = picture?.digest && filename ? await fileBytes(req, 'pictures', filename) : null
  return bytes && { bytes, contentType: 'image/webp', digest: picture?.digest ?? '' }
}

/** Null when the file is gone. */
export async function fileBytes(
  req: PayloadRequest,
  key: 'pictures' | 'photos',
  filename: string,
): Promise<Buffer | null> {
  const folder = req.payload.collections[slugOf(req.payload, key)]?.config.upload.staticDir
  if (!folder) return null
  return fs.readFile(path.join(folder, path.basename(filename))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
