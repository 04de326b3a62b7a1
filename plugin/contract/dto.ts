// Zod schemas that several public routes share. Widgets import the types only; openapi.json is made from these.
import { z } from 'zod'
import { cleanText, plainSigns } from '../values/clean-text.js'
import { emailNameLength, emailPattern, holdsLetter, holdsLetterOrDigit, phonePattern } from '../values/patterns.js'
import { couldBePhone } from '../values/phone.js'
import { holds } from './conditions.js'

/** What a row of the directory is. */
export const rowTypes = ['member', 'team'] as const
/** What kinds of member the public can tell. */
export const publicMemberKinds = ['professional', 'company', 'enthusiast', 'occasional'] as const
export const publicKinds = [...publicMemberKinds, 'team'] as const
export const memberKinds = [
  'professional',
  'company',
  'enthusiast',
  'occasional',
  'unemployed',
  'never-employed',
  'underemployed',
] as const
export const modes = ['onsite', 'remote'] as const
export const origins = ['practised', 'aptitude', 'passion'] as const
export const availabilityStates = ['now', 'from', 'sometimes', 'not-now'] as const
export const radii = [0, 10, 25, 50, 100] as const

export const isoDate = z.iso.date('date.invalid')
export const languageCode = z.string().regex(/^[a-z]{2}$/)

// ── Answers ────────────────────────────────────────────────────────────────

export const skillDto = z.object({
  slug: z.string().nullable(),
  name: z.string(),
  origin: z.enum(origins),
  years: z.number().int().nullable(),
})
export const skillDetailDto = skillDto.extend({ note: z.string().nullable() })

export const placeDto = z.object({
  municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
  province: z.object({ code: z.string(), name: z.string() }),
  region: z.string(),
})

export const pictureDto = z.object({
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})

export const availabilityDto = z.object({
  state: z.enum(availabilityStates),
  from: isoDate.optional(),
})
/** Who else would come to the place that was asked for; neither is counted in `total`. */
export const reachDto = z.object({
  /** From outside the circle, by how far they travel: listed behind the others. */
  comes: z.number().int(),
  /** On site all over Italy: listed by `travels=italy`. */
  everywhere: z.number().int(),
})

export const placeSuggestionDto = z.object({
  code: z.string(),
  name: z.string(),
  province: z.object({ code: z.string(), name: z.string() }),
  region: z.string(),
})
export const placeSuggestionsDto = z.object({
  places: z.array(placeSuggestionDto),
})

/** What a widget must know of the network before it draws a form. */
export const networkDto = z.object({
  name: z.string(),
  languages: z.array(z.string()),
  features: z.record(z.string(), z.boolean()),
  privacyUrl: z.string().nullable(),
  rulesUrl: z.string().nullable(),
  consentVersion: z.string(),
  answerDays: z.number().int(),
  /** The network's own no-script pages, by name. */
  pages: z.record(z.string(), z.string()),
  /** Sentence on tax relief, in the asked language; null unless lawful. */
  taxNote: z.string().nullable(),
})

export const unconfirmedDto = z.object({
  status: z.literal('unconfirmed'),
  expiresAt: z.iso.datetime(),
})

export const problemDto = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        code: z.string(),
        message: z.string(),
        /** Values to choose from, where a word had several meanings. */
        choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      }),
    )
    .optional(),
  answer: z
    .unknown()
    .optional()
    .describe('On a form that comes again unchanged, with the same challenge: what it was answered the first time.'),
})

// ── Bodies ─────────────────────────────────────────────────────────────────
// Every issue's message is a code of plugin/api/messages; zod's own wording never reaches a visitor.

export const text = (max: number) => z.string().overwrite(cleanText).min(1, 'required').max(max, 'too-long')
export const email = z
  .string()
  .overwrite(plainSigns)
  .max(254, 'too-long')
  .regex(emailPattern, 'email.invalid')
  // Longer names are no addresses, and no mail could be sent to them.
  .regex(emailNameLength, 'email.invalid')
export const phone = z
  .string()
  .overwrite(plainSigns)
  .regex(phonePattern, 'phone.invalid')
  .refine(couldBePhone, 'phone.invalid')
export const oneLine = /^[^\r\n]*$/
export const singleLine = (max: number) => text(max).regex(oneLine, 'single-line')
/** Of a person: a name without a letter is none. */
export const personName = (max: number) => singleLine(max).regex(holdsLetter, 'required')
/** Of a company or organisation, which may be called by a number. */
export const companyName = (max: number) => singleLine(max).regex(holdsLetterOrDigit, 'required')
export const municipality = z
  .string()
  .regex(/^\d{6}$/, 'place.unknown')
  .describe('ISTAT code of a municipality that `GET /places` knows.')

export const consentInput = z.strictObject({
  what: z.string().max(40),
  version: z.string().min(1, 'required').max(40),
})

/** Fields every public write carries beside its own. */
export const envelope = {
  lang: languageCode.optional().describe('Language of the form, in which its mails and problems are written.'),
  consents: z.array(consentInput).max(10).default([]).describe('What was agreed to, with the version that was shown.'),
  challenge: z
    .string()
    .max(4000)
    .optional()
    .describe(
      'Proof of work, good for one form: base64url (no padding) of the UTF-8 JSON `{"challenge": …, "solution": {"counter": …, ' +
        '"derivedKey": …}}`. `challenge` is the answer of `GET /challenge`, unchanged. `counter` is the whole number from 0 up for ' +
        'which PBKDF2 (SHA-256, with the rounds that the challenge sets, `keyLength` bytes), of the nonce’s bytes followed by the counter as 4 bytes ' +
        'big-endian, salted with the salt’s bytes, gives a key whose hex begins with `keyPrefix`; `derivedKey` is that hex.',
    ),
  website: z.string().max(2000).optional().describe('Honeypot: people leave it empty.'),
  page: z
    .url()
    .max(8000)
    .optional()
    .describe('Address of the page that holds the form; of one longer than 500 characters the site alone is kept.'),
}

/** Told together with what else is wrong with the skill. */
export const oneOfSkillAndOwn = [
  ({ skill, own }: { skill?: string; own?: string }) => Boolean(skill) !== Boolean(own),
  { message: 'skill.one', when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null },
] as const
export const skillOrOwn = { oneOf: [holds('/skill', { minLength: 1 }), holds('/own', { minLength: 1 })] }

export const skillInput = z
  .strictObject({
    skill: z.string().max(80).optional(),
    own: singleLine(80).optional(),
    origin: z.enum(origins),
    years: z.number().int().min(0, 'years.range').max(70, 'years.range').optional(),
    note: singleLine(160).optional(),
    qualified: z.enum(['yes', 'no', 'unknown']).optional().describe('Asked where the skill is regulated.'),
  })
  .refine(...oneOfSkillAndOwn)
  .meta(skillOrOwn)

export type SkillDto = z.infer<typeof skillDto>
export type SkillDetailDto = z.infer<typeof skillDetailDto>
export type PlaceDto = z.infer<typeof placeDto>
export type ReachDto = z.infer<typeof reachDto>
export type PlaceSuggestionDto = z.infer<typeof placeSuggestionDto>
export type PlaceSuggestionsDto = z.infer<typeof placeSuggestionsDto>
export type NetworkDto = z.infer<typeof networkDto>
export type UnconfirmedDto = z.infer<typeof unconfirmedDto>
export type ProblemDto = z.infer<typeof problemDto>
