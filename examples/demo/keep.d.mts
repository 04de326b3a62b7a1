// Types of keep.mjs, for what is written in TypeScript.
export interface Keeper {
  file(name: string): string
  read(name: string): string | null
  keep(name: string, text: string): string
  kept(name: string, make: () => string): string
  freshUnlessFilled(database: string, files: string[]): void
  filledOnce(database: string, stamp: string, fill: () => Promise<void>): Promise<void>
  forget(): void
}
export function keeper(folder: string): Keeper
