// A network's site: Payload with its own users, and the plugin.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '@payloadcms/translations/languages/en'
import { it } from '@payloadcms/translations/languages/it'
import { buildConfig, type Config, type UploadConfig, ValidationError } from 'payload'
import * as mokor from 'payload-plugin-mokor'
import sharp from 'sharp'
import { databaseFrom } from './database.ts'
import { smtp } from './email.ts'
import { organisation, publicUrl } from './organisation.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const {
  BLOG_ORIGIN,
  DATABASE_URL,
  MOKOR_PLUGIN,
  NOT_IN_REQUESTS,
  PAYLOAD_SECRET,
  PICTURES_DIR,
  SMTP_URL,
  UNDO_SECONDS,
} = process.env

/** The plugin; a test names a module that has it with one more room, so that this site need not be built once more for it. */
const { mokorPlugin }: Pick<typeof mokor, 'mokorPlugin'> = MOKOR_PLUGIN
  ? await import(/* turbopackIgnore: true */ MOKOR_PLUGIN)
  : mokor

export default buildConfig({
  secret: PAYLOAD_SECRET ?? '',
  serverURL: publicUrl,
  db: await databaseFrom(DATABASE_URL ?? `file:${path.join(here, '.data', 'network.db')}`),
  email: SMTP_URL ? smtp(SMTP_URL, { name: organisation.name, address: organisation.email }) : undefined,
  admin: {
    user: 'users',
    // Payload's default asks a third party for the picture.
    avatar: 'default',
    importMap: { baseDir: here },
    meta: { titleSuffix: ` · ${organisation.name}` },
  },
  collections: [
    {
      slug: 'users',
      auth: true,
      admin: { useAsTitle: 'email' },
      labels: { singular: { it: 'Utente', en: 'User' }, plural: { it: 'Utenti', en: 'Users' } },
      fields: [],
    },
  ],
  i18n: { supportedLanguages: { it, en }, fallbackLanguage: 'it' },
  graphQL: { disable: true },
  telemetry: false,
  typescript: { autoGenerate: false },
  sharp: sharp as unknown as Config['sharp'],
  plugins: [
    mokorPlugin({
      organisation,
      publicUrl,
      // Visitors reach it directly; behind a proxy this says how many there are.
      trustedProxies: 0,
      allowedOrigins: BLOG_ORIGIN ? [BLOG_ORIGIN] : [],
      features: 'all',
      languages: ['it', 'en'],
      outbox: UNDO_SECONDS ? { undoSeconds: Number(UNDO_SECONDS) } : {},
      collectionOverrides: {
        pictures: ({ defaultCollection }) => ({
          ...defaultCollection,
          upload: {
            ...(defaultCollection.upload as UploadConfig),
            staticDir: PICTURES_DIR ?? path.join(here, '.data', 'pictures'),
          },
        }),
        photos: ({ defaultCollection }) => ({
          ...defaultCollection,
          upload: {
            ...(defaultCollection.upload as UploadConfig),
            staticDir: path.join(PICTURES_DIR ?? path.join(here, '.data', 'pictures'), 'jobs'),
          },
        }),
        // A site's own rule, stricter than the plugin's: a word that no request may hold here.
        commissions: ({ defaultCollection: { hooks, ...collection } }) => ({
          ...collection,
          hooks: {
            ...hooks,
            beforeValidate: [
              ...(hooks?.beforeValidate ?? []),
              ({ data, req }) => {
                if (!NOT_IN_REQUESTS || !String(data?.description).includes(NOT_IN_REQUESTS)) return
                const message = `«${NOT_IN_REQUESTS}»`
                throw new ValidationError({ errors: [{ path: 'description', message }], req }, req.t)
              },
            ],
          },
        }),
      },
    }),
  ],
})
