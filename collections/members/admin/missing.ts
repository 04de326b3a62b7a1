// Which fields a member lacks before an editor may approve it. Pure.
import { type Member, needsExperience } from '../member.js'

/** What is still missing before a member may be approved: paths of fields. */
export function missingIn(member: Partial<Member>): string[] {
  const agreed = new Set((member.consents ?? []).map(({ what }) => what))
  const reachable = Boolean(member.email || member.phone || member.helper?.email)
  const conditions: [path: string, missing: boolean][] = [
    ['firstName', !member.firstName?.trim()],
    ['companyName', (member.kind === 'company' || member.displayAs === 'company') && !member.companyName?.trim()],
    ['headline', !member.headline?.trim()],
    ['experience', member.kind !== undefined && needsExperience(member.kind) && !member.experience?.trim()],
    ['skills', !(member.skills ?? []).some((entry) => entry.skill || entry.own)],
    ['place.municipality', !member.place?.municipality && !member.place?.province],
    ['modes', !member.modes?.length],
    ['availability.from', member.availability?.state === 'from' && !member.availability.from],
    ['email', !reachable],
    ['helper.consent', Boolean(member.helper?.name) && !member.helper?.consent],
    ['consents.adult', !agreed.has('adult')],
    ['consents.rules', !agreed.has('rules')],
    ['consents.publish', member.reach === 'public' && !agreed.has('publish')],
    ['consents.assisted', Boolean(member.helper?.name) && !agreed.has('assisted')],
  ]
  return conditions.filter(([, missing]) => missing).map(([path]) => path)
}
