export function findMongod(say?: (line: string) => void): Promise<string | null>
