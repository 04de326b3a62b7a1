// The plugin's commands in Payload's own `bin`: `payload mokor:seed`, `mokor:grant`, `mokor:work`, `mokor:check`,
// `mokor:restored`, `mokor:esco`, `mokor:statement`, `mokor:books`.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'

const here = fileURLToPath(import.meta.url)
/** In which folder each command's script stands, from this one. */
const commands = {
  seed: '../../collections/skills/commands/scripts',
  grant: 'scripts',
  work: 'scripts',
  check: 'scripts',
  restored: 'scripts',
  esco: '../../collections/skills/commands/scripts',
  statement: '../../collections/donations/commands/scripts',
  books: '../../collections/donations/commands/scripts',
}

/** Adds the commands to a site's config. The site's own commands stay. */
export const withCommands = (config: Config): Config => ({
  ...config,
  bin: [
    ...(config.bin ?? []),
    ...Object.entries(commands).map(([name, folder]) => ({
      key: `mokor:${name}`,
      // With the ending of this file: .js once built, .ts in the sources.
      scriptPath: path.join(path.dirname(here), folder, `${name}${path.extname(here)}`),
    })),
  ],
})
