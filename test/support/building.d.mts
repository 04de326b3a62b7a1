// Types of building.mjs, for what is written in TypeScript.
/** Runs Node on `args`. @throws when that ends with anything but 0 */
export type Run = (
  name: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
) => Promise<void>

interface How {
  say?: (line: string) => void
  run?: Run
}

export function pluginStamp(root: string): string
export function buildPlugin(root: string, how?: How): Promise<void>
export function builtNetwork(root: string): string
export function networkServer(folder: string): string
export function buildNetwork(root: string, how?: How): Promise<void>
