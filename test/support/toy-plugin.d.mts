// Types of toy-plugin.mjs, for what is written in TypeScript.
export function bundleToyPlugin(root: string): Promise<string>
