export function databaseGiven(given: string | undefined, folder: string): { url: string; warning: string | null } | null
