// Scheduled jobs of donations: a pledge that nobody paid expires, and its donor is forgotten.
import type { PayloadRequest } from 'payload'
import { databaseNow } from '../../plugin/database/clock.js'
import type { JobDefinition } from '../../plugin/definitions/job.js'
import { isOverdue } from '../../plugin/outbox/index.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { eraseDonor, erasePledge, scheduleErasure } from './erasure.js'
import { isSilent } from './gifts.js'
import { entriesOf } from './ledger/books.js'
import { giftsIn } from './ledger/fold.js'
import { readDonation } from './read.js'
import { transition } from './transition.js'

/** Writes down what every reader sees already, so that lists by status are right. */
async function expire(req: PayloadRequest, target: string): Promise<void> {
  const donation = await readDonation(req, target)
  if (!donation || !(await isOverdue(req.payload, 'pledged', donation))) return
  await transition(req, donation, 'expire', { by: 'network', at: new Date(donation.expiresAt) })
  await scheduleErasure(req, donation)
}

/** A monthly gift that has not come for too long is not expected any more. */
async function lapse(req: PayloadRequest, target: string): Promise<void> {
  const donation = await readDonation(req, target)
  if (donation?.status !== 'standing') return
  const { last } = giftsIn(await entriesOf(req, target))
  const now = await databaseNow(req.payload, req)
  if (last && isSilent(last, dayInItaly(now))) await transition(req, donation, 'lapse', { by: 'network', at: now })
}

async function forget(req: PayloadRequest, target: string, { last }: Record<string, string>): Promise<void> {
  const donation = await readDonation(req, target)
  if (donation) await (last ? erasePledge : eraseDonor)(req, donation)
}

export const donationJobs: Record<string, JobDefinition> = {
  'donation-expire': { document: 'donations', run: expire },
  'donation-lapse': { document: 'donations', run: lapse },
  'donation-forget': { document: 'donations', run: forget },
}
