// Reads and proposes a statement of 100,000 lines, and prints time, memory, precision and recall of 10,000. Started by `npm run bench -- --statements`.
import { parseStatement } from '../../collections/donations/statement/parse.js'
import { previewStatements } from '../../collections/donations/statement/preview.js'
import { generatedStatement, qualityOf } from '../support/generated-statements.js'

const most = { seconds: 10, megabytes: 300 }
const megabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

const file = longFile(100_000)
const before = megabytes()
const began = performance.now()
const [large] = parseStatement(file)
const parsed = (performance.now() - began) / 1000
const memory = megabytes()
console.log(
  `${large?.lines.length} lines of CSV (${(file.length / 1024 / 1024).toFixed(1)} MB): ${parsed.toFixed(1)} s of ≤ ${most.seconds}, ${memory} MB of ≤ ${most.megabytes} (${before} before)`,
)

const { pledges, file: year, truths } = generatedStatement(1, 10_000)
const since = performance.now()
const [statement] = previewStatements([{ name: 'year', bytes: year }], { pledges }, { accounts: [] }).statements
const quality = qualityOf(statement?.lines ?? [], truths)
console.log(
  `10,000 lines beside 10,000 pledges in ${((performance.now() - since) / 1000).toFixed(1)} s: ${quality.matched} matched, precision ${quality.precision}, recall ${quality.recall.toFixed(4)}, recall of unharmed bodies ${quality.bodyRecall.toFixed(4)}`,
)

const isWell =
  parsed <= most.seconds && memory <= most.megabytes && quality.precision === 1 && quality.bodyRecall >= 0.999
console.log(isWell ? 'All within bounds.' : 'Out of bounds.')
process.exit(isWell ? 0 : 1)

function longFile(lines: number): Uint8Array {
  const rows = Array.from(
    { length: lines },
    (_, at) =>
      `${String(1 + (at % 28)).padStart(2, '0')}/03/2026;05/03/2026;"BONIFICO A VOSTRO FAVORE da persona numero ${at} per dono alla rete";${at % 900},50;EUR`,
  )
  return new TextEncoder().encode(['Data contabile;Data valuta;Descrizione;Importo;Divisa', ...rows].join('\n'))
}
