// Why a line of a statement is proposed as it is, in words for the treasurer.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import { euros } from '../../../plugin/values/money.js'

const inEuros = (cents: number, words: (amount: string, lang: 'it' | 'en') => string): Localized => ({
  it: words(euros(cents, 'it'), 'it'),
  en: words(euros(cents, 'en'), 'en'),
})

export const reasons = {
  referenceAndAmount: localized('riferimento e importo', 'reference and amount'),
  otherAmount: (pledged: number): Localized =>
    inEuros(pledged, (amount, lang) =>
      lang === 'it' ? `importo diverso: la promessa è di ${amount}` : `another amount: the pledge is of ${amount}`,
    ),
  alreadyArrived: (day: string | null): Localized =>
    localized(
      day ? `già arrivata il ${day}` : 'già arrivata in questo file',
      day ? `arrived already on ${day}` : 'arrived already in this file',
    ),
  bodyAlone: localized(
    'il riferimento è senza le prime quattro lettere, o sono sbagliate',
    'the reference lacks its first four characters, or they are wrong',
  ),
  oneSlip: localized('il riferimento ha una lettera diversa', 'one character of the reference differs'),
  sameAmount: localized('stesso importo', 'same amount'),
  sameName: localized('stesso nome di chi ha promesso', 'same name as the pledge’s donor'),
  severalCandidates: localized('può essere più di una promessa', 'it could be more than one pledge'),
  splitAdds: localized('più riferimenti, e la somma torna', 'several references, and the sum is right'),
  splitFails: (sum: number): Localized =>
    inEuros(sum, (amount, lang) =>
      lang === 'it' ? `i riferimenti insieme fanno ${amount}` : `the references together come to ${amount}`,
    ),
  expired: localized('la promessa era scaduta: vale lo stesso', 'the pledge had expired: it counts all the same'),
  withdrawn: localized('la promessa era ritirata: vale lo stesso', 'the pledge was withdrawn: it counts all the same'),
  lapsed: localized('la donazione mensile si era fermata', 'the monthly gift had stopped'),
  comesBack: localized('sembra denaro nostro che torna', 'it looks like money of ours that comes back'),
  foreignReference: localized('il riferimento non è di questa rete', 'the reference is none of this network'),
  foreignCurrency: (currency: string): Localized =>
    localized(`è in ${currency}: decidi tu`, `it is in ${currency}: decide yourself`),
  notBooked: localized(
    'la banca non l’ha ancora contabilizzata: si registra dall’estratto successivo',
    'the bank has not booked it yet: it is booked from the next statement',
  ),
  onlyNotice: localized(
    'è un avviso, non un estratto conto: si registra dal camt.053',
    'this is a notice, no statement: it is booked from the camt.053',
  ),
  zero: localized('importo zero', 'amount of zero'),
  sameLine: localized('la stessa riga è già stata letta', 'the same line was read before'),
  sameDayAndAmount: localized(
    'stesso giorno e importo di una riga di un altro file',
    'same day and amount as a line of another file',
  ),
  byHand: (day: string): Localized =>
    localized(`segnata arrivata a mano il ${day}`, `marked arrived by hand on ${day}`),
  circuit: (name: string): Localized => localized(`versamento di ${name}`, `payout by ${name}`),
  circuitAdds: localized('torna con gli incassi del circuito', 'equals the circuit’s charges less its fees'),
  circuitMissing: localized(
    'gli incassi che lo compongono non sono ancora nei libri',
    'the charges it is made of are not in the books yet',
  ),
  takenBack: localized('la banca ha ripreso questo bonifico', 'the bank took this transfer back'),
  takenBackUnknown: localized(
    'la banca ha ripreso un bonifico: guarda quale',
    'the bank took a transfer back: see which',
  ),
  expense: localized('è un’uscita', 'money that went out'),
  bankFee: localized('spese della banca', 'the bank’s charges'),
  learntRow: localized('come le altre volte', 'as before'),
  nothingKnown: localized(
    'non so chi è: è un’offerta, una quota, un rimborso o altro?',
    'who it is from is not known: a gift, a fee, a refund, or something else?',
  ),
}
