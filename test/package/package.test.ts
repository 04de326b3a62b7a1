// The tarball a consumer installs: what it holds, whether its exports and types are right, and that it starts a site.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'

const run = promisify(execFile)
const root = process.cwd()
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-package-'))
let tarball = ''
let files: string[] = []

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: root })
  const answer = JSON.parse(stdout) as
    | { filename: string; files: { path: string }[] }[]
    | Record<string, { filename: string; files: { path: string }[] }>
  const packed = Object.values(answer)[0]!
  tarball = path.join(work, packed.filename)
  files = packed.files.map((file) => file.path)
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
    'dist/plugin/types.d.ts',
    'dist/plugin/translations/it.js',
    'dist/plugin/translations/en.js',
    'dist/widgets/mokor-directory.js',
    'dist/widgets/mokor-directory.d.ts',
    'dist/custom-elements.json',
    'dist/widgets/cdn/mokor.js',
  ])
    expect(files).toContain(wanted)
  const stray = files.filter((file) => !/^(dist\/|LICENSE$|README\.md$|package\.json$)/.test(file))
  expect(stray).toEqual([])
  expect(files.filter((file) => /\.(test|spec)\.|\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
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

test('installed into an empty Payload site, it starts and answers', async () => {
  const site = path.join(work, 'site')
  fs.mkdirSync(site)
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const pinned = (name: string) => own.devDependencies[name]
  fs.writeFileSync(
    path.join(site, 'package.json'),
    JSON.stringify({
      name: 'empty-site',
      private: true,
      type: 'module',
      dependencies: Object.fromEntries([
        ...[
          'payload',
          '@payloadcms/db-sqlite',
          '@payloadcms/ui',
          '@payloadcms/translations',
          'next',
          'react',
          'react-dom',
          'graphql',
        ].map((name) => [name, pinned(name)]),
        ['payload-plugin-mokor', `file:${tarball}`],
      ]),
    }),
  )
  fs.writeFileSync(
    path.join(site, 'start.mjs'),
    `import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload } from 'payload'
import { mokorPlugin } from 'payload-plugin-mokor'
const config = await buildConfig({
  secret: 'only-for-this-test', serverURL: 'http://127.0.0.1:3999', telemetry: false,
  db: sqliteAdapter({ client: { url: 'file:./site.db' } }),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  logger: { options: { level: 'silent' } },
  plugins: [mokorPlugin({ outbox: { worker: false }, organisation: { name: 'Rete', email: 'desk@rete.example', iban: 'IT60X0542811101000000123456' } })],
})
const payload = await getPayload({ config })
const skill = await payload.create({ collection: 'skills', data: { slug: 'falegname', names: { it: 'Falegname', en: 'Carpenter' }, sector: 'crafts' } })
const { totalDocs } = await payload.count({ collection: 'skills' })
console.log('started', skill.slug, totalDocs)
process.exit(0)
`,
  )
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: site })
  const { stdout } = await run(process.execPath, ['start.mjs'], {
    cwd: site,
    env: { ...process.env, NODE_ENV: 'development' },
  })
  expect(stdout).toContain('started falegname 1')
}, 300_000)
