// The people of a team as its mails and pages name them: as they want to appear, whoever of them the public sees.
import type { PayloadRequest } from 'payload'
import { documents } from '../../plugin/database/documents.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import { type Member, publicName } from '../members/index.js'
import { sharesOf } from './terms.js'
import { peopleOf, type Team, type TeamPerson } from './types.js'

export interface NamedPerson extends TeamPerson {
  /** Null where their file is gone. */
  file: Member | null
  name: string
  part: number | null
}

export const readTeam = (req: PayloadRequest, id: DocumentId): Promise<Team | null> => documents(req, 'teams').byId(id)

/** In the order of the team. */
export async function namedPeople(req: PayloadRequest, team: Team): Promise<NamedPerson[]> {
  const files = await filesOf(req, team)
  const shares = sharesOf(team.members ?? [])
  return (team.members ?? []).map((person, at) => {
    const file = files.get(String(person.member)) ?? null
    return { ...person, file, name: file ? publicName(file) : '—', part: shares[at] ?? null }
  })
}

/** Everybody in it and who keeps in touch, by id. */
export async function filesOf(req: PayloadRequest, team: Team): Promise<Map<string, Member>> {
  const ids = [...peopleOf(team), team.referent].flatMap((id) => id ?? [])
  if (ids.length === 0) return new Map()
  const found = await documents(req, 'members').find({ id: { in: ids } }, { showHiddenFields: true })
  return new Map(found.map((member) => [String(member.id), member]))
}
