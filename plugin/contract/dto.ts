// The public contract in zod: what routes take and give. Widgets import the types only; openapi.json is made from these.
import { z } from 'zod'
import { emailNameLength, emailPattern, holdsLetter, holdsLetterOrDigit, phonePattern } from '../fields/validators.js'
import { cleanText, plainSigns } from '../values/clean-text.js'
import { couldBePhone } from '../values/phone.js'
import { linkFault } from '../values/web-link.js'
import { absent, agrees, holds, is, lists, when } from './conditions.js'

export const publicKinds = ['professional', 'company', 'enthusiast', 'occasional'] as const
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

const isoDate = z.iso.date('date.invalid')
const languageCode = z.string().regex(/^[a-z]{2}$/)

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

export const memberCardDto = z.object({
  type: z.literal('member'),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(publicKinds),
  headline: z.string(),
  lang: z.string(),
  place: placeDto,
  distanceKm: z.number().int().nullable(),
  skills: z.array(skillDto),
  skillsTotal: z.number().int(),
  modes: z.array(z.enum(modes)),
  languages: z.array(z.string()),
  availability: availabilityDto,
  picture: pictureDto.nullable(),
  /** Address of the profile's page; null where there is none. */
  page: z.string().nullable(),
})

export const memberProfileDto = memberCardDto.extend({
  skills: z.array(skillDetailDto),
  experience: z.string(),
  radiusKm: z.number().int().nullable(),
  links: z.array(z.object({ label: z.string().nullable(), url: z.string() })),
  phone: z.string().nullable(),
  /** False while the member takes no work, or the relay is off. */
  contactable: z.boolean(),
})

export const facetValueDto = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
})
export const facetsDto = z.object({
  kind: z.array(facetValueDto),
  province: z.array(facetValueDto),
  skill: z.array(facetValueDto),
  mode: z.array(facetValueDto),
})
export const totalDto = z.object({
  value: z.number().int(),
  relation: z.enum(['eq', 'gte']),
})

export const listedMemberDto = memberCardDto.extend({
  /** Lives outside the circle around `near`, and travels as far as its middle. */
  comes: z.boolean(),
})
/** Who else would come to the place that was asked for; neither is counted in `total`. */
export const reachDto = z.object({
  /** From outside the circle, by how far they travel: listed behind the others. */
  comes: z.number().int(),
  /** On site all over Italy: listed by `travels=italy`. */
  everywhere: z.number().int(),
})
export const membersPageDto = z.object({
  members: z.array(listedMemberDto),
  total: totalDto.nullable(),
  facets: facetsDto.nullable(),
  /** On the first page of a question with `near`. */
  reach: reachDto.nullable(),
  next: z.string().nullable(),
  setAside: z
    .array(z.string())
    .describe('Words of `q` the answer does without: nobody bears them, or they tell nobody apart. Empty mostly.'),
})
export const memberAnswerDto = z.object({ member: memberProfileDto })

