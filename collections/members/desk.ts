// Profiles at the desk: which wait to be approved, by when, and what is shown of them.

import type { PayloadRequest } from 'payload'
import { choiceLabel, fieldLabel } from '../../plugin/collection/field-labels.js'
import { type DeskQueue, type DeskSheet, factsOf, placeName, textsOf } from '../../plugin/desk/index.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { editorLanguage } from '../../plugin/i18n/localized.js'
import { responseDeadline } from '../../plugin/values/working-days.js'
import { readSkills } from '../skills/index.js'
import { actions } from './actions.js'
import { memberAdmin } from './admin/index.js'
import type { Member } from './member.js'

const fullName = ({ firstName, lastName, companyName }: Member): string =>
  [[firstName, lastName].filter(Boolean).join(' '), companyName].filter(Boolean).join(' · ')

/** E.g. «12 anni». */
const inYears = (years: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: 'year', unitDisplay: 'long' }).format(years)

/** Whoever filled the form in for the person. */
const helped = (req: PayloadRequest, { helper }: Member): DeskSheet['facts'] =>
  helper?.name ? [{ label: fieldLabel(req, 'members', 'helper'), value: helper.name }] : []

export const profileQueue: DeskQueue<Member> = {
  collection: 'members',
  statuses: { fresh: ['pending'], begun: [], waiting: [] },
  term: {
    field: 'since',
    promised: (at, { deskDays, organisation }) => responseDeadline(at, organisation.answerDays, deskDays),
  },
  since: 'since',
  select: { firstName: true, lastName: true, companyName: true, headline: true, place: true },
  line: (member) => ({ title: fullName(member), who: member.headline, place: placeName(member.place) }),
  async sheet(member, req) {
    const lang = editorLanguage(req)
    const ids = (member.skills ?? []).flatMap(({ skill }) => skill ?? [])
    const known = new Map(
      (ids.length > 0 ? await readSkills(req, { id: { in: ids } }, ids.length) : []).map((one) => [
        String(one.id),
        one,
      ]),
    )
    const label = (path: string): string => factsOf(req, 'members', member, [path])[0]?.label ?? ''
    const reached = [
      ['phone', 'phone', member.phone],
      ['email', 'email', member.email],
      ['helper.email', 'email', member.helper?.email],
    ] as const
    return {
      contacts: reached.flatMap(([path, kind, value]) =>
        value
          ? [{ label: label(path), kind, value, note: path === 'helper.email' ? (member.helper?.name ?? null) : null }]
          : [],
      ),
      texts: textsOf(req, 'members', member, ['headline', 'experience', 'notes']),
      trades: (member.skills ?? []).flatMap(({ skill, own, origin, years, note }) => {
        const found = skill ? known.get(String(skill)) : undefined
        const name = found ? skillNameIn(found, lang) : own
        if (!name) return []
        const origins = choiceLabel(req, 'members', 'skills.origin', origin)
        const said = [origins, years ? inYears(years, lang) : null, note].filter(Boolean).join(' · ')
        return [{ name, own: !found, note: said || null }]
      }),
      facts: [
        ...helped(req, member),
        ...factsOf(req, 'members', member, [
          'kind',
          'reach',
          'displayAs',
          'modes',
          'availability.state',
          'availability.from',
          'languages',
          'channel',
          'lang',
        ]),
      ],
    }
  },
  statusColors: memberAdmin.statusColors ?? {},
  news: { pending: 'since', paused: 'since', leaving: 'since', left: 'since', expired: 'since' },
  actions,
}
