// The database that DATABASE_URL names: MongoDB, Postgres, or an SQLite file.
import fs from 'node:fs'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from 'payload'

type Adapter = Config['db']

/** @throws when the address is of another kind */
export async function databaseFrom(url: string): Promise<Adapter> {
  if (/^mongodb(\+srv)?:/.test(url))
    return mongooseAdapter({ url, ensureIndexes: true, connectOptions: { serverSelectionTimeoutMS: 5000 } })
  if (url.startsWith('file:')) {
    // SQLite makes the file, not the folder it stands in.
    fs.mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
    return sqliteAdapter({ client: { url } })
  }
  if (/^postgres(ql)?:/.test(url)) return postgresAdapter({ pool: { connectionString: url } })
  throw new Error('DATABASE_URL starts with none of mongodb:, postgres: and file:')
}
