// Tables of the docs, made from the code itself: options, rights, routes. A test keeps the pages current.
import fs from 'node:fs'
import type { Config, SanitizedConfig } from 'payload'
import { accessTable, roles } from '../../plugin/access/index.js'
import { mokorPlugin } from '../../plugin/index.js'
import { coreFeatures, defaultSlugs, featureNames, operations } from '../../plugin/options/index.js'
import { askedOfVolunteers } from '../../plugin/options/volunteers.js'
import { mokor } from '../../plugin/runtime.js'
import { en, type WordKey } from '../../plugin/translations/en.js'
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

function optionsTable(): string {
  const source = fs.readFileSync('plugin/options/index.ts', 'utf8')
  return [
    '| option | what it does | default |',
    '|---|---|---|',
    ...optionsOf(source, 'MokorPluginOptions'),
    ...optionsOf(source, 'OrganisationOptions', 'organisation.'),
  ].join('\n')
}

function rightsTable(): string {
  const who = (allowed: (typeof accessTable)['members']['read']): string =>
    allowed === 'public' ? 'everybody' : allowed.length === roles.length ? 'every role' : allowed.join(', ') || '–'
  return [
    `| collection | ${operations.join(' | ')} |`,
    `|---|${operations.map(() => '---|').join('')}`,
    ...Object.entries(accessTable).map(
      ([key, rights]) =>
        `| \`${defaultSlugs[key as keyof typeof defaultSlugs]}\` | ${operations.map((operation) => who(rights[operation])).join(' | ')} |`,
    ),
  ].join('\n')
}

function routesTable(): string {
  return [
    '| route | feature | what it does |',
    '|---|---|---|',
    ...routes.map((route) => routeRow(route.method.toUpperCase(), route.path, route.features, route.summary)),
    ...pages.map(({ path, features, act }) => routeRow(act ? 'GET POST' : 'GET', path, features, pageSays(path))),
    routeRow('POST', '/work', [], 'Sends what is due; exists with `outbox.cronSecret` only'),
  ].join('\n')
}

const routeRow = (method: string, path: string, features: readonly string[], summary: string): string =>
  `| \`${method} ${path}\` | ${features.map((name) => `\`${name}\``).join(' ') || '–'} | ${summary} |`

const pageSummaries: Record<string, string> = {
  '/pages/link/:token': 'What a mail’s link shows, with the button that acts',
  '/pages': 'The network’s own pages: what there is',
  '/pages/directory': 'The directory without script',
  '/pages/members/:slug': 'A profile, with the form to write to it',
  '/pages/ask': 'Ask for a job without script',
  '/pages/join': 'Join without script',
  '/pages/give': 'Pledge without script',
  '/pages/ranking': 'How people are ordered',
  '/pages/report': 'Where to report abuse',
}

function pageSays(path: string): string {
  const summary = pageSummaries[path]
  if (!summary) throw new Error(`${path} has no line in the docs`)
  return summary
}

const slugsTable = (): string =>
  [
    '| key | slug |',
    '|---|---|',
    ...Object.entries(defaultSlugs).map(([key, slug]) => `| \`${key}\` | \`${slug}\` |`),
  ].join('\n')

/** Every mail a site may rewrite, by the name that `mails` takes. */
function mailsTable(): string {
  const organisation = { name: 'Rete', email: 'desk@rete.example' }
  const site: unknown = mokorPlugin({ organisation, features: { donations: false } })({} as Config)
  const { mails } = mokor(site as SanitizedConfig)
  return [
    '| `mails` | what it says |',
    '|---|---|',
    ...Object.keys(mails).map((name) => `| \`${name}\` | ${en[`mail-${name}` as WordKey]} |`),
  ].join('\n')
}

const featuresTable = (): string =>
  [
    '| feature | by itself | who looks after it | minutes a week | if nobody comes |',
    '|---|---|---|---|---|',
    ...featureNames.map((name) => {
      const { who, minutes, otherwise } = askedOfVolunteers[name]
      return `| \`${name}\` | ${coreFeatures.has(name) ? 'on' : 'off'} | ${who} | ${minutes || '–'} | ${otherwise} |`
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
