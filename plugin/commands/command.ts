// How each command runs: starts Payload, does its work, says what came of it, and ends with an honest exit code.
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { mokor } from '../runtime.js'

/** Ends the command with exit code 2 and these words. */
export class Usage extends Error {}

/**
 * Payload prints what a command throws and still ends with 0: every way out is settled here instead.
 * @param work gets the words behind the command's name; returns whether all is well
 */
export function command(work: (payload: Payload, words: string[]) => Promise<boolean>) {
  return async (config: SanitizedConfig): Promise<void> => {
    let code = 1
    let payload: Payload | undefined
    try {
      mokor(config)
      payload = await getPayload({ config: Promise.resolve(config) })
      code = (await work(payload, process.argv.slice(3))) ? 0 : 1
    } catch (error) {
      code = error instanceof Usage ? 2 : 1
      console.error(error instanceof Error ? error.message : error)
    }
    await payload?.destroy()
    process.exit(code)
  }
}
