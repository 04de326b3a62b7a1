// What POST /commissions takes and answers, in zod.
import { z } from 'zod'
import { agrees, holds, is, when } from '../../plugin/contract/conditions.js'
import {
  companyName,
  email,
  envelope,
  isoDate,
  municipality,
  oneOfSkillAndOwn,
  personName,
  phone,
  singleLine,
  skillOrOwn,
  unconfirmedDto,
} from '../../plugin/contract/dto.js'
import { cleanText } from '../../plugin/values/clean-text.js'

export const commissionReceiptDto = unconfirmedDto.extend({
  reference: z.string(),
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
    /** Slugs of profiles that were added to it: they are asked first. */
    wanted: z.array(z.string().max(120)).max(5, 'too-many').default([]),
    /** It cannot wait: people have hours to answer, not days. */
    urgent: z.boolean().default(false),
    /** A small job, less than two hours. */
    micro: z.boolean().default(false),
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

export type CommissionReceiptDto = z.infer<typeof commissionReceiptDto>

export type CommissionInput = z.input<typeof commissionInput>

export type CommissionData = z.output<typeof commissionInput>
