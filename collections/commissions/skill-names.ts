// Names of the skills that a request asks for: from the catalogue, or in the client’s own words.
import type { PayloadRequest } from 'payload'
import { skillNameIn } from '../../plugin/directory/index.js'
import { readSkills, type Skill } from '../skills/index.js'
import type { Commission } from './types.js'

type Wanted = Pick<Commission, 'skills'>

/** Known skills of a request, by id. */
export async function knownSkills(req: PayloadRequest, { skills }: Wanted): Promise<Map<string, Skill>> {
  const ids = (skills ?? []).flatMap(({ skill }) => skill ?? [])
  if (ids.length === 0) return new Map()
  const found = await readSkills(req, { id: { in: ids } }, ids.length)
  return new Map(found.map((skill) => [String(skill.id), skill]))
}

export async function skillNames(req: PayloadRequest, commission: Wanted, lang: string): Promise<string[]> {
  const known = await knownSkills(req, commission)
  return (commission.skills ?? []).flatMap(({ skill, own }) => {
    const found = skill ? known.get(String(skill)) : undefined
    return found ? skillNameIn(found, lang) : (own ?? [])
  })
}
