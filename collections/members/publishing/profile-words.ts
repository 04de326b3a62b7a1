// How the pages put a member's facts into words.
import type { MemberCardDto } from '../../../plugin/directory/dto.js'
import { inLang, say } from '../../../plugin/i18n/localized.js'
import { dayAndMonth, theDay } from '../../../plugin/values/dates.js'

const kinds = {
  professional: say('Professionista', 'Professional'),
  company: say('Azienda', 'Company'),
  enthusiast: say('Per passione', 'Out of passion'),
  occasional: say('Lavori occasionali', 'Occasional work'),
}

export const kindOf = (kind: MemberCardDto['kind'], lang: string): string => inLang(lang, kinds[kind])

export const placeOf = ({ municipality, province }: MemberCardDto['place'], lang: string): string =>
  municipality
    ? `${municipality.name} (${province.code})`
    : inLang(lang, say(`Provincia di ${province.name}`, `Province of ${province.name}`))

export function availabilityOf({ state, from }: MemberCardDto['availability'], lang: string): string {
  const since = from === undefined ? '' : theDay('Dal', from, lang, dayAndMonth)
  return inLang(
    lang,
    {
      now: say('Disponibile subito', 'Available now'),
      from: say(since, `From ${since}`),
      sometimes: say('Ogni tanto', 'Now and then'),
      'not-now': say('Ora non prende lavori', 'Takes no work now'),
    }[state],
  )
}

export const languageOf = (code: string, lang: string): string =>
  new Intl.DisplayNames(inLang(lang, { it: 'it', en: 'en' }), { type: 'language' }).of(code) ?? code
