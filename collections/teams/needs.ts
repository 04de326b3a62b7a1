// The trades a team was put together for, by name.
import type { PayloadRequest } from 'payload'
import { skillNameIn } from '../../plugin/directory/index.js'
import { editorLanguage } from '../../plugin/i18n/localized.js'
import { readSkills } from '../skills/index.js'
import type { Team } from './types.js'

/** Each with how many, where that is more than one. */
export async function knownTrades(req: PayloadRequest, { needs }: Team): Promise<string[]> {
  const ids = (needs ?? []).flatMap(({ trade }) => trade ?? [])
  if (ids.length === 0) return []
  const found = await readSkills(req, { id: { in: ids } }, ids.length)
  const names = new Map(found.map((skill) => [String(skill.id), skillNameIn(skill, editorLanguage(req))]))
  return (needs ?? []).flatMap(({ trade, places }) => {
    const name = names.get(String(trade))
    return name ? [(places ?? 1) > 1 ? `${name} × ${places}` : name] : []
  })
}
