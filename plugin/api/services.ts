// The rooms' services, as the routes call them.
import type { Payload } from 'payload'
import * as commissions from '../../collections/commissions/index.js'
import * as donations from '../../collections/donations/index.js'
import * as members from '../../collections/members/index.js'
import type {
  CommissionData,
  ContactData,
  DonationData,
  DonationSlipDto,
  DonationsSummaryDto,
  JoinData,
} from './dto.js'
import type { WriteFacts } from './route.js'

export interface Services {
  joinNetwork(payload: Payload, data: JoinData, facts: WriteFacts): Promise<{ expiresAt: string }>
  relayMessage(payload: Payload, slug: string, data: ContactData, facts: WriteFacts): Promise<{ expiresAt: string }>
  requestCommission(
    payload: Payload,
    data: CommissionData,
    facts: WriteFacts,
  ): Promise<{ reference: string; expiresAt: string }>
  pledgeDonation(payload: Payload, data: DonationData, facts: WriteFacts): Promise<DonationSlipDto>
  donationsSummary(payload: Payload): Promise<DonationsSummaryDto>
}

export const services = { ...members, ...commissions, ...donations } as unknown as Services
