// The plugin's commands in Payload's own `bin`: `payload mokor:seed`, `mokor:grant`, `mokor:work`, `mokor:check`, `mokor:esco`.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'

const here = fileURLToPath(import.meta.url)
const commands = ['seed', 'grant', 'work', 'check', 'esco'] as const

/** Adds the commands to a site's config. The site's own commands stay. */
export const withCommands = (config: Config): Config => ({
  ...config,
  bin: [
    ...(config.bin ?? []),
    ...commands.map((name) => ({
      key: `mokor:${name}`,
      // Beside this file, and with its ending: .js once built, .ts in the sources.
      scriptPath: path.join(path.dirname(here), 'scripts', `${name}${path.extname(here)}`),
    })),
  ],
})
