// Reads a team as the public sees it: only public members are listed.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import { pageOf, publishedByIds } from '../../plugin/directory/index.js'
import { pick } from '../../plugin/i18n/localized.js'
import { mokor } from '../../plugin/runtime.js'
import { noCompany } from './agreement.js'
import type { TeamDto } from './dto.js'
import { readableTexts } from './texts.js'

/** A team that may be shown, with those of its people whose profiles are published; null for anything else. */
export async function publicTeam(req: PayloadRequest, slug: string, lang: string): Promise<TeamDto['team'] | null> {
  const { payload } = req
  const shown: Where = {
    and: [{ slug: { equals: slug } }, { public: { equals: true } }, { status: { in: ['active', 'closed'] } }],
  }
  const [team] = await documents(req, 'teams').find(shown, { limit: 1 })
  const texts = team ? await readableTexts(req, team) : null
  if (!team || !texts) return null
  const people = (team.members ?? []).flatMap(({ member }, index) =>
    member ? [{ id: String(member), role: texts.roles[index] ?? '' }] : [],
  )
  // Whoever is not public is not there.
  const rows = await publishedByIds(
    req,
    people.map(({ id }) => id),
  )
  const { options } = mokor(payload)
  return {
    slug,
    name: team.name,
    purpose: texts.purpose,
    note: pick(lang, noCompany(null)),
    members: people.flatMap(({ id, role }) => {
      const row = rows.get(id)
      return row ? [{ slug: row.slug, name: row.name, role, page: pageOf(options, row.slug) }] : []
    }),
  }
}
