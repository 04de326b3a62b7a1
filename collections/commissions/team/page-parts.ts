// What pages say of the team that does a job, or may do it.
import type { PayloadRequest } from 'payload'
import type { LinkSection } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { teamFor } from '../../teams/index.js'

/** Its terms, as all of its people agreed to them; for those who are in it, and for the client once there is an agreement. */
export async function teamSection(
  req: PayloadRequest,
  team: DocumentId | null | undefined,
  lang: string,
): Promise<LinkSection[]> {
  const found = team ? await teamFor(req, team, lang) : null
  if (!found) return []
  const heading = pick(lang, { it: `La squadra «${found.name}»`, en: `The team “${found.name}”` })
  return [{ heading, facts: found.facts, paragraphs: found.sentences }]
}
