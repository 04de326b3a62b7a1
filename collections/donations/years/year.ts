// The year that a day falls into: opened by its first entry, and refused once it is closed.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../../../plugin/collection/errors.js'
import { documents } from '../../../plugin/database/documents.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { type Day, type Entry, yearOf } from '../ledger/posting.js'
import type { BookYear } from './types.js'

const closed = (year: string) =>
  localized(
    `L’anno ${year} è chiuso: si registra nell’anno in corso, con una nota.`,
    `The year ${year} is closed: book it in the present year, with a note.`,
  )

export async function yearAt(req: PayloadRequest, day: Day): Promise<BookYear | null> {
  const [found] = await documents(req, 'bookYears').find({ year: { equals: String(yearOf(day)) } })
  return found ?? null
}

/** @throws a Refusal where the day's year is closed */
export async function openYear(req: PayloadRequest, day: Day): Promise<void> {
  const year = String(yearOf(day))
  const found = await yearAt(req, day)
  if (found?.status === 'closed') throw new Refusal(pickFor(req, closed(year)), 409)
  // Of two first entries at once the other is tried again, and finds it.
  if (!found) await documents(req, 'bookYears').create({ year, status: 'open' })
}

export const entriesOfYear = (req: PayloadRequest, year: string): Promise<Entry[]> =>
  documents(req, 'ledger').find(
    { and: [{ on: { greater_than_equal: `${year}-01-01` } }, { on: { less_than_equal: `${year}-12-31` } }] },
    { sort: 'on' },
  )
