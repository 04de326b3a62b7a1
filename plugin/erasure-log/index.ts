// The erasure log: a file beside the database that says who was erased and which links were revoked, for the day a backup is restored.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { ErasedKind } from '../definitions/rooms.js'
import { mokor } from '../runtime.js'

export interface Erased {
  at: string
  kind: ErasedKind
  id: string
}

/**
 * Adds a line for each, where the site keeps such a log. Written with the erasure and not after it: of the two failures, a line
 * too many is seen in the drill's `--dry`, a line too few brings somebody back. A disk that is full stops no erasure.
 */
export async function logErased(payload: Payload, kind: ErasedKind, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const at = new Date().toISOString()
  await append(payload, ids.map((id) => `${JSON.stringify({ at, kind, id } satisfies Erased)}\n`).join(''))
}

async function append(payload: Payload, lines: string): Promise<void> {
  const file = mokor(payload).options.erasureLog
  if (file === null) return
  try {
    await fs.mkdir(path.dirname(file), { recursive: true })
    await fs.appendFile(file, lines)
  } catch (error) {
    payload.logger.error({ err: error, msg: `payload-plugin-mokor: the erasure log ${file} cannot be written` })
  }
}

/** Makes the file, so that it is there on the day of a restore also where nothing was ever erased. */
export const prepareErasureLog = (payload: Payload): Promise<void> => append(payload, '')

/** @throws when a line is none of ours; the message names it */
export async function readErased(payload: Payload, file: string): Promise<Erased[]> {
  const text = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the erasure log ${file} cannot be read (${error.code})`)
  })
  const kinds = new Set([...Object.keys(mokor(payload).erasures), 'link'])
  return text
    .split('\n')
    .flatMap((line, n) => (line.trim() === '' ? [] : [parse(line, kinds, `${file}, line ${n + 1}`)]))
}

function parse(line: string, kinds: ReadonlySet<string>, where: string): Erased {
  try {
    const { at, kind, id } = JSON.parse(line) as Record<string, unknown>
    if (
      typeof at === 'string' &&
      Number.isFinite(Date.parse(at)) &&
      typeof kind === 'string' &&
      kinds.has(kind) &&
      typeof id === 'string'
    )
      return { at, kind: kind as ErasedKind, id }
  } catch {
    // Said below, as of any other line that is none.
  }
  throw new Error(`${where} is no line of an erasure log: mend or remove it, then run the command again`)
}
