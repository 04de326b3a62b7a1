// Types of children.mjs, for what is written in TypeScript.
export interface StartOptions {
  cwd: string
  env?: Record<string, string>
  each?: (line: string) => void
}

export class Children {
  readonly size: number
  start(args: string[], options: StartOptions): { ended: Promise<number>; last: string[] }
  run(name: string, args: string[], options: StartOptions): Promise<void>
  stop(): Promise<void>
}
