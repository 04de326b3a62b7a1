// What the running code says of its version is what the package says.
import fs from 'node:fs'
import { version } from '../../plugin/collection/version.js'

test('the version is the package’s', () => {
  expect(version).toBe((JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }).version)
})
