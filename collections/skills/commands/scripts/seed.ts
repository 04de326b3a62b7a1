// `payload mokor:seed`
import { command, switches } from '../../../../plugin/commands/command.js'
import { seed } from '../seed.js'

export const script = command(switches('mokor:seed'), async (payload) => {
  const { created, kept, completed } = await seed(payload)
  console.log(
    `mokor:seed: ${created} trades added, ${kept} were there already and stay as you made them; ${completed} of them got new synonyms.`,
  )
  return true
})
