// What whoever does the work should ask about before they begin. Input for their own adviser, never advice.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { TaxMode } from '../offers/types.js'

export const toBeChecked = localized('Da verificare con chi ti segue.', 'To be checked with whoever advises you.')

export const support = localized(
  'Ricevi NASpI o un altro sostegno? Prima di cominciare informati: di solito va detto all’INPS entro un mese. Da verificare con un patronato.',
  'Do you get NASpI or other support? Ask before you begin: INPS usually has to be told within a month. To be checked with a patronato.',
)

export const publicEmployee = localized(
  'Lavori per un ente pubblico? Di solito serve prima la sua autorizzazione. Da verificare con il tuo ufficio del personale.',
  'Do you work for a public body? Its permission is usually needed first. To be checked with your personnel office.',
)

/** Art. 44, para. 2, D.L. 269/2003: above it social security contributions begin. */
const yearlyThreshold = localized(
  'Prestazione occasionale: tieni il conto dell’anno. Oltre i 5.000 euro netti in un anno, sommando tutti i clienti, cominciano i contributi. Da verificare con chi ti segue.',
  'Occasional work: keep count of your year. Beyond a net 5,000 euros in a year, over all clients, contributions begin. To be checked with whoever advises you.',
)

const talk = localized(
  'Hai scelto «parliamone»: prima di cominciare scrivi alla rete, o senti un patronato o un commercialista.',
  'You chose “let us talk about it”: before you begin write to the network, or ask a patronato or an accountant.',
)

export const reminders = (mode: TaxMode): Localized[] => [
  ...(mode === 'occasional' ? [yearlyThreshold] : mode === 'talk' ? [talk] : []),
  ...(mode === 'vat' ? [] : [support, publicEmployee]),
]
