// Scheduled jobs of donations: a pledge that nobody paid expires, and its donor is forgotten.
import type { MailDefinition } from '../../plugin/definitions/mail.js'
import { job } from '../../plugin/outbox/job.js'
import { eraseDonor, erasePledge, scheduleErasure } from './erasure.js'
import { readDonation } from './read.js'
import { transition } from './transition.js'

/** Writes down what every reader sees already, so that lists by status are right. */
const expire = job(async (req, target) => {
  const donation = await readDonation(req, target)
  if (donation?.status !== 'expired') return
  await transition(req, donation, 'expire', { by: 'network', at: new Date(donation.expiresAt) })
  await scheduleErasure(req, donation)
})

const forget = job(async (req, target, { last }) => {
  const donation = await readDonation(req, target)
  if (donation) await (last ? erasePledge : eraseDonor)(req, donation)
})

export const donationJobs: Record<string, MailDefinition> = {
  'donation-expire': expire,
  'donation-forget': forget,
}
