// Types of stale.mjs, for what is written in TypeScript.
export function hashOf(root: string, places: string[], skipped?: string[]): string
export function unlessDone(mark: string, stamp: string, work: () => Promise<void>): Promise<boolean>
