// What GET /skills answers, in zod.
import { z } from 'zod'

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

export type SkillSuggestionDto = z.infer<typeof skillSuggestionDto>

export type SkillSuggestionsDto = z.infer<typeof skillSuggestionsDto>
