// What GET /members and GET /members/:slug answer, in zod.
import { z } from 'zod'
import {
  availabilityDto,
  modes,
  pictureDto,
  placeDto,
  publicKinds,
  publicMemberKinds,
  reachDto,
  rowTypes,
  skillDetailDto,
  skillDto,
} from '../contract/dto.js'

export const memberCardDto = z.object({
  type: z.enum(rowTypes),
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
  /** Address of the page of the profile, or of the team; null where there is none. */
  page: z.string().nullable(),
})

export const memberProfileDto = memberCardDto.extend({
  kind: z.enum(publicMemberKinds),
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

export const membersPageDto = z.object({
  members: z.array(listedMemberDto),
  total: totalDto.nullable(),
  totalLabel: z.string().nullable().describe('The total in words, in the asked language; with the total.'),
  facets: facetsDto.nullable(),
  /** On the first page of a question with `near`. */
  reach: reachDto.nullable(),
  next: z.string().nullable(),
  setAside: z
    .array(z.string())
    .describe('Words of `q` the answer does without: nobody bears them, or they tell nobody apart. Empty mostly.'),
})

export const memberAnswerDto = z.object({ member: memberProfileDto })

export type MemberCardDto = z.infer<typeof memberCardDto>

export type MemberProfileDto = z.infer<typeof memberProfileDto>

export type FacetValueDto = z.infer<typeof facetValueDto>

export type FacetsDto = z.infer<typeof facetsDto>

export type ListedMemberDto = z.infer<typeof listedMemberDto>

export type MembersPageDto = z.infer<typeof membersPageDto>

export type MemberAnswerDto = z.infer<typeof memberAnswerDto>
