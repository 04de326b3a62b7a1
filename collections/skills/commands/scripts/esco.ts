// `payload mokor:esco FILE… [--isco GROUP --sector SECTOR]`: ESCO's addresses and words for the list of trades.
import { command } from '../../../../plugin/commands/command.js'
import { importEsco, readAsked } from '../esco.js'

export const script = command(readAsked, async (payload, asked) => {
  const { matched, completed, added, free, unclear } = await importEsco(payload, asked)
  console.log(`mokor:esco: ${matched} trades are in ESCO, ${completed} of them completed; ${added} added.`)
  for (const { skill, uris } of unclear)
    console.log(`  ${skill.slug} could be any of: ${uris.join(', ')}. Write the right one into its file.`)
  if (free > 0) console.log(`  ${free} occupations or skills of the files match no trade; --isco adds a group of them.`)
  return true
})
