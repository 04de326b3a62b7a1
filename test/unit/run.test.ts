// `npm test` itself: what cannot begin counts as failed, and the last line says so.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

test('a part that does not exist is a failure, said in the line that everybody reads', () => {
  const { status, stdout } = spawnSync(process.execPath, ['test/run.mjs', '--only', 'brwser'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout).toContain('There is no part «brwser». Parts: lint, types, build,')
  expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
})

test('a part that cannot begin is counted, and the parts after it run', () => {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-run-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/run.mjs', '--only', 'mongo', 'sqlite', '--', '--testPathPatterns', 'no-such-test'],
    {
      encoding: 'utf8',
      // Whoever asks for Python or a download gets nothing: there is no MongoDB on such a machine.
      env: {
        ...process.env,
        PATH: '',
        XDG_CACHE_HOME: empty,
        MONGOMS_SYSTEM_BINARY: '',
        MONGOMS_DOWNLOAD_URL: 'http://127.0.0.1:1/none',
      },
    },
  )
  fs.rmSync(empty, { recursive: true, force: true })
  expect(status).toBe(1)
  expect(stderr).toContain('No mongod found')
  expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 2 failed')
}, 120_000)
