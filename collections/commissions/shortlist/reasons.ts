// Reasons why somebody is proposed for a job, as codes with values that can be kept, and as words for editors and, some, for clients.
import type { origins } from '../../../plugin/contract/dto.js'
import { type Localized, languageName, localized, pick } from '../../../plugin/i18n/localized.js'
import { formatDateWithArticle } from '../../../plugin/values/dates.js'

export type ReasonParams = Record<string, string | number | null>

/** Kept as it was with whatever was decided by it. */
export interface Reason {
  code: ReasonCode
  params: ReasonParams
}

const text = (value: ReasonParams[string] | undefined): string => String(value ?? '')
const day = (value: ReasonParams[string] | undefined, article: 'il' | 'al' | 'dal', lang: string): string =>
  formatDateWithArticle(article, text(value), lang)

const originWords: Record<(typeof origins)[number], Localized> = {
  practised: localized('mestiere', 'practised trade'),
  aptitude: localized('attitudine', 'aptitude'),
  passion: localized('passione', 'passion'),
}

const isOrigin = (origin: string): origin is (typeof origins)[number] => Object.hasOwn(originWords, origin)

/** E.g. `Falegname: mestiere, da 12 anni`. */
function coverage({ it, en, origin, years }: ReasonParams, lang: string): string {
  const how = isOrigin(text(origin)) ? pick(lang, originWords[text(origin) as (typeof origins)[number]]) : ''
  const since =
    typeof years !== 'number' || years === 0
      ? ''
      : pick(lang, {
          it: years === 1 ? 'da un anno' : `da ${years} anni`,
          en: years === 1 ? 'for one year' : `for ${years} years`,
        })
  const rest = [how, since].filter(Boolean).join(', ')
  return `${pick(lang, { it: text(it), en: text(en) })}${rest && `: ${rest}`}`
}

const km = (value: ReasonParams[string] | undefined): Localized =>
  value === 0
    ? localized('nello stesso comune', 'in the same town')
    : localized(`a ${text(value)} km`, `${text(value)} km away`)

type Say = (params: ReasonParams, lang: string) => string
const say =
  (words: (params: ReasonParams, lang: string) => Localized): Say =>
  (params, lang) =>
    pick(lang, words(params, lang))
const always = (it: string, en: string): Say => say(() => localized(it, en))

/** What the colour of a reason says: for, against, or to be known. */
export type ReasonTone = 'success' | 'pending' | 'muted'

interface Kind {
  say: Say
  tone: ReasonTone
  /** Whether a client may read it of somebody who accepted. */
  public: boolean
}

const kind = (tone: ReasonTone, isPublic: 'public' | 'desk', words: Say): Kind => ({
  say: words,
  tone,
  public: isPublic === 'public',
})

/** What somebody said of another job of the same trade. */
const wrongSize = (it: string, en: string): Kind =>
  kind(
    'pending',
    'desk',
    say(({ day: on }) =>
      localized(
        `${day(on, 'il', 'it')} un lavoro di questo mestiere era troppo ${it}`,
        `a job of this trade was too ${en} on ${day(on, 'il', 'en')}`,
      ),
    ),
  )

