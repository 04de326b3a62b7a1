// The database that DATABASE_URL names: MongoDB, Postgres, or an SQLite file.
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Config } from 'payload'

type Adapter = Config['db']

/** @throws when the address is of another kind, or its adapter is not installed */
export async function databaseFrom(url: string): Promise<Adapter> {
  if (/^mongodb(\+srv)?:/.test(url))
    return mongooseAdapter({ url, ensureIndexes: true, connectOptions: { serverSelectionTimeoutMS: 5000 } })
  if (url.startsWith('file:')) return sqliteAdapter({ client: { url } })
  if (/^postgres(ql)?:/.test(url)) return postgres(url)
  throw new Error('DATABASE_URL starts with none of mongodb:, postgres: and file:')
}

async function postgres(url: string): Promise<Adapter> {
  const name = '@payloadcms/db-postgres'
  try {
    const { postgresAdapter } = (await import(/* turbopackIgnore: true */ name)) as {
      postgresAdapter(options: { pool: { connectionString: string } }): Adapter
    }
    return postgresAdapter({ pool: { connectionString: url } })
  } catch (cause) {
    throw new Error('DATABASE_URL is a Postgres: install @payloadcms/db-postgres 3.90.2 first', { cause })
  }
}
