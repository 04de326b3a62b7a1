// The plan of the house, read from the imports: no circle, arrows downwards only, one place that knows rooms, no loose files.
import fs from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')

/** Parts of `plugin/` from the roof down; one on a lower line never imports one above it, nor its neighbours on the line. */
const floors = [
  ['index', 'entries'],
  ['assembly', 'system'],
  ['room', 'forms'],
  ['pages', 'fields'],
  ['api', 'admin', 'commands', 'confirmation', 'export'],
  ['security-log', 'backup', 'desk'],
  ['outbox'],
  ['lifecycle'],
  ['directory', 'roster', 'collection'],
  ['links', 'limits', 'read-model'],
  ['erasure-log'],
  ['database'],
  ['runtime', 'access', 'mail'],
  ['options', 'contract'],
  ['geo'],
  ['paper'],
  ['values'],
  ['i18n', 'definitions', 'translations'],
]

const isCode = (file: string): boolean => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file))
    .filter(isCode)

const files = new Set(['plugin', 'collections', 'widgets'].flatMap(filesIn))

const specifier = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(specifier)].flatMap(([, target = '']) => {
    const base = path.posix.join(path.posix.dirname(file), target).replace(/\.js$/, '')
    return ['.ts', '.tsx'].map((ending) => base + ending).find((one) => files.has(one)) ?? []
  })
}

const arrows = new Map([...files].map((file) => [file, importsOf(file)]))
const all = [...arrows].flatMap(([from, targets]) => targets.map((to) => [from, to] as const))
const drawn = ([from, to]: readonly [string, string]): string => `${from} → ${to}`

const isGround = (file: string): boolean => file.startsWith('plugin/')
/** Entries of the package; beside the plugin itself they pass on the types and words that rooms bring. */
const passesOn = (name: string): boolean => name === 'index' || name === 'entries'
const part = (file: string): string => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''
const floor = (file: string): number => floors.findIndex((names) => names.includes(part(file)))

/** Files that reach themselves again. */
function circles(): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, way: string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) found.push([...way.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of arrows.get(file) ?? []) visit(next, [...way, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}

test('the imports are read at all', () => {
  expect(files.size).toBeGreaterThan(300)
  expect(arrows.get('plugin/index.ts')).toContain('collections/index.ts')
})

test('no files import each other in a circle', () => {
  expect(circles()).toEqual([])
})

test('every part of plugin/ has its floor, and no file lies loose beside them', () => {
  expect([...files].filter((file) => isGround(file) && floor(file) < 0)).toEqual([])
  const loose = [...files].filter((file) => /^plugin\/[^/]+$/.test(file)).sort()
  const expected = ['index', 'room', 'runtime', 'system'].map((name) => `plugin/${name}.ts`)
  expect(loose).toEqual(expected)
})

test('inside plugin/ arrows run downwards', () => {
  const up = all.filter(
    ([from, to]) => isGround(from) && isGround(to) && part(from) !== part(to) && floor(from) >= floor(to),
  )
  expect(up.map(drawn)).toEqual([])
})

test('the ground knows no room; rooms know each other by their index alone', () => {
  const isRoom = (file: string): boolean => file.startsWith('collections/')
  const knowing = all.filter(([from, to]) => isGround(from) && !passesOn(part(from)) && isRoom(to))
  expect(knowing.map(drawn)).toEqual([])
  const inside = all.filter(
    ([from, to]) =>
      isRoom(from) && isRoom(to) && part(from) !== part(to) && !/^collections\/[^/]+(\/index)?\.ts$/.test(to),
  )
  expect(inside.map(drawn)).toEqual([])
})

/** What answers strangers: routes, pages, forms, and the types of what they say. */
const isPublic = (file: string): boolean =>
  /^plugin\/(api|pages|forms|contract|directory)\/|^widgets\/|(^|\/)(route|routes|page|dto|list-route|profile-route|list-page|profile-page)\.ts$/.test(
    file,
  )

test('the roster is read by no public part, only by members’ publishing and the desk’s side of requests', () => {
  const readers = all.filter(([from, to]) => part(to) === 'roster' && isGround(to) && part(from) !== 'roster')
  expect(readers.filter(([from]) => isPublic(from)).map(drawn)).toEqual([])
  const rooms = [...new Set(readers.map(([from]) => from).filter((file) => file.startsWith('collections/')))]
  expect(
    rooms.filter((file) => !/^collections\/(members\/(publishing\/|erasure)|commissions\/|index)/.test(file)),
  ).toEqual([])
  expect(readers.length).toBeGreaterThan(8)
})

const isShared = (file: string): boolean => /^plugin\/contract\/|^collections\/.*\/form\//.test(file)

test('contract and forms take each other, and plain values', () => {
  const beyond = all.filter(([from, to]) => isShared(from) && !isShared(to) && !to.startsWith('plugin/values/'))
  expect(beyond.map(drawn)).toEqual([])
})

test('widgets take contract and forms, and of answers the types alone', () => {
  const beyond = all.filter(([from, to]) => from.startsWith('widgets/') && !to.startsWith('widgets/') && !isShared(to))
  expect(beyond.filter(([, to]) => !/\/dto\.ts$/.test(to)).map(drawn)).toEqual([])
  for (const [from, to] of beyond) {
    const text = fs.readFileSync(path.join(root, from), 'utf8')
    const name = path.posix.relative(path.posix.dirname(from), to).replace(/\.ts$/, '.js')
    expect([from, text]).toEqual([from, expect.stringMatching(new RegExp(`import type [^;]*?from '${name}'`))])
  }
})