const kinds = {
  // What they can do
  covers: kind('success', 'public', coverage),
  'other-trade': kind('pending', 'desk', always('non ha il mestiere chiesto', 'does not have the trade asked for')),
  declared: kind(
    'success',
    'desk',
    say(({ it, en }) => localized(`${it}: dichiara l’abilitazione`, `${en}: declares the qualification`)),
  ),
  undeclared: kind(
    'pending',
    'desk',
    say(({ it, en }) =>
      localized(
        `${it}: non dichiara l’abilitazione, il cliente chieda quale certificato serve`,
        `${en}: declares no qualification, the client should ask for the certificate`,
      ),
    ),
  ),
  wanted: kind('success', 'desk', always('l’ha indicata chi chiede', 'named by the client')),
  'small-jobs': kind('success', 'public', always('prende anche lavoretti', 'takes small jobs too')),
  'no-small-jobs': kind(
    'muted',
    'desk',
    always('non dice se prende lavoretti', 'does not say whether small jobs suit'),
  ),
  // Where
  reaches: kind(
    'success',
    'public',
    say(({ km: far, radius }) => {
      const away = km(far)
      return localized(`${away.it}, si sposta fino a ${radius}`, `${away.en}, travels up to ${radius}`)
    }),
  ),
  'at-home': kind('success', 'public', always('nello stesso comune', 'in the same town')),
  everywhere: kind(
    'success',
    'public',
    say(({ km: far }) => {
      const away = far === null || far === undefined ? localized('', '') : km(far)
      return localized(
        ['lavora in tutta Italia', away.it].filter(Boolean).join(', '),
        ['works all over Italy', away.en].filter(Boolean).join(', '),
      )
    }),
  ),
  province: kind(
    'pending',
    'desk',
    say(({ province }) =>
      localized(
        `in provincia di ${province}: chiedere se ci arriva`,
        `in the province of ${province}: ask whether it is in reach`,
      ),
    ),
  ),
  beyond: kind(
    'pending',
    'desk',
    say(({ km: far, radius }) =>
      radius === 0
        ? localized(`a ${far} km, di solito lavora a casa`, `${far} km away, usually works at home`)
        : localized(
            `a ${far} km, di solito si sposta fino a ${radius}`,
            `${far} km away, usually travels up to ${radius}`,
          ),
    ),
  ),
  'remote-only': kind('pending', 'desk', always('lavora solo a distanza', 'works remotely only')),
  unplaced: kind('muted', 'desk', always('non si sa quanto è lontana', 'how far away is not known')),
  remote: kind('success', 'public', always('lavora a distanza', 'works remotely')),
  // Languages
  speaks: kind(
    'success',
    'public',
    say(({ lang }) => {
      const name = languageName(text(lang))
      return localized(`parla ${name.it}`, `speaks ${name.en}`)
    }),
  ),
  'no-language': kind(
    'pending',
    'desk',
    say(({ lang }) => {
      const name = languageName(text(lang))
      return localized(`non dice di parlare ${name.it}`, `does not say to speak ${name.en}`)
    }),
  ),
  // When
  now: kind('success', 'public', always('può subito', 'available now')),
  sometimes: kind('muted', 'public', always('ogni tanto', 'now and then')),
  'in-time': kind(
    'success',
    'public',
    say(({ day: from }) =>
      localized(`può ${day(from, 'dal', 'it')}, in tempo`, `available from ${day(from, 'dal', 'en')}, in time`),
    ),
  ),
  from: kind(
    'pending',
    'public',
    say(({ day: from }) => localized(`può ${day(from, 'dal', 'it')}`, `available from ${day(from, 'dal', 'en')}`)),
  ),
  busy: kind(
    'pending',
    'desk',
    say(({ day: until }) =>
      localized(
        `ha detto che non ha tempo fino ${day(until, 'al', 'it')}`,
        `said to have no time until ${day(until, 'al', 'en')}`,
      ),
    ),
  ),
  // What they said of other jobs
  'said-not-client': kind(
    'pending',
    'desk',
    say(({ day: on }) =>
      localized(
        `${day(on, 'il', 'it')} ha detto «non per questa persona»`,
        `said “not for this person” on ${day(on, 'il', 'en')}`,
      ),
    ),
  ),
  'said-far': kind(
    'pending',
    'desk',
    say(({ place, day: on }) =>
      localized(
        `${day(on, 'il', 'it')} ha detto che ${text(place)} è troppo lontano`,
        `said on ${day(on, 'il', 'en')} that ${text(place)} is too far`,
      ),
    ),
  ),
  'said-big': wrongSize('grande', 'big'),
  'said-small': wrongSize('piccolo', 'small'),
  'not-now': kind('pending', 'desk', always('ora non prende lavori', 'takes no work now')),
  // Load and fair turn
  free: kind('success', 'desk', always('nessun lavoro in corso', 'no job under way')),
  load: kind(
    'muted',
    'desk',
    say(({ open, cap }) =>
      localized(`lavori in corso: ${open} (al massimo ${cap})`, `jobs under way: ${open} (at most ${cap})`),
    ),
  ),
  full: kind(
    'pending',
    'desk',
    say(({ open, cap }) =>
      localized(`ha già abbastanza lavori: ${open} su ${cap}`, `has enough jobs already: ${open} of ${cap}`),
    ),
  ),
  newcomer: kind('success', 'desk', always('mai avuto un lavoro dalla rete', 'never had a job from the network')),
  served: kind(
    'muted',
    'desk',
    say(({ day: on }) => localized(`ultimo lavoro: ${day(on, 'il', 'it')}`, `last job: ${day(on, 'il', 'en')}`)),
  ),
  'served-lately': kind(
    'pending',
    'desk',
    say(({ day: on }) =>
      localized(`ha avuto un lavoro da poco: ${day(on, 'il', 'it')}`, `had a job lately: ${day(on, 'il', 'en')}`),
    ),
  ),
  'asked-lately': kind(
    'muted',
    'desk',
    say(({ day: on }) =>
      localized(`già sentita da poco: ${day(on, 'il', 'it')}`, `asked lately already: ${day(on, 'il', 'en')}`),
    ),
  ),
  'kept-place': kind(
    'success',
    'desk',
    always('è il posto tenuto per chi non ha ancora lavorato', 'this place is kept for who had no job yet'),
  ),
} satisfies Record<string, Kind>

export type ReasonCode = keyof typeof kinds

const isKnown = (code: string): code is ReasonCode => Object.hasOwn(kinds, code)

/** A reason as editors read it; empty for one that this version does not know. */
export const reasonWords = (code: string, params: ReasonParams, lang: string): string =>
  isKnown(code) ? kinds[code].say(params, lang) : ''

export const reasonTone = (code: string): ReasonTone => (isKnown(code) ? kinds[code].tone : 'muted')

/** Those that a client may read of somebody who accepted: never qualification, load, novelty or who was asked when. */
export const publicReasons = (reasons: readonly { code: string; params: ReasonParams }[]): Reason[] =>
  reasons.flatMap(({ code, params }) => (isKnown(code) && kinds[code].public ? [{ code, params }] : []))
