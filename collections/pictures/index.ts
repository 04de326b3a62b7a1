// The pictures room: photographs of members, re-encoded on upload, public only with their profile.

import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, CollectionConfig } from 'payload'
import { editors, nobody } from '../../plugin/access/index.js'
import { plainAdmin } from '../../plugin/admin/collection-admin.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { withoutValidation } from '../../plugin/collection/skip-validation.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { defineRoom } from '../../plugin/room.js'
import { slugOf } from '../../plugin/runtime.js'
import { refreshRows } from '../members/index.js'
import { type Photo, photoCollection } from './photos.js'
import type { Picture } from './public-picture.js'
import { reencode } from './reencode.js'
import { memberPicture } from './route.js'

export { erasePhotos, type Photo, photoBytes, storePhoto } from './photos.js'
export type { Picture } from './public-picture.js'
export { photographProblem } from './reencode.js'

const profilesFollow: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await refreshRows(req, { picture: { equals: doc.id } })
  return doc
}

/** Before it goes: some databases empty the relation by themselves, and nobody would know whose it was. */
const membersForget: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, 'members'),
      where: { picture: { equals: id } },
      data: { picture: null },
      depth: 0,
      trash: true,
      overrideAccess: true,
      req,
    }),
  )
}

const pictures = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.pictures,
  labels: {
    singular: localized('Immagine', 'Picture'),
    plural: localized('Immagini', 'Pictures'),
  },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'createdAt'],
    hidden: !options.features.pictures,
    description: localized(
      'Fotografie degli aderenti. Si vedono in pubblico solo dentro una scheda pubblica.',
      'Members’ photographs. Public only inside a public profile.',
    ),
  },
  disableDuplicate: true,
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    bulkUpload: false,
    displayPreview: true,
    adminThumbnail: 'small',
    imageSizes: [
      {
        name: 'small',
        width: 320,
        height: 320,
        fit: 'cover',
        formatOptions: { format: 'webp', options: { quality: 80 } },
      },
    ],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      maxLength: 120,
      label: localized('Di chi è', 'Whose it is'),
      admin: { description: localized('Mai pubblico. Aiuta a ritrovarla.', 'Never public. Helps to find it again.') },
    },
    { name: 'digest', type: 'text', hidden: true },
  ],
  hooks: {
    beforeOperation: [reencode('square')],
    afterChange: [profilesFollow],
    beforeDelete: [membersForget],
    afterOperation: [rejectPartialBulk],
  },
})

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    pictures: { documents: { pictures: Picture; photos: Photo }; features: 'pictures' }
  }
}

export const picturesRoom = defineRoom('pictures', {
  collections: {
    pictures: {
      slug: 'mokor-pictures',
      rights: { create: editors, read: editors, update: editors, delete: editors },
      personal: false,
      admin: plainAdmin,
      config: pictures,
    },
    photos: {
      slug: 'mokor-photos',
      // Editors add one that came by another way, in the request it belongs to.
      rights: { create: editors, read: editors, update: nobody, delete: editors },
      personal: true,
      admin: plainAdmin,
      config: photoCollection,
    },
  },
  features: {
    pictures: {
      core: true,
      who: 'editors',
      minutes: 5,
      otherwise: 'pictures are looked at with the profile, when it is approved',
    },
  },
  routes: [memberPicture],
  without: ['options', 'pages', 'mails', 'jobs', 'links', 'person', 'desk', 'erasures', 'words'],
})
