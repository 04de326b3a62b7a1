// GET /teams/:slug: a public team, with those of its people who are public.
import { z } from 'zod'
import type { DirectoryRow } from '../../directory/index.js'
import { mokor, slugOf } from '../../runtime.js'
import { teamDto } from '../dto.js'
import { memberPage } from '../network.js'
import { Problem } from '../problem.js'
import { readRoute } from '../route.js'

interface Team {
  id: string
  slug: string
  name: string
  members?: { member: string | number; role?: string | null }[] | null
}

export const team = readRoute({
  path: '/teams/:slug',
  feature: 'teams',
  summary: 'A public team',
  query: z.object({ lang: z.string().optional() }),
  answer: teamDto,
  async handle({ req, params }) {
    const { payload } = req
    const found = await payload.db.findOne<Team>({
      collection: slugOf(payload, 'teams'),
      where: {
        and: [
          { slug: { equals: params.slug } },
          { public: { equals: true } },
          { status: { not_equals: 'forming' } },
          { deletedAt: { exists: false } },
        ],
      },
    })
    if (!found) throw new Problem('not-found')
    const people = found.members ?? []
    // Names come from the published rows alone: who is not public is not there.
    const { docs: rows } = await payload.db.find<DirectoryRow>({
      collection: slugOf(payload, 'directory'),
      where: { id: { in: people.map(({ member }) => String(member)) } },
      pagination: false,
    })
    const published = new Map(rows.map((row) => [String(row.id), row]))
    const { options } = mokor(payload)
    const members = people.flatMap(({ member, role }) => {
      const row = published.get(String(member))
      return row ? [{ slug: row.slug, name: row.name, role: role ?? '', page: memberPage(options, row.slug) }] : []
    })
    return { body: { team: { slug: found.slug, name: found.name, members } } }
  },
})
