// Finds private values of members in texts that others write about them, such as a team’s.
import type { PayloadRequest } from 'payload'
import type { Localized } from '../../../plugin/i18n/localized.js'
import { databaseId } from '../../../plugin/values/document-id.js'
import type { DocumentId, Member } from '../member.js'
import { privateValuesIn, type Shown } from './private-text.js'
import { isPublic } from './public-profile.js'
import { readMembers } from './read.js'
import { leakSentence } from './sentences.js'

const shownOf = (member: Member): Shown => (isPublic(member) ? member.displayAs : 'nothing')

/** @param texts by the path of their field */
export async function privateValuesAbout(
  req: PayloadRequest,
  ids: readonly DocumentId[],
  texts: Readonly<Record<string, string>>,
): Promise<{ path: string; words: Localized }[]> {
  const looked = Object.entries(texts).map(([path, text]) => ({ path, text, names: true, bare: true }))
  const members = await readMembers(req, { id: { in: ids.map((id) => databaseId(req.payload, id)) } }, ids.length)
  // Contacts are out of place in them, whosever they are and whoever is there.
  const found = [
    ...privateValuesIn({}, looked),
    ...members.flatMap((member) => privateValuesIn(member, looked, shownOf(member))),
  ]
  const firstOfEach = new Map(found.map((leak) => [leak.path, leak]))
  return [...firstOfEach.values()].map(({ path, of }) => ({ path, words: leakSentence(of) }))
}
