// The elements' contract is shipped whole, and the page about the widgets lists what it holds.
import fs from 'node:fs'
import { type Manifest, withElements } from '../support/elements.js'

const manifest = JSON.parse(fs.readFileSync('dist/custom-elements.json', 'utf8')) as Manifest
const elements = manifest.modules.flatMap((module) => module.declarations ?? []).filter((one) => one.tagName)

test('widgets/README.md lists what the elements have', () => {
  const page = fs.readFileSync('widgets/README.md', 'utf8')
  const current = withElements(page, manifest)
  if (process.env.MOKOR_DOCS === 'write') fs.writeFileSync('widgets/README.md', current)
  else expect(page).toBe(current)
})

test('every element says what it is for, and each of its attributes and events too', () => {
  const silent = elements.flatMap((element) =>
    [element, ...(element.attributes ?? []), ...(element.events ?? [])]
      .filter((one) => !one.description?.trim())
      .map((one) => `${element.tagName} ${one.name}`),
  )
  expect(silent).toEqual([])
})

test('every element has its module, its types and its place among React’s', () => {
  const react = fs.readFileSync('dist/widgets/react.d.ts', 'utf8')
  for (const { tagName } of elements) {
    if (tagName === 'mokor-donation-slip') continue
    expect(fs.existsSync(`dist/widgets/${tagName}.js`)).toBe(true)
    expect(fs.existsSync(`dist/widgets/${tagName}.d.ts`)).toBe(true)
    expect(react).toContain(`'${tagName}'`)
  }
})
