// What each transition of a team writes and what follows: everybody is asked, their answers are kept, the desk hears of what fails.
import type { PayloadRequest } from 'payload'
import { lockOn } from '../../plugin/database/lock.js'
import type { TransitionCause } from '../../plugin/lifecycle/timeline.js'
import { transitions } from '../../plugin/lifecycle/transition.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import type { DocumentId } from '../../plugin/values/document-id.js'
import { responseDeadline } from '../../plugin/values/working-days.js'
import { type Member, recipientOf } from '../members/index.js'
import { type TeamStatus, type TeamTransition, teamLifecycle } from './lifecycle.js'
import { namedPeople, readTeam } from './people.js'
import { isAgreed, termsKey } from './terms.js'
import { personIn, type Team, type TeamAnswer, type TeamPerson } from './types.js'

const dayMs = 86_400_000

/** By when people answer who are asked now. */
export function answerTerm({ payload }: PayloadRequest, at: Date): Date {
  const { deskDays, organisation } = mokor(payload).options
  return responseDeadline(at, organisation.answerDays, deskDays)
}

type Listener = (req: PayloadRequest, team: Team) => Promise<void>
const listeners: Listener[] = []

/** For rooms that wait for a team: told after every step, in its transaction. */
export const onTeamStep = (listener: Listener): number => listeners.push(listener)

const answered = (_: PayloadRequest, { members }: Team): Partial<Team> => ({ members: members ?? [] })

export const transition = transitions<TeamStatus, TeamTransition, Team>(teamLifecycle, {
  collection: 'teams',
  changes: {
    ask: (req, _, { at }) => ({ askedAt: at.toISOString(), answerBy: answerTerm(req, at).toISOString() }),
    accept: answered,
    complete: (_, { members }) => ({ members: members ?? [], answerBy: null }),
    decline: answered,
    leave: answered,
  },
  effects: {
    ask: askEverybody,
    complete: (req, team) => writeToEach(req, team, 'team-active', () => true),
    decline: tellOthers,
    leave: tellOthers,
    async close(req, team) {
      if (team.askedAt)
        await writeToEach(req, team, 'team-closed', ({ accepted }) => accepted !== 'no' && accepted !== 'left')
    },
  },
  async afterEach(req, team) {
    for (const listener of listeners) await listener(req, team)
  },
})

/** With the request that it was put together for. */
export async function closeTeamOf(req: PayloadRequest, id: DocumentId, commission: DocumentId): Promise<void> {
  const team = await readTeam(req, id)
  if (!team || team.status === 'closed' || String(team.commission) !== String(commission)) return
  await transition(req, team, 'close', { by: 'network', at: new Date() })
}

/** Target of a person's link to a team. */
export const linkTarget = (team: DocumentId, member: DocumentId): string => `${team}:${member}`

export function teamAndMember(target: string): { team: string; member: string } {
  const at = target.lastIndexOf(':')
  return { team: target.slice(0, at), member: target.slice(at + 1) }
}

/**
 * Writes to whoever has not said yes, once more at half of their time, and looks again when it is over.
 * @param afterMs how long editors may still be changing the terms
 */
export async function askEverybody(
  req: PayloadRequest,
  team: Team,
  { at }: Pick<TransitionCause, 'at'>,
  afterMs = 0,
): Promise<void> {
  const key = `${termsKey(team)}:${at.toISOString()}`
  const words = { terms: termsKey(team) }
  const term = new Date(team.answerBy ?? answerTerm(req, at))
  const isOpen = ({ accepted }: TeamPerson) => accepted !== 'yes'
  await writeToEach(req, team, 'team-ask', isOpen, { key, words, afterMs })
  const half = new Date((at.getTime() + term.getTime()) / 2)
  if (term.getTime() - at.getTime() > dayMs)
    await writeToEach(req, team, 'team-reminder', isOpen, { key, words, dueAt: half })
  await enqueue(req, {
    key: `team-lapse:${team.id}:${key}`,
    template: 'team-lapse',
    target: String(team.id),
    lang: 'it',
    words: { ...words, term: term.toISOString() },
    dueAt: term,
  })
}

async function tellOthers(req: PayloadRequest, team: Team, { at }: TransitionCause): Promise<void> {
  await writeToEach(req, team, 'team-change', ({ accepted }) => accepted === 'yes', { key: at.toISOString() })
}

interface Writing {
  key?: string
  words?: Record<string, string>
  dueAt?: Date
  afterMs?: number
}

/** One mail for each of these people who can be written to, with the link to their page. */
async function writeToEach(
  req: PayloadRequest,
  team: Team,
  template: 'team-ask' | 'team-reminder' | 'team-active' | 'team-change' | 'team-closed',
  wanted: (person: TeamPerson) => boolean,
  { key = team.askedAt ?? '', words = {}, dueAt, afterMs }: Writing = {},
): Promise<void> {
  for (const { file, ...person } of await namedPeople(req, team)) {
    if (!file || !canBeAsked(file) || !wanted(person)) continue
    await enqueue(req, {
      key: `${template}:${team.id}:${file.id}:${key}`,
      template,
      target: String(team.id),
      lang: file.lang,
      link: 'team',
      linkTarget: linkTarget(team.id, file.id),
      words: { ...words, member: String(file.id) },
      ...(dueAt ? { dueAt } : {}),
      ...(afterMs ? { afterMs } : {}),
    })
  }
}

/** Whoever has only a phone is called by the desk. */
export const canBeAsked = (member: Member): boolean => recipientOf(member) !== null

export interface GivenAnswer {
  member: DocumentId
  answer: TeamAnswer
  by: NonNullable<TeamPerson['answeredBy']>
  note: string | null
}

/** Which transition an answer is, of a team with the answers as they are then. */
function stepOf(answer: TeamAnswer, team: Team): TeamTransition {
  if (answer === 'left') return 'leave'
  if (answer === 'no') return 'decline'
  return isAgreed(team) ? 'complete' : 'accept'
}

/**
 * Keeps what somebody said; null where the team, or they in it, are gone. One who said so already is not written down again.
 */
export async function recordAnswer(
  req: PayloadRequest,
  id: DocumentId,
  { member, answer, by, note }: GivenAnswer,
  cause: TransitionCause,
): Promise<Team | null> {
  // Two who answer at the same moment would each write the other's silence.
  await lockOn(req, `team:${id}`)
  const team = await readTeam(req, id)
  const person = team && personIn(team, member)
  if (!team || !person || person.accepted === answer) return team
  const said = { accepted: answer, answeredAt: cause.at.toISOString(), answeredBy: by, answerNote: note }
  const members = (team.members ?? []).map((one) => (one === person ? { ...one, ...said } : one))
  const after = { ...team, members }
  const step = stepOf(answer, after)
  // Somebody else was quicker, and the team is at the desk: whoever comes second reads so.
  return teamLifecycle.starts(step, team.status) ? transition(req, after, step, cause) : team
}
