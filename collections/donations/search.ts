// What the treasurer finds a donation by.
import type { Searchable } from '../../plugin/collection/search-key.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { Donation } from './types.js'

export const searched: Searchable<Donation> = {
  label: localized('causale, nome o e-mail', 'reference, name or e-mail'),
  short: ({ reference, donor }) => [reference, donor?.name, donor?.email],
}
