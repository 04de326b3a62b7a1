// `payload mokor:seed`
import { command, switches } from '../../../../plugin/commands/command.js'
import { seed } from '../seed.js'

export const script = command(switches('mokor:seed'), async (payload) => {
  const { created, kept } = await seed(payload)
  console.log(`mokor:seed: ${created} trades added, ${kept} were there already and stay as they are.`)
  return true
})
