// `payload mokor:statement FILE…`: what bank files hold, and what each line seems to be, as JSON; books nothing.
import { command } from '../../../../plugin/commands/command.js'
import { previewFiles, printable, readStatementWords } from '../statement.js'

export const script = command(readStatementWords, async (payload, asked) => {
  const preview = await previewFiles(payload, asked)
  console.log(JSON.stringify(printable(preview, asked.lang), null, 1))
  return preview.problems.length === 0 && preview.statements.every(({ problem }) => problem === null)
})
