// The sentence about tax deductions that the organisation configured, in a language.
import { pick } from '../i18n/localized.js'
import type { ResolvedOptions } from './index.js'

export type Organisation = ResolvedOptions['organisation']

/** The only sentence on taxes anywhere: none unless the body is registered with RUNTS. */
export function taxNote({ runtsStatus }: Pick<Organisation, 'runtsStatus'>, lang: string): string | null {
  if (runtsStatus !== 'registered') return null
  return pick(lang, {
    it: 'L’associazione è iscritta al RUNTS: una donazione fatta con un mezzo tracciabile, come il bonifico, dà diritto alle agevolazioni fiscali previste dalla legge. Conserva la ricevuta del bonifico.',
    en: 'The association is registered with RUNTS: a donation paid by a traceable means, such as a bank transfer, gives a right to the tax relief that Italian law provides. Keep the receipt of the transfer.',
  })
}
