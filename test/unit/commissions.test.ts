// The pure rules of a request: its states, its conditions, its reference, its title and the term for an answer.

import fc from 'fast-check'
import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import { canWithdraw, commissionLifecycle, commissionStatuses } from '../../collections/commissions/lifecycle.js'
import { offerLifecycle } from '../../collections/commissions/offers/lifecycle.js'
import { newReference } from '../../collections/commissions/reference.js'
import { issuesOf } from '../../collections/commissions/rules.js'
import { phraseFrom, titleFrom } from '../../collections/commissions/types.js'
import { wordsFor } from '../../plugin/api/messages/index.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { Lifecycle, Transition } from '../../plugin/lifecycle/state-machine.js'
import { type TimelineEntry, transitionContext } from '../../plugin/lifecycle/timeline.js'
import { enforceLifecycle } from '../../plugin/lifecycle/transition.js'
import { atHourInItaly, onDeskDay, responseDeadline } from '../../plugin/values/working-days.js'

const actors = ['client', 'executor', 'member', 'calendar', 'network', 'editor'] as const

describe('lifecycle', () => {
  test('every way from one state to another, and no other', () => {
    const ways = Object.fromEntries(
      commissionStatuses.map((from) => [
        from,
        commissionStatuses.filter((to) => commissionLifecycle.leads(from, to)).join(' '),
      ]),
    )
    expect(ways).toEqual({
      unconfirmed: 'unconfirmed received withdrawn expired',
      received: 'triage offered withdrawn declined referred',
      triage: 'offered closed withdrawn declined referred',
      offered: 'triage offered agreed closed withdrawn declined referred',
      agreed: 'triage agreed in-progress delivered closed withdrawn disputed',
      'in-progress': 'triage agreed delivered closed withdrawn disputed',
      delivered: 'in-progress closed disputed',
      closed: '',
      withdrawn: '',
      declined: '',
      expired: 'unconfirmed',
      referred: 'triage closed',
      disputed: 'in-progress closed',
    })
  })

  test('who takes which step', () => {
    expect(Object.fromEntries(actors.map((actor) => [actor, commissionLifecycle.namesFor(actor).join(' ')]))).toEqual({
      client: 'resend agree hand-over deliver carry-on complete dispute withdraw confirm',
      executor: 'start give-back deliver dispute',
      member: 'offer reconsider agree',
      calendar: 'reconsider complete expire',
      network: '',
      editor:
        'take confirm-by-phone resend offer reconsider agree refer start hand-over give-back deliver carry-on dispute close decline withdraw',
    })
  })

  test('a refusal needs its reason', () => {
    const transitions: [string, Transition<string>][] = Object.entries(commissionLifecycle.transitions)
    expect(transitions.flatMap(([name, { reason }]) => (reason ? [name] : []))).toEqual(['give-back', 'decline'])
  })

  test('a client takes back what has not begun', () => {
    expect(commissionStatuses.filter(canWithdraw)).toEqual([
      'unconfirmed',
      'received',
      'triage',
      'offered',
      'agreed',
      'in-progress',
    ])
  })
})

