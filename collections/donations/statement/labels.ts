// What each kind of proposal is called.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { ProposalKind } from './proposal.js'

export const proposalLabels: Record<ProposalKind, Localized> = {
  matched: localized('abbinata', 'matched'),
  probable: localized('probabile', 'probable'),
  split: localized('divisa', 'split'),
  reversal: localized('storno', 'reversal'),
  'already-booked': localized('già registrata', 'booked already'),
  'already-by-hand': localized('già registrata a mano', 'booked by hand already'),
  twin: localized('sembra la stessa', 'seems to be the same'),
  payout: localized('incasso di un circuito', 'payout of a circuit'),
  expense: localized('uscita', 'expense'),
  unknown: localized('sconosciuta', 'unknown'),
  pending: localized('in attesa', 'waiting'),
  ignored: localized('ignorata', 'ignored'),
}
