// What GET /teams/:slug answers, in zod.
import { z } from 'zod'

export const teamDto = z.object({
  team: z.object({
    slug: z.string(),
    name: z.string(),
    purpose: z.string().describe('What it is for, in one line; empty where nothing is said.'),
    note: z.string().describe('That it is no company, in the asked language.'),
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

export type TeamDto = z.infer<typeof teamDto>