describe.each([
  ['a request', commissionLifecycle as Lifecycle<string, string>, 'commissions'],
  ['an offer', offerLifecycle as Lifecycle<string, string>, 'offers'],
] as const)('random walks of %s', (_, lifecycle, collection) => {
  const names = Object.keys(lifecycle.transitions)
  const save = enforceLifecycle(lifecycle, {
    collection,
    created: { status: lifecycle.initial[0] ?? '', sentence: localized('no', 'no') },
    timeline: true,
  })
  interface Walked {
    status: string
    since?: string
    timeline?: TimelineEntry<string>[]
  }
  /** As the site's own code saves it; refused where the table knows no such way. */
  const saved = async (before: Walked | undefined, status: string, step: string, at: Date): Promise<Walked> => {
    const req = { payloadAPI: 'local', context: transitionContext({ by: 'network', at, step }) }
    const data = { status }
    await save({ data, originalDoc: before, operation: before ? 'update' : 'create', req } as unknown as Parameters<
      typeof save
    >[0])
    return data
  }

  test('nothing illegal is saved, and the history always ends where the document stands', async () => {
    const walk = fc.array(fc.record({ name: fc.constantFrom(...names), minutes: fc.nat(60) }), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lifecycle.initial), walk, async (start, steps) => {
        let at = new Date('2026-11-30T09:00:00Z')
        let doc = await saved(undefined, start, 'created', at)
        for (const { name, minutes } of steps) {
          at = new Date(at.getTime() + minutes * 60_000)
          const { to } = lifecycle.transitions[name] as Transition<string>
          const before = doc
          if (lifecycle.starts(name, before.status)) doc = await saved(before, to, name, at)
          else if (!lifecycle.leads(before.status, to) && to !== before.status)
            await expect(saved(before, to, name, at)).rejects.toThrow()
          const told = doc.timeline ?? []
          expect(told.at(-1)?.to).toBe(doc.status)
          expect(told.findLast(({ from, to: now }) => from !== now)?.at).toBe(doc.since)
          // Each entry begins where the one before it ended.
          expect(told.slice(1).map(({ from }) => from)).toEqual(told.slice(0, -1).map(({ to: end }) => end))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('from everywhere a final status is reached, and nowhere else does the walk end', () => {
    const onward = (from: string): string[] =>
      Object.values(lifecycle.transitions).flatMap(({ from: froms, to }) =>
        froms.includes(from) && to !== from ? [to] : [],
      )
    for (const status of lifecycle.statuses) {
      const reached = new Set([status])
      for (const one of reached) for (const next of onward(one)) reached.add(next)
      expect([status, [...reached].some((one) => lifecycle.final.includes(one))]).toEqual([status, true])
      expect([status, onward(status).length > 0 || lifecycle.final.includes(status)]).toEqual([status, true])
    }
  })
})

describe('reference', () => {
  test('eight characters that nobody mistakes, in two groups', () => {
    for (let n = 0; n < 200; n++)
      expect(newReference()).toMatch(/^[23456789CDFGHJKMNPQRTVWXYZ]{4}-[23456789CDFGHJKMNPQRTVWXYZ]{4}$/)
  })
})

test.each([
  ['Mi serve un falegname.', 'Mi serve un falegname'],
  ['Riparare due persiane\ne una porta', 'Riparare due persiane'],
  [
    'Cerco qualcuno che mi aiuti a rimettere in sesto un vecchio armadio di noce',
    'Cerco qualcuno che mi aiuti a rimettere in sesto un vecchio…',
  ],
  ['x'.repeat(200), `${'x'.repeat(60)}…`],
])('«%s» is called «%s»', (description, title) => expect(titleFrom(description)).toBe(title))

test.each([
  ['Mi serve un falegname.', 'Mi serve un falegname'],
  [
    'Letture ad alta voce per bambine e bambini, quattro sabati di dicembre, un’ora ciascuno.\nGrazie!',
    'Letture ad alta voce per bambine e bambini, quattro sabati di dicembre, un’ora ciascuno',
  ],
  ['Montare una libreria. In due stanze', 'Montare una libreria. In due stanze'],
  [
    `Il rubinetto della cucina perde da una settimana. ${'Non so da dove cominciare a cercare. '.repeat(4)}`,
    'Il rubinetto della cucina perde da una settimana. Non so da dove cominciare a cercare. Non so da dove cominciare a cercare',
  ],
  [
    `Rifare il tetto della stalla dopo la grandine di luglio, circa ottanta metri, e intanto ${'guardare bene le travi '.repeat(6)}`,
    'Rifare il tetto della stalla dopo la grandine di luglio, circa ottanta metri…',
  ],
  ['x'.repeat(400), `${'x'.repeat(160)}…`],
])('a mail quotes «%s» as «%s»', (description, phrase) => expect(phraseFrom(description)).toBe(phrase))

describe('answer term', () => {
  const cases: [string, string, number, string][] = [
    ['a Monday', '2026-11-23T09:00:00Z', 3, '2026-11-26'],
    ['a Friday: over the weekend', '2026-11-27T09:00:00Z', 3, '2026-12-02'],
    ['a Saturday', '2026-11-28T09:00:00Z', 1, '2026-11-30'],
    ['after midnight in Italy, before in Greenwich', '2026-11-22T23:30:00Z', 1, '2026-11-24'],
    ['over the Immacolata', '2026-12-07T09:00:00Z', 1, '2026-12-09'],
    ['over Christmas', '2026-12-24T09:00:00Z', 1, '2026-12-28'],
    ['over Easter Monday', '2027-03-26T09:00:00Z', 1, '2027-03-30'],
    ['over Easter Monday of another year', '2038-04-23T09:00:00Z', 1, '2038-04-27'],
    ['over San Francesco', '2027-10-01T09:00:00Z', 1, '2027-10-05'],
    ['when San Francesco was no holiday', '2024-10-03T09:00:00Z', 1, '2024-10-04'],
    ['none', '2026-11-23T09:00:00Z', 0, '2026-11-23'],
  ]
  test.each(cases)('from %s', (_, at, days, day) =>
    expect(responseDeadline(new Date(at), days).toISOString()).toBe(`${day}T21:59:00.000Z`),
  )

  test.each([
    ['falls on the next day at the desk', '2026-11-23T09:00:00Z', ['tuesday', 'thursday'], '2026-11-26'],
    ['stays on one', '2026-11-25T09:00:00Z', ['friday', 'saturday', 'monday'], '2026-11-30'],
    ['can be a Saturday', '2026-11-23T09:00:00Z', ['saturday'], '2026-11-28'],
    ['but no holiday', '2026-12-02T09:00:00Z', ['tuesday'], '2026-12-15'],
  ] as const)('%s', (_, at, deskDays, day) =>
    expect(responseDeadline(new Date(at), 3, deskDays).toISOString()).toBe(`${day}T21:59:00.000Z`),
  )

  test('reminders keep their hour', () => {
    const at = new Date('2026-11-27T05:00:00.000Z')
    expect(onDeskDay(at, ['tuesday']).toISOString()).toBe('2026-12-01T05:00:00.000Z')
    expect(onDeskDay(at, ['friday'])).toEqual(at)
  })

  test.each([
    ['2026-12-01', '2026-12-01T07:00:00.000Z'],
    ['2026-07-01', '2026-07-01T06:00:00.000Z'],
    ['2026-03-29', '2026-03-29T06:00:00.000Z'],
    ['2026-10-25', '2026-10-25T07:00:00.000Z'],
  ])('eight o’clock in Italy on %s', (day, at) => expect(atHourInItaly(day, 8).toISOString()).toBe(at))
})

describe('conditions', () => {
  const whole: CommissionInput = {
    client: { kind: 'person', name: 'Ugo', email: 'ugo@posta.example' },
    description: 'Riparare due persiane',
    skills: [{ skill: 'falegname' }, { own: 'persiane' }],
    mode: 'onsite',
    place: { municipality: '015146' },
    when: { soon: 'by', by: '2026-12-01' },
    consents: [{ what: 'share', version: '1-share-2' }],
  }
  const known = {
    today: '2026-11-23',
    skills: new Set(['falegname']),
  }
  const issues = (change: Partial<CommissionInput>) =>
    issuesOf(commissionInput.parse({ ...whole, ...change }), known).map(({ pointer, code }) => `${pointer} ${code}`)

  test('a whole request has nothing to mend', () => expect(issues({})).toEqual([]))

  test.each<[string, Partial<CommissionInput>, string]>([
    [
      'an organisation without name',
      { client: { ...whole.client, kind: 'organisation' } },
      '/client/organisation organisation.missing',
    ],
    ['calls without phone', { client: { ...whole.client, contactBy: 'phone' } }, '/client/phone phone.missing'],
    ['work on site without place', { place: undefined }, '/place/municipality place.missing'],
    ['a place that is not there', { place: { municipality: '999999' } }, '/place/municipality place.unknown'],
    ['by a date, without date', { when: { soon: 'by' } }, '/when/by when.missing'],
    ['yesterday', { when: { soon: 'by', by: '2026-11-22' } }, '/when/by when.past'],
    ['no consent', { consents: [{ what: 'rules', version: '1' }] }, '/consents/share consent.missing'],
    ['an unknown skill', { skills: [{ own: 'x' }, { skill: 'mago' }] }, '/skills/1/skill skill.unknown'],
  ])('%s', (_, change, issue) => {
    expect(issues(change)).toEqual([issue])
    const code = issue.split(' ')[1] ?? ''
    for (const lang of ['it', 'en']) expect(wordsFor(lang).message(code)).not.toBe(wordsFor(lang).message('invalid'))
  })

  test('today is soon enough; remote work needs no place; a date is not asked of who has no hurry', () => {
    expect(issues({ when: { soon: 'by', by: '2026-11-23' } })).toEqual([])
    expect(issues({ mode: 'remote', place: undefined })).toEqual([])
    expect(issues({ when: { soon: 'no-hurry', by: '2020-01-01' } })).toEqual([])
  })

  test('everything wrong is said at once', () => {
    expect(issues({ client: { ...whole.client, kind: 'organisation' }, place: undefined, consents: [] })).toHaveLength(
      3,
    )
  })
})