export const skillSuggestionDto = z.object({
  slug: z.string(),
  name: z.string(),
  /** In the language of the answer, as the name is. */
  sector: z.string(),
  regulated: z.boolean(),
})
export const skillSuggestionsDto = z.object({
  skills: z.array(skillSuggestionDto),
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
export const commissionReceiptDto = unconfirmedDto.extend({
  reference: z.string(),
})
export const donationSlipDto = z.object({
  reference: z.string(),
  status: z.literal('pledged'),
  amountCents: z.number().int(),
  currency: z.literal('EUR'),
  frequency: z.enum(['once', 'monthly']),
  payment: z.object({
    method: z.literal('bank-transfer'),
    beneficiary: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
    remittance: z.string(),
    epc: z.string(),
    qr: z.object({ size: z.number().int(), path: z.string() }),
  }),
  taxNote: z.string().nullable(),
  expiresAt: z.iso.datetime(),
})
export const donationsSummaryDto = z.object({
  currency: z.literal('EUR'),
  receivedCents: z.number().int(),
  received: z.number().int(),
  donors: z.array(z.object({ name: z.string(), message: z.string().nullable() })),
})
export const teamDto = z.object({
  team: z.object({
    slug: z.string(),
    name: z.string(),
    members: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        role: z.string(),
        page: z.string().nullable(),
      }),
    ),
  }),
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

const text = (max: number) => z.string().overwrite(cleanText).min(1, 'required').max(max, 'too-long')
const email = z
  .string()
  .overwrite(plainSigns)
  .max(254, 'too-long')
  .regex(emailPattern, 'email.invalid')
  // Longer names are no addresses, and no mail could be sent to them.
  .regex(emailNameLength, 'email.invalid')
const phone = z
  .string()
  .overwrite(plainSigns)
  .regex(phonePattern, 'phone.invalid')
  .refine(couldBePhone, 'phone.invalid')
const oneLine = /^[^\r\n]*$/
const singleLine = (max: number) => text(max).regex(oneLine, 'single-line')
/** Of a person: a name without a letter is none. */
const personName = (max: number) => singleLine(max).regex(holdsLetter, 'required')
/** Of a company or organisation, which may be called by a number. */
const companyName = (max: number) => singleLine(max).regex(holdsLetterOrDigit, 'required')
const municipality = z
  .string()
  .regex(/^\d{6}$/, 'place.unknown')
  .describe('ISTAT code of a municipality that `GET /places` knows.')

export const consentInput = z.strictObject({
  what: z.string().max(40),
  version: z.string().min(1, 'required').max(20),
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
const oneOfSkillAndOwn = [
  ({ skill, own }: { skill?: string; own?: string }) => Boolean(skill) !== Boolean(own),
  { message: 'skill.one', when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null },
] as const
const skillOrOwn = { oneOf: [holds('/skill', { minLength: 1 }), holds('/own', { minLength: 1 })] }

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

export const joinInput = z
  .strictObject({
    ...envelope,
    helper: z
      .strictObject({
        name: personName(80),
        email,
        consent: z.literal(true, 'helper.consent'),
      })
      .optional(),
    kind: z.enum(memberKinds),
    companyName: companyName(120).optional(),
    firstName: personName(60),
    lastName: z
      .string()
      .max(60, 'too-long')
      .regex(oneLine, 'single-line')
      .optional()
      .describe('Not everybody has one: a sign without a letter, such as a dash, is none.'),
    displayAs: z.enum(['full', 'initial', 'company']).default('initial'),
    headline: singleLine(120),
    experience: text(2000).optional(),
    skills: z.array(skillInput).min(1, 'skills.missing').max(20, 'skills.many'),
    place: z.strictObject({ municipality }),
    modes: z.array(z.enum(modes)).min(1, 'modes.missing').max(2),
    radiusKm: z.union([z.literal(0), z.literal(10), z.literal(25), z.literal(50), z.literal(100), z.null()]).optional(),
    availability: z.strictObject({
      state: z.enum(availabilityStates),
      from: isoDate.optional(),
    }),
    languages: z.array(languageCode).max(10).default([]),
    links: z
      .array(
        z.strictObject({
          label: singleLine(60).optional(),
          url: z
            .string('link.https')
            .max(300, 'too-long')
            .superRefine((url, context) => {
              const fault = linkFault(url)
              if (fault) context.addIssue({ code: 'custom', message: fault })
            })
            .meta({ format: 'uri' }),
        }),
      )
      .max(8)
      .default([]),
    email: email.optional(),
    phone: phone.optional(),
    phonePublic: z.boolean().default(false),
    reach: z.enum(['network', 'public'], 'reach.missing'),
  })
  .meta({
    allOf: [
      agrees('adult', 'rules'),
      when(is('/reach', 'public'), agrees('publish')),
      when(holds('/helper'), agrees('assisted')),
      when(absent('/helper'), holds('/email')),
      when(absent('/email'), holds('/phone')),
      when({ anyOf: [is('/kind', 'company'), is('/displayAs', 'company')] }, holds('/companyName')),
      when({ not: is('/kind', 'professional', 'company') }, holds('/experience')),
      when(lists('/modes', 'onsite'), holds('/radiusKm')),
      when(is('/availability/state', 'from'), holds('/availability/from')),
    ],
  })

export const contactInput = z.strictObject({
  ...envelope,
  name: personName(80),
  email,
  phone: phone.optional(),
  message: z.string().overwrite(cleanText).min(10, 'message.short').max(2000, 'too-long'),
})

export const commissionInput = z
  .strictObject({
    ...envelope,
    client: z.strictObject({
      kind: z.enum(['person', 'organisation']),
      name: personName(80),
      organisation: companyName(120).optional(),
      email,
      phone: phone.optional(),
      contactBy: z.enum(['email', 'phone']).default('email'),
      callTimes: singleLine(120).optional(),
    }),
    description: z.string().overwrite(cleanText).min(10, 'description.short').max(2000, 'too-long'),
    skills: z
      .array(
        z
          .strictObject({
            skill: z.string().max(80).optional(),
            own: singleLine(80).optional(),
          })
          .refine(...oneOfSkillAndOwn)
          .meta(skillOrOwn),
      )
      .max(5, 'skills.many')
      .default([]),
    mode: z.enum(['onsite', 'remote', 'either']),
    place: z.strictObject({ municipality }).optional(),
    placeNote: singleLine(160).optional(),
    when: z.strictObject({
      soon: z.enum(['soon', 'by', 'no-hurry']),
      by: isoDate.optional().describe('Today, in Italy, or later.'),
    }),
    choice: z.enum(['network', 'client']).default('network'),
    /** Slug of the profile it was opened from. */
    member: z.string().max(120).optional(),
  })
  .meta({
    allOf: [
      agrees('share'),
      when(is('/client/kind', 'organisation'), holds('/client/organisation')),
      when(is('/client/contactBy', 'phone'), holds('/client/phone')),
      when(is('/mode', 'onsite'), holds('/place')),
      when(is('/when/soon', 'by'), holds('/when/by')),
    ],
  })

export const donationInput = z
  .strictObject({
    ...envelope,
    amountCents: z.number().int().min(100, 'amount.range').max(99_999_999, 'amount.range'),
    currency: z.literal('EUR').default('EUR'),
    frequency: z.enum(['once', 'monthly']).default('once'),
    donor: z.strictObject({
      type: z.enum(['person', 'organisation']),
      name: companyName(80).optional().describe('Without a phone number, an e-mail address or a link.'),
      email: email.optional(),
    }),
    publicAs: z.enum(['name', 'anonymous']).default('anonymous'),
    message: text(500).optional(),
    method: z.literal('bank-transfer').default('bank-transfer'),
  })
  .meta({
    allOf: [when(is('/publicAs', 'name'), { allOf: [holds('/donor/name'), agrees('publish')] })],
  })

export type SkillDto = z.infer<typeof skillDto>
export type SkillDetailDto = z.infer<typeof skillDetailDto>
export type PlaceDto = z.infer<typeof placeDto>
export type MemberCardDto = z.infer<typeof memberCardDto>
export type MemberProfileDto = z.infer<typeof memberProfileDto>
export type FacetValueDto = z.infer<typeof facetValueDto>
export type FacetsDto = z.infer<typeof facetsDto>
export type ListedMemberDto = z.infer<typeof listedMemberDto>
export type ReachDto = z.infer<typeof reachDto>
export type MembersPageDto = z.infer<typeof membersPageDto>
export type MemberAnswerDto = z.infer<typeof memberAnswerDto>
export type SkillSuggestionDto = z.infer<typeof skillSuggestionDto>
export type SkillSuggestionsDto = z.infer<typeof skillSuggestionsDto>
export type PlaceSuggestionDto = z.infer<typeof placeSuggestionDto>
export type PlaceSuggestionsDto = z.infer<typeof placeSuggestionsDto>
export type NetworkDto = z.infer<typeof networkDto>
export type UnconfirmedDto = z.infer<typeof unconfirmedDto>
export type CommissionReceiptDto = z.infer<typeof commissionReceiptDto>
export type DonationSlipDto = z.infer<typeof donationSlipDto>
export type DonationsSummaryDto = z.infer<typeof donationsSummaryDto>
export type TeamDto = z.infer<typeof teamDto>
export type ProblemDto = z.infer<typeof problemDto>
/** As written by a form (before defaults). */
export type JoinInput = z.input<typeof joinInput>
export type ContactInput = z.input<typeof contactInput>
export type CommissionInput = z.input<typeof commissionInput>
export type DonationInput = z.input<typeof donationInput>
/** As a service receives it (after defaults). */
export type JoinData = z.output<typeof joinInput>
export type ContactData = z.output<typeof contactInput>
export type CommissionData = z.output<typeof commissionInput>
export type DonationData = z.output<typeof donationInput>
