// What POST /members takes, in zod.
import { z } from 'zod'
import { absent, agrees, holds, is, lists, when } from '../../../plugin/contract/conditions.js'
import {
  availabilityStates,
  companyName,
  email,
  envelope,
  isoDate,
  languageCode,
  memberKinds,
  modes,
  municipality,
  oneLine,
  personName,
  phone,
  singleLine,
  skillInput,
  text,
} from '../../../plugin/contract/dto.js'
import { linkFault } from '../../../plugin/values/web-link.js'

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

/** As written by a form (before defaults). */
export type JoinInput = z.input<typeof joinInput>

/** As a service receives it (after defaults). */
export type JoinData = z.output<typeof joinInput>
