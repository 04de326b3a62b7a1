// What a site must have beside the plugin, and what it is told where it has not.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { peerProblems, peers, warnOfPeers } from '../../plugin/options/peers.js'

const all = new Map([
  ['payload', '3.90.2'],
  ['@payloadcms/ui', '3.90.0'],
  ['next', '16.4.6'],
  ['react', '19.3.1'],
  ['react-dom', '19.3.1'],
])

test('the list is that of package.json, where none of them is forced upon whoever wants the widgets alone', () => {
  const own = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    peerDependencies: Record<string, string>
    peerDependenciesMeta: Record<string, { optional: boolean }>
  }
  const plain = (range: string) =>
    range.replace(/^\^(\d+)(.*)$/, (_all, major, rest) => `>=${major}${rest} <${Number(major) + 1}`)
  expect(Object.fromEntries(Object.entries(own.peerDependencies).map(([name, range]) => [name, plain(range)]))).toEqual(
    Object.fromEntries(
      Object.entries(peers).map(([name, { from, below }]) => [
        name,
        below === null ? `>=${from}` : `>=${from} <${below}`,
      ]),
    ),
  )
  for (const name of Object.keys(peers)) expect(own.peerDependenciesMeta[name]).toEqual({ optional: true })
})

test('a site that has them all hears nothing', () => {
  expect(peerProblems(all)).toEqual([])
  expect(peerProblems(new Map([...all, ['sharp', '0.35.5'], ['mongoose', '8.24.0']]))).toEqual([])
})

test.each([
  [
    'next',
    undefined,
    'payload-plugin-mokor needs next >=16.3.3 <17, the site has none: npm install "next@>=16.3.3 <17"',
  ],
  [
    'next',
    '16.3.2',
    'payload-plugin-mokor needs next >=16.3.3 <17, the site has 16.3.2: npm install "next@>=16.3.3 <17"',
  ],
  ['next', '16.10.0', undefined],
  [
    'payload',
    '3.9.0',
    'payload-plugin-mokor needs payload >=3.90.0 <4, the site has 3.9.0: npm install "payload@>=3.90.0 <4"',
  ],
  ['payload', '3.100.0-canary.4', undefined],
  [
    'payload',
    '4.0.0',
    'payload-plugin-mokor needs payload >=3.90.0 <4, the site has 4.0.0: npm install "payload@>=3.90.0 <4"',
  ],
  ['sharp', '0.32.9', 'payload-plugin-mokor needs sharp >=0.33.0, the site has 0.32.9: npm install "sharp@>=0.33.0"'],
])('%s at %s', (name, version, said) => {
  const versions = new Map<string, string>(all)
  if (version) versions.set(name, version)
  else versions.delete(name)
  expect(peerProblems(versions)).toEqual(said ? [said] : [])
})

test('a site is told at its start, by what its own folder sees', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-peers-'))
  const put = (where: string, name: string, version: string) => {
    const at = path.join(folder, where, 'node_modules', name)
    fs.mkdirSync(at, { recursive: true })
    fs.writeFileSync(path.join(at, 'package.json'), JSON.stringify({ version }))
  }
  for (const [name, version] of all) put('.', name, version)
  put('site', 'next', '15.4.0')
  const said: string[] = []
  const payload = { logger: { warn: (line: string) => said.push(line) } } as unknown as Payload
  warnOfPeers(payload, path.join(folder, 'site'))
  warnOfPeers(payload, os.tmpdir())
  fs.rmSync(folder, { recursive: true })
  expect(said).toEqual([
    'payload-plugin-mokor needs next >=16.3.3 <17, the site has 15.4.0: npm install "next@>=16.3.3 <17"',
  ])
})
