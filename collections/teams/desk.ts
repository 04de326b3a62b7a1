// Teams at the editors' desk: those whose people are still to be asked, or of which somebody said no, and what each person said.
import { editors } from '../../plugin/access/index.js'
import { Refusal } from '../../plugin/collection/errors.js'
import { type DeskQueue, factsOf, textsOf } from '../../plugin/desk/index.js'
import type { DeskPanel } from '../../plugin/desk/panels/definition.js'
import type { PanelButton, PanelEntry } from '../../plugin/desk/panels/dto.js'
import { editorLanguage, type Localized, localized, pickFor } from '../../plugin/i18n/localized.js'
import { editorOf } from '../../plugin/lifecycle/timeline.js'
import { slugOf } from '../../plugin/runtime.js'
import { formatMoment } from '../../plugin/values/dates.js'
import { maxReasonLength } from '../../plugin/values/text-limits.js'
import { responseDeadline } from '../../plugin/values/working-days.js'
import { actions } from './actions.js'
import { teamAdmin } from './admin/index.js'
import { referentName } from './agreement.js'
import { knownTrades } from './needs.js'
import { type NamedPerson, namedPeople } from './people.js'
import { canBeAsked, recordAnswer } from './transition.js'
import { personIn, type Team, type TeamAnswer } from './types.js'
import { answerWords } from './words.js'

const words = {
  title: localized('Che cosa ha detto ciascuno', 'What each has said'),
  note: localized(
    'Chi risponde al telefono lo segni tu: resta scritto che l’hai segnato tu.',
    'Whoever answers by phone, you record it: it stays written that you did.',
  ),
  nothing: localized('Non ha ancora risposto', 'No answer yet'),
  call: localized('Non ha un’e-mail: si chiama al telefono', 'No e-mail: to be called'),
  phone: (number: string): Localized => localized(`Telefono: ${number}`, `Phone: ${number}`),
  part: (share: number): Localized => localized(`${share} % del lavoro`, `${share} % of the work`),
  yes: localized('Ha detto di sì', 'Said yes'),
  no: localized('Ha detto di no', 'Said no'),
  left: localized('Esce dalla squadra', 'Leaves the team'),
  why: localized('Perché, se l’ha detto', 'Why, if they said so'),
  how: localized('Come l’hai saputo', 'How you know'),
  byPhone: localized('Al telefono, o di persona', 'By phone, or in person'),
  byHelper: localized('L’ha detto chi aiuta', 'Their helper said so'),
  recorded: localized('Segnato.', 'Recorded.'),
  gone: localized('Questa persona non è più nella squadra.', 'This person is no longer in the team.'),
}

const answers: readonly TeamAnswer[] = ['yes', 'no', 'left']

/** What people can still say of a team as it stands. */
function possibleAnswers({ status }: Team, { accepted }: NamedPerson): TeamAnswer[] {
  if (accepted === 'no' || accepted === 'left' || status === 'closed') return []
  if (accepted === 'yes' || status !== 'forming') return ['left']
  return ['yes', 'no']
}

const answersPanel: DeskPanel<Team> = {
  name: 'answers',
  feature: 'teams',
  roles: editors,
  statuses: ['forming', 'active', 'proposed'],
  async read({ req, doc }) {
    if (!doc.askedAt) return null
    const people = await namedPeople(req, doc)
    const say = (text: Localized) => pickFor(req, text)
    const lang = editorLanguage(req)
    const buttonFor = (person: NamedPerson, answer: TeamAnswer): PanelButton => ({
      act: 'record',
      label: say(words[answer]),
      style: answer === 'yes' ? 'secondary' : 'quiet',
      values: { member: String(person.member), answer },
      fields: [
        {
          name: 'how',
          label: say(words.how),
          kind: 'radio',
          value: 'desk',
          required: true,
          options: [
            { value: 'desk', label: say(words.byPhone) },
            { value: 'helper', label: say(words.byHelper) },
          ],
        },
        ...(answer === 'yes'
          ? []
          : [{ name: 'note', label: say(words.why), kind: 'textarea' as const, maxLength: maxReasonLength }]),
      ],
    })
    const entryOf = (person: NamedPerson): PanelEntry => {
      const { accepted, answeredAt, answerNote, file, member, name, part, role } = person
      const phone = file?.phone
      return {
        key: String(member),
        title: name,
        subtitle: role ?? null,
        document: { slug: slugOf(req.payload, 'members'), id: String(member) },
        status: accepted
          ? { text: say(answerWords[accepted]), tone: accepted === 'yes' ? 'success' : 'danger' }
          : { text: say(words.nothing), tone: 'pending' },
        lines: [
          ...(part === null ? [] : [{ text: say(words.part(part)), tone: 'muted' as const }]),
          ...(answeredAt ? [{ text: formatMoment(answeredAt, lang), tone: 'muted' as const }] : []),
          ...(answerNote ? [{ text: `«${answerNote}»` }] : []),
          ...(file && !accepted && !canBeAsked(file) ? [{ text: say(words.call), tone: 'pending' as const }] : []),
          ...(phone && !accepted ? [{ text: say(words.phone(phone)), tone: 'muted' as const }] : []),
        ],
        buttons: possibleAnswers(doc, person).map((answer) => buttonFor(person, answer)),
      }
    }
    return {
      title: say(words.title),
      notes: [say(words.note)],
      groups: [{ key: 'people', title: null, entries: people.map(entryOf) }],
    }
  },
  acts: {
    record: {
      async run({ req, doc, values }) {
        const member = String(values.member ?? '')
        const answer = answers.find((one) => one === values.answer)
        if (!answer || !personIn(doc, member)) throw new Refusal(pickFor(req, words.gone), 409)
        const note = typeof values.note === 'string' ? values.note.slice(0, maxReasonLength) : ''
        const by = values.how === 'helper' ? 'helper' : 'desk'
        const cause = { by: editorOf(req), at: new Date() }
        await recordAnswer(req, doc.id, { member, answer, by, note: note || null }, cause)
        return pickFor(req, words.recorded)
      },
    },
  },
}

export const teamQueue: DeskQueue<Team> = {
  collection: 'teams',
  feature: 'teams',
  statuses: { fresh: ['proposed'], begun: [], waiting: ['forming'] },
  term: {
    field: 'since',
    promised: (at, { deskDays, organisation }) => responseDeadline(at, organisation.answerDays, deskDays),
  },
  since: 'since',
  select: { name: true, members: true },
  line: ({ name, members }, req) => ({
    title: name,
    who: pickFor(req, countOf((members ?? []).length)),
    place: null,
  }),
  async sheet(team, req) {
    const referent = await referentName(req, team)
    return {
      contacts: [],
      texts: textsOf(req, 'teams', team, ['purpose']),
      trades: (await knownTrades(req, team)).map((name) => ({ name, own: false })),
      facts: [
        ...(referent
          ? [{ label: pickFor(req, localized('Chi tiene i contatti', 'Who keeps in touch')), value: referent }]
          : []),
        ...factsOf(req, 'teams', team, ['issuer', 'from', 'until', 'answerBy', 'public']),
      ],
    }
  },
  panels: [answersPanel],
  statusColors: teamAdmin.statusColors ?? {},
  news: { proposed: 'since', active: 'since' },
  actions,
}

const countOf = (count: number): Localized =>
  count === 1 ? localized('Una persona', 'One person') : localized(`${count} persone`, `${count} people`)
