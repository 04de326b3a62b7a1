// Types of packing.mjs, for what is written in TypeScript.
export interface Packed {
  tarball: string
  /** What is in it, by their paths in the package. */
  files: string[]
}

export function pack(folder: string, into: string): Promise<Packed>
export function packCommit(root: string, commit: string, say: (line: string) => void): Promise<string>
