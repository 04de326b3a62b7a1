// The docs list options, rights and routes from the code; `npm run docs` writes them anew.
import fs from 'node:fs'
import type { MokorPluginOptions } from '../../plugin/options/index.js'
import { withReferences } from '../support/reference.js'
import { resolveOptions } from '../support/rooms.js'

test.each(['plugin/README.md'])('%s lists what the code has', (file) => {
  const page = fs.readFileSync(file, 'utf8')
  const current = withReferences(page)
  if (process.env.MOKOR_DOCS === 'write') fs.writeFileSync(file, current)
  else expect(page).toBe(current)
})

test('every option there is has a line in the table', () => {
  const page = fs.readFileSync('plugin/README.md', 'utf8')
  const known = (given: object): string[] => {
    try {
      resolveOptions(given as MokorPluginOptions, { serverURL: '', basePath: '', apiRoute: '/api', slugs: [] })
    } catch (error) {
      return /Known: (.*)\./.exec((error as Error).message)?.[1]?.split(', ') ?? []
    }
    return []
  }
  const options = known({ misspelt: 1 })
  expect(options).toContain('keys')
  expect(options.filter((name) => !new RegExp(`^\\| \`${name}[.\`]`, 'm').test(page))).toEqual([])
  const organisation = known({ organisation: { misspelt: 1 } })
  expect(organisation).toContain('iban')
  expect(organisation.filter((name) => !page.includes(`\n| \`organisation.${name}\` |`))).toEqual([])
})

test('every command that the README names exists', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = [...fs.readFileSync('README.md', 'utf8').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
