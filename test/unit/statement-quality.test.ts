// Of 2,000 generated lines, what is booked together is right without exception; the bench judges 10,000.
import { previewStatements } from '../../collections/donations/statement/preview.js'
import { generatedStatement, qualityOf } from '../support/generated-statements.js'

test.each([1, 2])('2,000 lines of seed %i: nothing wrong is booked together', (seed) => {
  const { pledges, file, truths } = generatedStatement(seed, 2000)
  const [statement] = previewStatements([{ name: 'year.csv', bytes: file }], { pledges }, { accounts: [] }).statements
  const quality = qualityOf(statement?.lines ?? [], truths)
  expect(statement?.lines.length).toBe(2000)
  expect(quality.precision).toBe(1)
  expect(quality.bodyRecall).toBeGreaterThanOrEqual(0.999)
  expect(quality.recall).toBeGreaterThan(0.97)
})
