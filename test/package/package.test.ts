// The tarball a consumer installs: what it holds, whether its exports and types are right, and that it starts a site.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { pack } from '../support/packing.mjs'

const run = promisify(execFile)
const root = process.cwd()
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-package-'))
let tarball = ''
let files: string[] = []

beforeAll(async () => {
  ;({ tarball, files } = await pack(root, work))
}, 120_000)

afterAll(() => fs.rmSync(work, { recursive: true, force: true }))

test('it holds what a consumer needs and nothing else', () => {
  for (const wanted of [
    'LICENSE',
    'README.md',
    'package.json',
    'dist/plugin/index.js',
    'dist/plugin/index.d.ts',
    'dist/plugin/admin/client.js',
    'dist/plugin/admin/rsc.js',
    'dist/plugin/entries/types.d.ts',
    'dist/plugin/entries/it.js',
    'dist/plugin/entries/en.js',
    'dist/widgets/mokor-directory.js',
    'dist/widgets/mokor-directory.d.ts',
    'dist/custom-elements.json',
    'dist/widgets/cdn/mokor.js',
    'dist/widgets/cdn/LICENSES.txt',
  ])
    expect(files).toContain(wanted)
  const docs =
    /^((README|CHANGELOG)\.md|plugin\/DEPLOYMENT\.md|(plugin|widgets)\/([\w-]+\/)?README\.md|examples\/screenshots\/[\w-]+\.png)$/
  const stray = files.filter((file) => !/^(dist\/|LICENSE$|package\.json$)/.test(file) && !docs.test(file))
  expect(stray).toEqual([])
  expect(files.filter((file) => /\.(test|spec)\.|\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
})

test('its pages lead to nothing that is not there', () => {
  const shipped = new Set(files)
  const pages = files.filter((file) => file.endsWith('.md'))
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'plugin/README.md', 'widgets/README.md']))
  const dead = pages.flatMap((page) =>
    [...fs.readFileSync(path.join(root, page), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, link = '']) => path.posix.join(path.posix.dirname(page), link))
      .filter((file) => !shipped.has(file))
      .map((file) => `${page}: ${file}`),
  )
  expect(dead).toEqual([])
})

test('each of its modules finds what it takes from the others', async () => {
  const { errors } = await build({
    entryPoints: files.filter((file) => /^dist\/(?!widgets\/cdn\/).*\.js$/.test(file)),
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['#*'],
    loader: { '.css': 'empty' },
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
}, 60_000)

test('the licences of what the served widgets hold come with them', () => {
  const served = fs.readFileSync(path.join(root, 'dist/widgets/cdn/LICENSES.txt'), 'utf8')
  for (const name of ['lit-html', '@lit/reactive-element']) expect(served).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(served).toContain('Redistributions in binary form must reproduce the above copyright')
})

test('its exports are sound (publint)', async () => {
  const { messages } = await publint({ pkgDir: root, strict: true, pack: 'npm' })
  expect(messages.filter((message) => message.type !== 'suggestion')).toEqual([])
}, 120_000)

test('its types resolve for ESM consumers (are the types wrong)', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(fs.readFileSync(tarball))))
  if (!analysis.types) throw new Error('the package has no types')
  // ESM only: CommonJS resolution and the long-gone node10 are not promised.
  const problems = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem) || ['node16-esm', 'bundler'].includes(problem.resolutionKind),
  )
  expect(problems.filter((problem) => problem.kind !== 'CJSResolvesToESM')).toEqual([])
}, 120_000)

describe('installed into an empty Payload site', () => {
  const site = path.join(work, 'site')
  const node = async (...words: string[]): Promise<string> => {
    const { NODE_OPTIONS: _, ...env } = process.env
    const child = { ...env, NODE_ENV: 'development' as const, PAYLOAD_CONFIG_PATH: 'payload.config.js' }
    return (await run(process.execPath, words, { cwd: site, env: child })).stdout
  }
  const payload = (...words: string[]) => node('node_modules/payload/bin.js', ...words)

  beforeAll(() => install(site), 300_000)

  test('it starts and answers', async () => {
    expect(await node('start.mjs')).toContain('started falegname 1')
  }, 60_000)

  test('its commands are found and run', async () => {
    expect(await payload('mokor:seed')).toMatch(/mokor:seed: \d{3} trades added, 1 were there already/)
    expect(await payload('mokor:check', '--dry')).toContain('All is as it should be.')
  }, 120_000)

  test('the admin finds every component by its path, and a bundler its code', async () => {
    fs.mkdirSync(path.join(site, 'app/(payload)/admin'), { recursive: true })
    await payload('generate:importmap')
    const map = path.join(site, 'app/(payload)/admin/importMap.js')
    for (const entry of ['rsc#DocumentPanel', 'client#BulkActions', 'rsc#Dashboard', 'rsc#DeskView'])
      expect(fs.readFileSync(map, 'utf8')).toContain(`payload-plugin-mokor/${entry}`)
    const bundled = await build({
      entryPoints: [map],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      loader: { '.css': 'empty' },
      external: ['@payloadcms/*', 'payload', 'react', 'react/*', 'next/*'],
      logLevel: 'silent',
    })
    expect(bundled.warnings).toEqual([])
  }, 120_000)

  test('its types know the names that the rooms bring, and no others', async () => {
    fs.writeFileSync(path.join(site, 'names.ts'), names)
    const words = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', 'names.ts']
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [compiler, '--ignoreConfig', ...words], { cwd: site })
  }, 120_000)

  test('every other entry can be imported, on a server too', async () => {
    const { it, en, types, element } = JSON.parse(await node('entries.mjs')) as Record<string, unknown>
    expect({ it, en, types, element }).toEqual({ it: 'Approva', en: 'Approve', types: [], element: 'function' })
  }, 60_000)
})

