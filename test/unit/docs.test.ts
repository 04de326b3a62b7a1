// The docs list options, rights and routes from the code; `npm run docs` writes them anew.
import fs from 'node:fs'
import { withReferences } from '../support/reference.js'

test.each(['plugin/README.md'])('%s lists what the code has', (file) => {
  const page = fs.readFileSync(file, 'utf8')
  const current = withReferences(page)
  if (process.env.MOKOR_DOCS === 'write') fs.writeFileSync(file, current)
  else expect(page).toBe(current)
})

test('every command that the README names exists', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = [...fs.readFileSync('README.md', 'utf8').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
