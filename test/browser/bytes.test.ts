// What the widgets weigh on the wire, against their budgets.
import fs from 'node:fs'
import { startPartner } from '../support/partner.js'
import { KB, widgetSizes } from '../support/widget-sizes.js'

const { blog, site } = await startPartner()
const lines: string[] = []

afterAll(() => {
  process.stdout.write(`${lines.join('\n')}\n`)
  if (process.env.MOKOR_TEST_SHOTS)
    fs.writeFileSync(`${process.env.MOKOR_TEST_SHOTS}/bytes.txt`, `${lines.join('\n')}\n`)
})

test.each(widgetSizes)('$what: within $budget KB', async ({ what, budget, weigh }) => {
  const bytes = await weigh({ blog, site })
  lines.push(`${what}: ${(bytes / KB).toFixed(2)} KB of ${budget}`)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(budget * KB)
})
