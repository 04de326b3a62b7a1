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
  const folder = req.payload.collections[collection]?.config.upload.staticDir
  if (!picture?.digest || !filename || !folder) return null
  const bytes = await fs.readFile(path.join(folder, path.basename(filename))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes && { bytes, contentType: 'image/webp', digest: picture.digest }
}
