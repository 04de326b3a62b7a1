// `payload mokor:books [--carry] [--dry]`: checks the books, writes the donations' sums anew, and prints everything that cannot be.
import { command, switches } from '../../../../plugin/commands/command.js'
import { euros } from '../../../../plugin/values/money.js'
import { keepsBooks } from '../../ledger/books.js'
import { bookSentences, violationWords } from '../../ledger/words.js'
import { carryAllOver, checkBooks } from '../books.js'

export const script = command(switches('mokor:books', '--carry', '--dry'), async (payload, asked) => {
  if (!(await keepsBooks(payload))) {
    console.log(`mokor:books: ${bookSentences.notKept.en}`)
    return true
  }
  const dry = asked.has('--dry')
  if (asked.has('--carry') && !dry)
    console.log(`mokor:books: ${await carryAllOver(payload)} donations of before the books carried over.`)
  const { entries, donations, balances, violations, mended } = await checkBooks(payload, { mend: !dry })
  console.log(`mokor:books: ${entries} entries and ${donations} donations looked at.`)
  for (const [account, cents] of balances) console.log(`  ${account.padEnd(20)} ${euros(cents, 'en').padStart(14)}`)
  for (const { kind, about, detail } of violations) console.log(`  ${about} ${violationWords[kind].en}: ${detail}`)
  if (violations.some(({ kind }) => kind === 'not-carried'))
    console.log('  Run it with --carry to bring in what had arrived before.')
  if (mended > 0) console.log(`  ${mended} donations hold the sums of their entries again.`)
  if (violations.length === 0) console.log('All is as it should be.')
  return violations.every(({ kind }) => kind === 'sums' && !dry)
})
