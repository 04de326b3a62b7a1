// What stands in a save's way, for whoever saves a donation.
import { type Localized, localized } from '../../plugin/i18n/localized.js'

export const saveSentences = {
  start: localized('Una donazione nuova parte «promessa».', 'A new donation starts as “pledged”.'),
  given: (field: string): Localized =>
    localized(
      `«${field}» è già stato comunicato a chi dona e non cambia: si ritira questa promessa e se ne scrive un’altra.`,
      `“${field}” was given to the donor and cannot change: withdraw this pledge and enter another.`,
    ),
  booked: (field: string): Localized =>
    localized(
      `«${field}» viene dai conti: si cambia dal riquadro «Nei conti», con una nuova registrazione o una correzione.`,
      `“${field}” comes from the books: it changes in the panel “In the books”, by a new entry or a correction.`,
    ),
  name: localized('Per comparire per nome serve il nome.', 'A name is needed to be named.'),
  consent: localized(
    'Per comparire per nome serve il consenso «Vuole comparire per nome», qui sotto tra i consensi.',
    'To be named, the consent “Wants to be named” must be among the consents below.',
  ),
}
