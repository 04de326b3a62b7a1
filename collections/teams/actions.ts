// Editor actions of a team, and the hints its panel shows.
import type { PayloadRequest } from 'payload'
import { editors } from '../../plugin/access/index.js'
import { Refusal } from '../../plugin/collection/errors.js'
import { withoutValidation } from '../../plugin/collection/skip-validation.js'
import { deskEndpoints } from '../../plugin/desk/endpoints.js'
import { pickFor } from '../../plugin/i18n/localized.js'
import type { EditorAction, EditorView, Hint } from '../../plugin/lifecycle/actions.js'
import { editorActions, editorCause } from '../../plugin/lifecycle/transition.js'
import { slugOf } from '../../plugin/runtime.js'
import { isMarkUnallowed } from './hooks.js'
import { teamLifecycle, teamStatuses } from './lifecycle.js'
import { namedPeople } from './people.js'
import { sharesAddUp } from './terms.js'
import { textHints } from './texts.js'
import { canBeAsked, transition } from './transition.js'
import type { Team } from './types.js'
import { saveSentences } from './words.js'

/** Why people cannot be asked now. */
function inTheWay({ members, issuer, referent }: Team): Hint[] {
  const people = members ?? []
  if (people.length === 0) return [{ code: 'team-nobody', tone: 'blocking', values: {} }]
  const refused = people.some(({ accepted }) => accepted === 'no' || accepted === 'left')
  return [
    ...(refused ? [blocking('team-refused')] : []),
    ...(sharesAddUp(people) ? [] : [blocking('team-shares')]),
    ...(issuer === 'referent' && !referent ? [blocking('team-referent')] : []),
  ]
}

const blocking = (code: string): Hint => ({ code, tone: 'blocking', values: {} })

export const actions: Record<string, EditorAction<Team>> = {
  ...editorActions(teamLifecycle, transition, {
    ask: {
      isAvailable: ({ members }) => (members ?? []).some(({ accepted }) => accepted !== 'yes'),
      blocked: inTheWay,
      async run({ req, doc }) {
        if (inTheWay(doc).length > 0) throw new Refusal(pickFor(req, saveSentences.notReady), 409)
        await transition(req, doc, 'ask', editorCause(req, ''))
      },
    },
  }),
  'allow-name': {
    from: teamStatuses,
    roles: editors,
    reason: false,
    confirm: true,
    isAvailable: (team, req) => isMarkUnallowed(req, team),
    run: ({ req, doc }) =>
      withoutValidation(req, () =>
        req.payload.update({
          collection: slugOf(req.payload, 'teams'),
          id: doc.id,
          data: { markAllowed: doc.name },
          depth: 0,
          overrideAccess: true,
          req,
        }),
      ),
  },
}

export const teamActions = deskEndpoints({
  key: 'teams',
  lifecycle: teamLifecycle,
  transition,
  actions,
  // Editors write to people on their own pages: a team has no address.
  answer: null,
  view: async (req, team: Team) => ({ hints: await hintsOf(req, team) }),
})

async function hintsOf(req: PayloadRequest, team: Team): Promise<EditorView['hints']> {
  if (team.status === 'closed') return textHints(req, team)
  const called = team.status === 'forming' ? await toBeCalled(req, team) : []
  return [
    ...(team.status === 'proposed' || team.status === 'forming' ? inTheWay(team) : []),
    ...(called.length > 0 ? [{ code: 'team-call', tone: 'warning' as const, values: { who: called.join(', ') } }] : []),
    ...(isMarkUnallowed(req, team) ? [{ code: 'team-mark', tone: 'info' as const, values: {} }] : []),
    ...(await textHints(req, team)),
  ]
}

/** Whoever has no address hears of the team only if somebody calls. */
async function toBeCalled(req: PayloadRequest, team: Team): Promise<string[]> {
  const people = await namedPeople(req, team)
  return people.flatMap(({ accepted, file, name }) => (accepted || !file || canBeAsked(file) ? [] : [name]))
}
