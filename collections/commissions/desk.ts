// Requests at the desk: which wait for an editor, by when, and what is shown of them.
import { type DeskQueue, type DeskSheet, factsOf, placeName, textsOf } from '../../plugin/desk/index.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { editorLanguage, pick } from '../../plugin/i18n/localized.js'
import { actions } from './actions.js'
import { commissionAdmin } from './admin/index.js'
import { agreementPanel } from './agreement/desk.js'
import { familyPanel } from './family/panel.js'
import { jobPanel } from './job/panel.js'
import { microPanel } from './micro/panel.js'
import { offersPanel } from './offers/panel.js'
import { shortlistPanel } from './shortlist/panel.js'
import { knownSkills } from './skill-names.js'
import { teamPanel } from './team/panel.js'
import type { Commission } from './types.js'

const whoAsks = ({ client }: Commission): string =>
  client.organisation ? `${client.name} · ${client.organisation}` : client.name

export const requestQueue: DeskQueue<Commission> = {
  collection: 'commissions',
  feature: 'commissions',
  statuses: { fresh: ['received'], begun: ['triage', 'disputed'], waiting: ['offered'] },
  term: { field: 'answerBy' },
  since: 'since',
  select: { title: true, client: { name: true, organisation: true }, place: true },
  line: (request) => ({ title: request.title, who: whoAsks(request), place: placeName(request.place) }),
  async sheet(request, req) {
    const { client } = request
    const lang = editorLanguage(req)
    const known = await knownSkills(req, request)
    const label = (path: string): string => factsOf(req, 'commissions', request, [path])[0]?.label ?? ''
    return {
      contacts: [
        ...(client.phone
          ? [
              {
                label: label('client.phone'),
                kind: 'phone' as const,
                value: client.phone,
                note: client.callTimes ?? null,
              },
            ]
          : []),
        ...(client.email ? [{ label: label('client.email'), kind: 'email' as const, value: client.email }] : []),
      ],
      texts: textsOf(req, 'commissions', request, ['description', 'notes']),
      trades: (request.skills ?? []).flatMap(({ skill, own }): DeskSheet['trades'] => {
        const found = skill ? known.get(String(skill)) : undefined
        if (!found) return own ? [{ name: own, own: true }] : []
        const { regulatedNote } = found
        const note = pick(lang, { it: regulatedNote?.it, en: regulatedNote?.en })
        return [{ name: skillNameIn(found, lang), own: false, note: (found.regulated && note) || null }]
      }),
      facts: factsOf(req, 'commissions', request, [
        'reference',
        'client.kind',
        'client.contactBy',
        'mode',
        'placeNote',
        'when.soon',
        'when.by',
        'choice',
        'channel',
        'client.lang',
      ]),
    }
  },
  panels: [agreementPanel, jobPanel, offersPanel, microPanel, shortlistPanel, teamPanel, familyPanel],
  statusColors: commissionAdmin.statusColors ?? {},
  news: { received: 'since', withdrawn: 'since', expired: 'since' },
  actions,
}
