// Types of postgres.mjs, for what is written in TypeScript.
export interface Postgres {
  /** Of a database that is there: others are made beside it. */
  url: string
  stop(): Promise<void>
}

/** @throws when there is none and none can be installed */
export function startPostgres(say?: (line: string) => void): Promise<Postgres>
