// Types of mongod.mjs, for what is written in TypeScript.
export interface Mongod {
  /** Path of the program. */
  program: string
  /** What memory-server wants to know of it. */
  binary: { systemBinary: string; version: string; checkMD5: boolean }
}
export function findMongod(say?: (line: string) => void): Promise<Mongod | null>
