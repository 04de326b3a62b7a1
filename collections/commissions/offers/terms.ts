// Until when whoever is offered a job answers: by how soon the work is wanted, and by the days on which somebody is at the desk. Pure.
import { dayInItaly, hourInItaly } from '../../../plugin/values/dates.js'
import { atHourInItaly, onDeskDay, type Weekday } from '../../../plugin/values/working-days.js'
import type { Commission } from '../types.js'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Nobody answers at night. */
const night = { from: 21, until: 8 }
const morning = 10
/** Whoever reads mails after work has still read it. */
export const evening = 20

export interface TermOptions {
  offerDays: number
  offerHours: number
  deskDays: readonly Weekday[]
}

type Wanted = Pick<Commission, 'when' | 'urgent'>

/** A term of days ends in the evening of a desk day; one of hours never in the night. */
export function offerTerm({ when, urgent }: Wanted, at: Date, options: TermOptions): Date {
  const { offerDays, offerHours, deskDays } = options
  if (urgent || when.soon === 'soon')
    return awake(new Date(at.getTime() + (urgent ? offerHours / 4 : offerHours) * hourMs))
  const last = onDeskDay(new Date(at.getTime() + offerDays * dayMs), deskDays)
  return atHourInItaly(dayInItaly(last), evening)
}

function awake(term: Date): Date {
  const hour = hourInItaly(term)
  if (hour >= night.until && hour < night.from) return term
  const day = hour >= night.from ? new Date(term.getTime() + dayMs / 2) : term
  return atHourInItaly(dayInItaly(day), morning)
}

/** A reminder sooner after the offer than this would only press. */
const leastHours = 4

/** At half of the term; null where there is too little of it. */
export function reminderAt(asked: Date, answerBy: Date): Date | null {
  const whole = answerBy.getTime() - asked.getTime()
  return whole < leastHours * hourMs ? null : awake(new Date(asked.getTime() + whole / 2))
}
