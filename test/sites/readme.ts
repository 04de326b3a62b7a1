// The steps of README and changelog as a site's developer follows them: what is run is taken from them.
import fs from 'node:fs'
import type { Database } from './templates.js'

function section(title: string, file: string): string {
  const found = fs
    .readFileSync(file, 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith(`${title}\n`))
  if (!found) throw new Error(`${file} has no section «${title}»`)
  return found
}

/** The blocks of one language in a section. */
const blocks = (title: string, language: string, file = 'README.md'): string[] =>
  [...section(title, file).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  )

export interface Command {
  line: string
  /** What the README says of it, behind `#` or on a line above. */
  note: string
}

function commands(block: string): Command[] {
  let above = ''
  const found: Command[] = []
  for (const raw of block.split('\n')) {
    const [, line = '', note = ''] = /^\s*(.*?)\s*(?:(?:^|\s)#\s*(.*))?$/.exec(raw) ?? []
    if (line === '') above = note
    else {
      found.push({ line, note: note || above })
      above = ''
    }
  }
  return found
}

const installing = 'Into an existing Payload site'
const leaving = 'Upgrade and removal'
const [, afterConfig = ''] = blocks(installing, 'sh')
const [snippet = ''] = blocks(installing, 'ts')
const [upgrade = '', removal = ''] = blocks(leaving, 'sh')

/** Whether a line is for sites on this database. */
export const isFor = ({ note }: Command, database: Database): boolean =>
  /^(SQLite|Postgres|MongoDB)/.test(note)
    ? note.toLowerCase().startsWith(database)
    : !/^SQL\b/.test(note) || database !== 'mongodb'

/** Step 3. */
export const setUp = commands(afterConfig)
export const upgrading = commands(upgrade)
export const removing = commands(removal)

const [optionsNow = ''] = blocks('Unreleased', 'ts', 'CHANGELOG.md')
/** What the changelog says that a site writes into `mokorPlugin` to keep what it had. */
export const upgradeOptions = /mokorPlugin\(\{ (.*) \}\)/.exec(optionsNow)?.[1] ?? ''

/** A plain line of the snippet: its import, or `serverURL`. */
function lineWith(words: string): string {
  const line = snippet.split('\n').find((one) => one.includes(words))
  if (!line) throw new Error(`the README’s snippet has no «${words}»`)
  return line.trim()
}

/** `mokorPlugin({ … })` as the README writes it. */
function call(): string {
  const [found] = /^( *)mokorPlugin\(\{[\s\S]*?^\1\}\)/m.exec(snippet) ?? []
  if (!found) throw new Error('the README’s snippet does not call mokorPlugin({ … })')
  return found.trim()
}

interface Wanted {
  url: string
  /** Further options, as the README gives them. */
  options?: string
}

/** A site's `payload.config.ts` after step 2. */
export function withPlugin(config: string, { url, options = '' }: Wanted): string {
  const serverURL = lineWith('serverURL:').replace(/'[^']*'/, `'${url}'`)
  const plugin = call().replace('mokorPlugin({', `mokorPlugin({ ${options}`)
  const changed = config
    .replace('export default buildConfig({', `${lineWith('import ')}\n\nexport default buildConfig({\n  ${serverURL}`)
    .replace(/plugins: \[\]|^ *plugins(?=,$)/m, (found) =>
      found.includes('[') ? `plugins: [${plugin}]` : `  plugins: [...plugins, ${plugin}]`,
    )
  if (!changed.includes('import { mokorPlugin }') || !changed.includes('mokorPlugin({'))
    throw new Error(`this payload.config.ts is not as a template’s:\n${config}`)
  return changed
}
