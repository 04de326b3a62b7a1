// What editors find a request by.
import { placeTexts, type Searchable } from '../../plugin/collection/search-key.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { Commission } from './types.js'

export const searched: Searchable<Commission> = {
  label: localized('testo, riferimento, cliente, recapiti o comune', 'text, reference, client, contacts or town'),
  short: ({ reference, client, place }) => [
    reference,
    client?.name,
    client?.organisation,
    client?.email,
    client?.phone,
    ...placeTexts(place),
  ],
  long: ({ title, description, placeNote, skills }) => [
    title,
    description,
    placeNote,
    ...(skills ?? []).map(({ own }) => own),
  ],
}
