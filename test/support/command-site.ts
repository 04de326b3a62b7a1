// The config of a small site for tests that run `payload mokor:…` as a person would.
import { buildConfig } from 'payload'
import { mokorPlugin } from '../../plugin/index.js'
import { adapterOf, organisation } from './site.js'

const erasureLog = process.env.MOKOR_TEST_ERASURE_LOG
const databaseUrl = process.env.DATABASE_URL ?? ''

export default buildConfig({
  secret: 'commands',
  serverURL: 'http://localhost:3999',
  db: await adapterOf(databaseUrl.startsWith('mongodb') ? 'mongo' : 'sqlite', databaseUrl),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  admin: { user: 'users' },
  graphQL: { disable: true },
  telemetry: false,
  typescript: { autoGenerate: false },
  logger: { options: { level: 'silent' } },
  plugins: [mokorPlugin({ organisation, ...(erasureLog ? { erasureLog } : {}) })],
})
