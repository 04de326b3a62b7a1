// Types of database.mjs, for what is written in TypeScript.
export function databaseGiven(given: string | undefined, folder: string): { url: string; warning: string | null } | null
