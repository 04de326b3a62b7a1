// Tables of the docs, made from the code itself: options, rights, routes. A test keeps the pages current.
import fs from 'node:fs'
import path from 'node:path'
import { type Rights, roles } from '../../plugin/access/index.js'
import { en } from '../../plugin/entries/en.js'
import { operations } from '../../plugin/options/index.js'
import { collections, facts, featureNames } from './rooms.js'
import { pages, routes } from './routes.js'

/** Rows of an interface's properties: name, JSDoc text, `@default`. Nested objects are written as `directory.engine`. */
function optionsOf(source: string, name: string, prefix = ''): string[] {
  const start = source.indexOf(`export interface ${name} {`)
  const body = source.slice(source.indexOf('{', start) + 1, source.indexOf('\n}', start))
  const rows: string[] = []
  let path = prefix
  let doc = ''
  for (const line of onOneLine(body).split('\n')) {
    const comment = line.match(/^\s*\/\*\*\s*(.*?)\s*\*\/\s*$/)
    const property = line.match(/^(\s+)(\w+)\??:\s*(.*)$/)
    if (comment) doc = comment[1]!
    else if (property) {
      const [, , key, type] = property
      if (type === '{') path = `${prefix}${key}.`
      else if (doc !== '') rows.push(row(`${path}${key}`, doc))
      doc = ''
    } else if (/^ {2}}/.test(line)) path = prefix
  }
  return rows
}

/** JSDoc of several lines, each as one. */
const onOneLine = (body: string): string =>
  body.replace(/\/\*\*[\s\S]*?\*\//g, (comment) => comment.replace(/\n\s*\*(?!\/)\s*|\n\s*(?=\*\/)/g, ' '))

function row(name: string, doc: string): string {
  const [text, fallback = 'required'] = doc.split(/\s*@default\s*/)
  return `| \`${name}\` | ${text} | ${cell(fallback)} |`
}

const cell = (text: string): string =>
  (/^['[{\d]|^(true|false|undefined)/.test(text) ? `\`${text}\`` : text).replace(/\|/g, '\\|')

/** Interfaces of the rooms' own options under `organisation`, one a room in its `options.ts`. */
const optionsOfRooms = (): string[] =>
  fs
    .readdirSync('collections')
    .map((room) => path.join('collections', room, 'options.ts'))
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => {
      const source = fs.readFileSync(file, 'utf8')
      const name = /export interface (\w+Options) \{/.exec(source)?.[1]
      return name ? optionsOf(source, name, 'organisation.') : []
    })

function optionsTable(): string {
  const source = fs.readFileSync('plugin/options/index.ts', 'utf8')
  return [
    '| option | what it does | default |',
    '|---|---|---|',
    ...optionsOf(source, 'MokorPluginOptions'),
    ...optionsOf(source, 'OwnOrganisationOptions', 'organisation.'),
    ...optionsOfRooms(),
  ].join('\n')
}

function rightsTable(): string {
  const who = (allowed: Rights['read']): string =>
    allowed === 'public' ? 'everybody' : allowed.length === roles.length ? 'every role' : allowed.join(', ') || '–'
  return [
    `| collection | ${operations.join(' | ')} |`,
    `|---|${operations.map(() => '---|').join('')}`,
    ...Object.values(collections).map(
      ({ slug, rights }) => `| \`${slug}\` | ${operations.map((operation) => who(rights[operation])).join(' | ')} |`,
    ),
  ].join('\n')
}

function routesTable(): string {
  return [
    '| route | feature | what it does |',
    '|---|---|---|',
    ...routes.map((route) => routeRow(route.method.toUpperCase(), route.path, route.features, route.summary)),
    ...pages.map(({ path, features, act, summary }) => routeRow(act ? 'GET POST' : 'GET', path, features, summary)),
    routeRow('GET POST', '/work', [], 'Sends what is due; exists with `outbox.cronSecret` only'),
  ].join('\n')
}

const routeRow = (method: string, path: string, features: readonly string[], summary: string): string =>
  `| \`${method} ${path}\` | ${features.map((name) => `\`${name}\``).join(' ') || '–'} | ${summary} |`

const slugsTable = (): string =>
  [
    '| key | slug |',
    '|---|---|',
    ...Object.entries(facts.slugs).map(([key, slug]) => `| \`${key}\` | \`${slug}\` |`),
  ].join('\n')

/** Every mail a site may rewrite, by the name that `mails` takes. */
const mailsTable = (): string =>
  [
    '| `mails` | what it says |',
    '|---|---|',
    ...facts.mails.map((name) => `| \`${name}\` | ${(en as Record<string, string>)[`mail-${name}`]} |`),
  ].join('\n')

const featuresTable = (): string =>
  [
    '| feature | by itself | who looks after it | minutes a week | if nobody comes |',
    '|---|---|---|---|---|',
    ...featureNames.map((name) => {
      const { core, who, minutes, otherwise } = facts.features[name]
      return `| \`${name}\` | ${core ? 'on' : 'off'} | ${who} | ${minutes || '–'} | ${otherwise} |`
    }),
  ].join('\n')

/** Name of a marked block → what belongs in it. */
export const references: Record<string, () => string> = {
  options: optionsTable,
  features: featuresTable,
  mails: mailsTable,
  rights: rightsTable,
  routes: routesTable,
  slugs: slugsTable,
}

/** The page with every block between `<!-- name -->` and `<!-- /name -->` made anew. */
export function withReferences(page: string): string {
  return page.replace(/<!-- (\w+) -->\n[\s\S]*?<!-- \/\1 -->/g, (whole, name: string) => {
    const make = references[name]
    return make ? `<!-- ${name} -->\n${make()}\n<!-- /${name} -->` : whole
  })
}
