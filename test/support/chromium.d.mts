// Types of chromium.mjs, for what is written in TypeScript.
/** Flags that keep a test browser quiet and local. */
export const chromiumArgs: string[]
export function ensureChromium(say?: (line: string) => void): Promise<string>
