// What all forms together may send, and how near they are to it.
import type { Payload } from 'payload'
import type { WriteFacts } from '../contract/write-facts.js'
import { type Allowance, levelOf } from './counters.js'

/**
 * Forms of all together, so that a flood does not become a flood of mail. Over it only who sends much is held up, or whoever
 * cannot be told from them. Widgets and pages have a ceiling each: pages ask for no proof of work.
 */
export const ceilings: Record<WriteFacts['how'], Allowance> = {
  web: { burst: 2000, everyMs: 1000 },
  page: { burst: 1000, everyMs: 1000 },
}

/** Part of a ceiling from which challenges grow heavier and editors are told. */
export const busy = 0.5

/** How full each ceiling is, 0 to 1. */
export async function levelsOfForms(payload: Payload, now = new Date()): Promise<Record<WriteFacts['how'], number>> {
  const [web, page] = await Promise.all(
    (['web', 'page'] as const).map((how) => levelOf(payload, `form:all:${how}`, ceilings[how], now)),
  )
  return { web: web ?? 0, page: page ?? 0 }
}

/** Whether forms are near one of their ceilings: the desk ought to know. */
export const isFlooded = async (payload: Payload): Promise<boolean> =>
  Object.values(await levelsOfForms(payload)).some((level) => level >= busy)
