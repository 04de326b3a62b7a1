// The steps that editors take on one offer: recall it, ask the next at once, choose, and record what somebody said by phone.
import type { PayloadRequest } from 'payload'
import { Refusal } from '../../../plugin/collection/errors.js'
import { localized, pickFor } from '../../../plugin/i18n/localized.js'
import { editorCause } from '../../../plugin/lifecycle/transition.js'
import type { Commission } from '../types.js'
import { askNext, chooseOffer, followAnswers } from './agree.js'
import { acceptOffer, declineOffer } from './answer.js'
import { offersOf } from './read.js'
import { offerTransition } from './transition.js'
import { declineCodes, taxModes } from './types.js'

export const offerSteps = ['recall', 'ask', 'choose', 'accepted', 'declined'] as const
export type OfferStep = (typeof offerSteps)[number]

export interface StepValues {
  taxMode?: string | null | undefined
  show?: boolean | null | undefined
  code?: string | null | undefined
  note?: string | null | undefined
  until?: string | null | undefined
  suggested?: string | null | undefined
  why?: string | null | undefined
}

const sentences = {
  unknown: localized('Questa proposta non c’è più.', 'This offer is gone.'),
  late: localized(
    'Nel frattempo qualcosa è cambiato: ricarica la pagina e guarda a che punto sono le proposte.',
    'Something has changed meanwhile: reload the page and look where the offers stand.',
  ),
  taxMode: localized('Scrivi come lo farà, o «parliamone».', 'Write how they will do it, or “let us talk”.'),
  code: localized('Scegli perché ha detto di no.', 'Choose why they said no.'),
}

/**
 * In a transaction.
 * @throws a Refusal that says what to do
 */
export async function takeOfferStep(
  req: PayloadRequest,
  commission: Commission,
  offerId: string,
  step: OfferStep,
  values: StepValues,
): Promise<void> {
  const offer = (await offersOf(req, commission.id)).find(({ id }) => String(id) === offerId)
  if (!offer) throw new Refusal(pickFor(req, sentences.unknown), 404)
  const cause = editorCause(req, values.why ?? '')
  const late = (): never => {
    throw new Refusal(pickFor(req, sentences.late), 409)
  }
  if (step === 'recall') {
    if (commission.claim) late()
    await offerTransition(req, offer, 'recall', cause)
    return followAnswers(req, commission.id, cause)
  }
  if (step === 'ask') {
    if (commission.status !== 'offered' || commission.claim || offer.status !== 'waiting') late()
    return askNext(req, commission, offer, cause)
  }
  if (step === 'choose') {
    if ((await chooseOffer(req, commission, offer.id, 'network', cause)) !== 'agreed') late()
    return
  }
  if (step === 'accepted') {
    const taxMode = taxModes.find((one) => one === values.taxMode)
    if (!taxMode) throw new Refusal(pickFor(req, sentences.taxMode), 422, { field: 'taxMode' })
    const outcome = await acceptOffer(req, offer, { taxMode, showToClient: values.show ?? false, by: 'desk' })
    if (outcome === 'late') late()
    return
  }
  const code = declineCodes.find((one) => one === values.code)
  if (!code) throw new Refusal(pickFor(req, sentences.code), 422, { field: 'code' })
  const done = await declineOffer(req, offer, {
    code,
    note: values.note ?? '',
    until: values.until ?? null,
    suggested: values.suggested ?? '',
    by: 'desk',
  })
  if (!done) late()
}
