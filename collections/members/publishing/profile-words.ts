// Words for a member’s facts on the pages without script: kind, place, availability, languages.
import type { MemberCardDto } from '../../../plugin/directory/dto.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { formatDateWithArticle, formatDayAndMonth } from '../../../plugin/values/dates.js'

const kinds = {
  professional: localized('Professionista', 'Professional'),
  company: localized('Azienda', 'Company'),
  enthusiast: localized('Per passione', 'Out of passion'),
  occasional: localized('Lavori occasionali', 'Occasional work'),
  team: localized('Gruppo', 'Team'),
}

export const kindOf = (kind: MemberCardDto['kind'], lang: string): string => pick(lang, kinds[kind])

export const placeOf = ({ municipality, province }: MemberCardDto['place'], lang: string): string =>
  municipality
    ? `${municipality.name} (${province.code})`
    : pick(lang, localized(`Provincia di ${province.name}`, `Province of ${province.name}`))

export function availabilityOf({ state, from }: MemberCardDto['availability'], lang: string): string {
  const since = from === undefined ? '' : formatDateWithArticle('Dal', from, lang, formatDayAndMonth)
  return pick(
    lang,
    {
      now: localized('Disponibile subito', 'Available now'),
      from: localized(since, `From ${since}`),
      sometimes: localized('Ogni tanto', 'Now and then'),
      'not-now': localized('Ora non prende lavori', 'Takes no work now'),
    }[state],
  )
}

export const languageOf = (code: string, lang: string): string =>
  new Intl.DisplayNames(pick(lang, { it: 'it', en: 'en' }), { type: 'language' }).of(code) ?? code
