// What may be said of a request to whoever is asked about it, before there is an agreement: no name, no contact, no address.
import type { PayloadRequest } from 'payload'
import { municipality } from '../../../plugin/geo/index.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { containsContact, withoutContacts } from '../../../plugin/values/contact-details.js'
import { askedBy } from '../job/people.js'
import { skillNames } from '../skill-names.js'
import { type Commission, phraseFrom } from '../types.js'
import { whenWords } from '../words.js'
import { openStatuses } from './lifecycle.js'
import { offersOf } from './read.js'
import type { Offer } from './types.js'

export interface OfferFacts {
  reference: string
  /** Trades in words; «un lavoro» where none is known. */
  trade: string
  place: string
  when: string
  /** The client's words, whole and as a first phrase. */
  text: string
  phrase: string
  /** First name or organisation, and what they are. */
  who: string
  kind: string
  /** How many others are asked at the same time. */
  others: number
}

const aJob = localized('un lavoro', 'a job')
const remote = localized('a distanza', 'remote')
const unknownPlace = localized('luogo da definire', 'place to be agreed')
const kinds: Record<Commission['client']['kind'], Localized> = {
  person: localized('una persona', 'a person'),
  organisation: localized('un’azienda o un ente', 'a company or organisation'),
}

function placeWords({ place, mode }: Commission, lang: string): string {
  const town = place?.municipality ? municipality(place.municipality) : null
  if (town) return `${town.name} (${town.province})`
  return pick(lang, mode === 'remote' ? remote : unknownPlace)
}

export async function factsFor(
  req: PayloadRequest,
  commission: Commission,
  offer: Pick<Offer, 'id'>,
  lang: string,
): Promise<OfferFacts> {
  const trades = (await skillNames(req, commission, lang)).filter((trade) => !containsContact(trade))
  const asker = askedBy(commission)
  const asked = (await offersOf(req, commission.id)).filter(
    ({ id, status }) =>
      String(id) !== String(offer.id) && status !== 'waiting' && openStatuses.some((one) => one === status),
  )
  return {
    reference: commission.reference,
    trade: trades.join(', ') || pick(lang, aJob),
    place: placeWords(commission, lang),
    when: whenWords(commission, lang),
    text: withoutContacts(commission.description),
    phrase: withoutContacts(phraseFrom(commission.description)),
    who: containsContact(asker) ? '' : asker,
    kind: pick(lang, kinds[commission.client.kind]),
    others: asked.length,
  }
}
