// How the pages put a member's facts into words.
import type { MemberCardDto } from '../api/dto.js'
import { inLang, say } from '../words.js'

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
  const day = from === undefined ? '' : dayIn(from, lang)
  return inLang(
    lang,
    {
      now: say('Disponibile subito', 'Available now'),
      from: say(sinceDay(day), `From ${day}`),
      sometimes: say('Ogni tanto', 'Now and then'),
      'not-now': say('Ora non prende lavori', 'Takes no work now'),
    }[state],
  )
}

/** «Dal 2 marzo», but «Dall’8», «Dall’11» and «Dal 1º». */
const sinceDay = (day: string): string => (/^(8|11) /.test(day) ? `Dall’${day}` : `Dal ${day.replace(/^1 /, '1º ')}`)

const dayIn = (date: string, lang: string): string =>
  new Intl.DateTimeFormat(inLang(lang, { it: 'it', en: 'en-GB' }), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(date))

export const languageOf = (code: string, lang: string): string =>
  new Intl.DisplayNames(inLang(lang, { it: 'it', en: 'en' }), { type: 'language' }).of(code) ?? code
