// What editors find a request by.
import { placeTexts, type Searchable } from '../../plugin/search-key.js'
import { say } from '../../plugin/words.js'
import type { Commission } from './commission.js'

export const searched: Searchable<Commission> = {
  label: say('testo, riferimento, cliente, recapiti o comune', 'text, reference, client, contacts or town'),
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