const tags = ['commission-form', 'directory', 'donate', 'join-form', 'member', 'place', 'skills', 'team'].map(
  (name) => `mokor-${name}`,
)

/** Packages with all that they need in turn, by the lockfile: as npm lays them, a scope for each of its own. */
function neededBy(names: string[]): string[] {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string> } | undefined>
  }
  const needed = new Set(names)
  for (const name of needed)
    for (const next of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) needed.add(next)
  expect([...needed].filter((name) => /^(payload|next|react)|^@payloadcms/.test(name))).toEqual([])
  return [...needed].map((name) => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : name))
}

test('beside Lit alone it brings neither Payload nor Next nor React, and its types reach none of them', async () => {
  const page = path.join(work, 'page')
  fs.mkdirSync(page)
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const wanted = { 'payload-plugin-mokor': `file:${tarball}`, lit: dependencies.lit }
  fs.writeFileSync(path.join(page, 'package.json'), JSON.stringify({ type: 'module', dependencies: wanted }))
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: page })
  const brought = fs.readdirSync(path.join(page, 'node_modules')).filter((name) => !name.startsWith('.'))
  expect(brought.sort()).toEqual([...new Set(['payload-plugin-mokor', ...neededBy(Object.keys(dependencies))])].sort())
  fs.writeFileSync(
    path.join(page, 'use.ts'),
    `import { setApi } from 'payload-plugin-mokor/widgets/core/address.js'
import { MokorDirectory } from 'payload-plugin-mokor/widgets/mokor-directory/mokor-directory.js'
${tags.map((tag) => `import 'payload-plugin-mokor/widgets/${tag}.js'`).join('\n')}
setApi('https://rete.example/api/mokor/v1')
document.addEventListener('mokor-select', ({ detail }) => detail.slug.trim())
export const directory = document.querySelector('mokor-directory') ?? new MokorDirectory()
`,
  )
  const words = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--lib',
    'es2023,dom,dom.iterable',
    'use.ts',
  ]
  await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...words], { cwd: page })
}, 300_000)

/** Of each kind of name one that is right and one that is misspelt. */
const names = `import { type MokorPluginOptions, mokorPlugin } from 'payload-plugin-mokor'
import type { CollectionKey, Commission, Feature } from 'payload-plugin-mokor/types'
const organisation = { name: 'Rete', email: 'desk@rete.example', iban: 'IT60X0542811101000000123456' }
const key: CollectionKey = 'commissions'
const feature: Feature = 'donations'
export const plugin = mokorPlugin({
  organisation,
  slugs: { [key]: 'requests', directory: 'rows' },
  features: { [feature]: true },
  mails: { 'commission-confirm': (content) => content },
})
export const titleOf = ({ title }: Commission): string => title.trim()
// @ts-expect-error no collection of any room
export const collection: CollectionKey = 'comissions'
// @ts-expect-error no feature of any room
export const feature2: Feature = 'donation'
// @ts-expect-error no mail of any room
export const mails: MokorPluginOptions['mails'] = { 'commission-confrim': (content) => content }
// @ts-expect-error no option of any room
export const options: MokorPluginOptions = { organisation: { ...organisation, ibann: '' } }
`

/** A site as small as Payload lets it be, with the tarball and what its peers ask for. */
async function install(site: string): Promise<void> {
  fs.mkdirSync(site)
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const needed = [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/ui',
    '@payloadcms/translations',
    'next',
    'react',
    'react-dom',
    'graphql',
  ]
  const write = (name: string, text: string) => fs.writeFileSync(path.join(site, name), text)
  write(
    'package.json',
    JSON.stringify({
      name: 'empty-site',
      private: true,
      type: 'module',
      dependencies: {
        ...Object.fromEntries(needed.map((name) => [name, own.devDependencies[name]])),
        'payload-plugin-mokor': `file:${tarball}`,
      },
    }),
  )
  write(
    'payload.config.js',
    `import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'
import { mokorPlugin } from 'payload-plugin-mokor'
export default buildConfig({
  secret: 'only-for-this-test', serverURL: 'http://127.0.0.1:3999', telemetry: false,
  db: sqliteAdapter({ client: { url: 'file:./site.db' } }),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  logger: { options: { level: 'silent' } },
  plugins: [mokorPlugin({ outbox: { worker: false }, organisation: { name: 'Rete', email: 'desk@rete.example', iban: 'IT60X0542811101000000123456' } })],
})
`,
  )
  write(
    'start.mjs',
    `import { getPayload } from 'payload'
import config from './payload.config.js'
const payload = await getPayload({ config })
const skill = await payload.create({ collection: 'skills', data: { slug: 'falegname', names: { it: 'Falegname', en: 'Carpenter' }, sector: 'crafts' } })
const { totalDocs } = await payload.count({ collection: 'skills' })
console.log('started', skill.slug, totalDocs)
process.exit(0)
`,
  )
  write(
    'entries.mjs',
    `import { en } from 'payload-plugin-mokor/translations/en'
import { it } from 'payload-plugin-mokor/translations/it'
import * as types from 'payload-plugin-mokor/types'
import * as donate from 'payload-plugin-mokor/widgets/mokor-donate.js'
console.log(JSON.stringify({
  it: it['action-approve'], en: en['action-approve'], types: Object.keys(types), element: typeof Object.values(donate)[0],
}))
`,
  )
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: site })
}
