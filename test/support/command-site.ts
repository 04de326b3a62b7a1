// The config of a small site for tests that run `payload mokor:…` as a person would.
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'
import { mokorPlugin } from '../../plugin/index.js'

export default buildConfig({
  secret: 'commands',
  serverURL: 'http://localhost:3999',
  db: sqliteAdapter({ client: { url: process.env.DATABASE_URL ?? '' } }),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  admin: { user: 'users' },
  graphQL: { disable: true },
  telemetry: false,
  typescript: { autoGenerate: false },
  logger: { options: { level: 'silent' } },
  plugins: [
    mokorPlugin({
      organisation: { name: 'Rete di prova', email: 'desk@rete.example', iban: 'IT60X0542811101000000123456' },
    }),
  ],
})
