// Photographs of jobs: private, re-encoded without their metadata, seen by the desk and by whom a room shows them to.
import { randomUUID } from 'node:crypto'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import { localized, privateDescription } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { slugOf } from '../../plugin/runtime.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import { fileBytes } from './public-picture.js'
import { reencode, reencoded } from './reencode.js'

export interface Photo {
  id: DocumentId
  filename?: string | null
  /** What it belongs to, for editors: a request's reference. */
  about?: string | null
  createdAt: string
}

export const photoCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.photos,
  labels: {
    singular: localized('Fotografia di un lavoro', 'Photograph of a job'),
    plural: localized('Fotografie dei lavori', 'Photographs of jobs'),
  },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'about',
    defaultColumns: ['filename', 'about', 'createdAt'],
    // They are found in the request they belong to.
    hidden: true,
    description: privateDescription(
      'Le vedono la redazione e le persone a cui il lavoro è proposto. Si cancellano con la richiesta.',
      'Seen by editors and by the people the job is offered to. Erased with the request.',
    ),
  },
  disableDuplicate: true,
  lockDocuments: false,
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif'],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    bulkUpload: false,
    displayPreview: true,
  },
  fields: [
    {
      name: 'about',
      type: 'text',
      maxLength: 120,
      label: localized('Di quale richiesta', 'Of which request'),
      admin: { readOnly: true, condition: (data) => Boolean(data?.about) },
    },
    { name: 'digest', type: 'text', hidden: true },
  ],
  hooks: { beforeOperation: [reencode('whole')] },
})

/**
 * Keeps a photograph that somebody sent.
 * @throws a Refusal that says what is wrong with it, in the request's language
 */
export async function storePhoto(req: PayloadRequest, sent: Buffer, about: string): Promise<Photo> {
  // Before Payload begins with it: what Payload refuses takes the caller's whole transaction with it.
  const bytes = await reencoded(req, sent, 'whole')
  return (await req.payload.create({
    collection: slugOf(req.payload, 'photos'),
    data: { about },
    file: { data: bytes, mimetype: 'image/webp', name: `${randomUUID()}.webp`, size: bytes.length },
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as Photo
}

export async function photoBytes(req: PayloadRequest, id: DocumentId): Promise<Buffer | null> {
  const photo = await documents(req, 'photos').byId(id)
  return photo?.filename ? fileBytes(req, 'photos', photo.filename) : null
}

/** Documents and files. */
export async function erasePhotos(req: PayloadRequest, ids: readonly DocumentId[]): Promise<void> {
  for (const id of ids) if (await documents(req, 'photos').byId(id)) await documents(req, 'photos').delete(id)
}
