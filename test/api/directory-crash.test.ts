// A site killed at any of the writes of a change shows nothing hidden once it is up again.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { database, newDatabase } from '../support/site.js'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-crash-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const run = (program: string, args: string[]) =>
  new Promise<{ signal: string | null; code: number | null; said: string; cried: string }>((resolve) => {
    const child = execFile(program, args, { env: { ...process.env, NODE_OPTIONS: '' } }, (_, said, cried) =>
      resolve({ signal: child.signalCode, code: child.exitCode, said, cried }),
    )
  })

test('killed before any of its writes, a change leaves nothing hidden in public after the restart', async () => {
  // Inside the project, so that the program finds the packages.
  const program = path.resolve(`node_modules/.cache/mokor-crash-${process.pid}.mjs`)
  const bundled = await run('node_modules/.bin/esbuild', [
    'test/support/crash-child.ts',
    '--bundle',
    '--packages=external',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    `--outfile=${program}`,
    '--log-level=error',
  ])
  expect(bundled).toMatchObject({ code: 0 })
  const url = newDatabase[database](`crash${process.pid}`, folder)
  let kills = 0
  for (let nth = 1; nth < 60; nth++) {
    const { signal, code, said, cried } = await run(process.execPath, [
      '--no-warnings',
      program,
      database,
      url,
      String(nth),
    ])
    const [looked, done] = said
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect([nth, looked ?? cried]).toEqual([nth, JSON.stringify({ problems: [] })])
    if (done) break
    expect([signal, code]).toEqual(['SIGKILL', null])
    kills += 1
  }
  fs.rmSync(program, { force: true })
  // Two updates, each with a row, an entry and a version of the file.
  expect(kills).toBeGreaterThanOrEqual(6)
}, 280_000)
