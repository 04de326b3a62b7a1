// `payload mokor:check [--dry]`: compares the read models with the members' files, mends them, gives documents of older versions what
// their list is searched by, and prints what it found and what the features that are on ask of volunteers.

import { isErasedBack, returnedWarning } from '../../backup/returned.js'
import { fillSearchKeys } from '../../collection/search-key.js'
import { startWarnings } from '../../collection/start-check.js'
import { checkDirectory } from '../../directory/index.js'
import { volunteersWords } from '../../options/volunteers.js'
import { checkRoster } from '../../roster/index.js'
import { mokor } from '../../runtime.js'
import { command, switches } from '../command.js'

export const script = command(switches('mokor:check', '--dry'), async (payload, asked) => {
  const mend = !asked.has('--dry')
  const models = [
    { of: 'public members', ...(await checkDirectory(payload, { mend })) },
    { of: 'active members', ...(await checkRoster(payload, { mend })) },
  ]
  const filled = mend ? await fillSearchKeys(payload) : 0
  if (filled > 0) console.log(`mokor:check: ${filled} documents can now be found by the search above their list.`)
  for (const line of volunteersWords(mokor(payload).options.features, mokor(payload).features)) console.log(line)
  for (const { of, compared, missing, stale, extra } of models) {
    console.log(`mokor:check: ${compared} ${of} compared with their rows.`)
    for (const [what, ids] of [
      ['without a row', missing],
      ['with a row that is out of date', stale],
      ['rows that nobody ought to see', extra],
    ] as const)
      if (ids.length > 0)
        console.log(`  ${ids.length} ${what}: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''}`)
  }
  const found = models.flatMap(({ missing, stale, extra }) => [...missing, ...stale, ...extra]).length
  for (const warning of await startWarnings(payload)) console.log(`  Not set: ${warning}`)
  if (await isErasedBack(payload)) console.log(`  Restored: ${returnedWarning}`)
  if (found === 0) console.log('All is as it should be.')
  else console.log(mend ? 'Mended.' : 'Nothing was changed: run it without --dry to mend.')
  return found === 0 || mend
})
