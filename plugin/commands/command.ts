// Runs a command: starts Payload, does the work, prints the outcome, sets the exit code.
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { indexesBuilt } from '../collection/indexes.js'
import { directoryOf } from '../directory/index.js'
import { mokor } from '../runtime.js'

/** Ends the command with exit code 2 and these words. */
export class Usage extends Error {}

/** Reads the words of a command that takes nothing but switches. */
export const switches =
  (name: string, ...known: string[]) =>
  (words: string[]): Set<string> => {
    const unknown = words.find((word) => !known.includes(word))
    if (unknown !== undefined)
      throw new Usage(
        `${name} does not know ${unknown}. Usage: payload ${[name, ...known.map((word) => `[${word}]`)].join(' ')}`,
      )
    return new Set(words)
  }

/**
 * Payload prints what a command throws and still ends with 0: every way out is settled here instead.
 * @param read makes sense of the words behind the command's name, before anything is opened
 * @param work returns whether all is well
 */
export function command<Asked>(
  read: (words: string[]) => Asked,
  work: (payload: Payload, asked: Asked) => Promise<boolean>,
) {
  return async (config: SanitizedConfig): Promise<void> => {
    let code = 1
    let payload: Payload | undefined
    try {
      mokor(config)
      const asked = read(process.argv.slice(3))
      // A site's start mends the directory and sets the worker going: a command does what it says, and only that.
      payload = await getPayload({ config: Promise.resolve(config), disableOnInit: true })
      await indexesBuilt(payload)
      await directoryOf(payload).prepare()
      code = (await work(payload, asked)) ? 0 : 1
    } catch (error) {
      code = error instanceof Usage ? 2 : 1
      console.error(error instanceof Error ? error.message : error)
    }
    await payload?.destroy()
    process.exit(code)
  }
}
