// A team from its first sketch to its end: everybody is asked, answers by link or by the desk's hand, and nothing stands that not
// all have said yes to.
import { teamFor } from '../../collections/teams/index.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { PanelDto } from '../../plugin/desk/panels/dto.js'
import type { MembersPageDto } from '../../plugin/directory/dto.js'
import { checkDirectory } from '../../plugin/directory/index.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { linkIn, openLink } from '../support/mail-link.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember, type Saved } from '../support/people.js'
import { startSite } from '../support/site.js'

const { site, mailbox } = await startSiteWithMail({
  plugin: { features: { teams: true }, outbox: { worker: false, undoSeconds: 0 } },
})
const { payload } = site
const editor = await site.as('squadre@rete.example', ['editor'])

interface StoredTeam {
  id: number | string
  name: string
  status: string
  answerBy: string | null
  members: {
    member: number | string
    accepted?: string | null
    answeredBy?: string | null
    answerNote?: string | null
  }[]
  timeline: { step?: string | null; by: string; to: string; why?: string | null }[]
}

const read = async (id: number | string) =>
  (await payload.findByID({ collection: 'teams', id, depth: 0 })) as unknown as StoredTeam

const send = async (method: string, path: string, body: object = {}) => {
  const headers = { ...editor, 'Content-Type': 'application/json' }
  const response = await site.fetch(`/api/teams${path}`, { method, headers, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}
const view = async (id: number | string) =>
  await (await site.fetch(`/api/teams/${id}/mokor`, { headers: editor })).json()

/** Everything that is due by then leaves. */
const mailsBy = async (at = new Date()) => {
  mailbox.mails.length = 0
  await drainOutbox(payload, () => at)
  return mailbox.mails
}

/** What a test before left due. */
beforeEach(async () => {
  await mailsBy()
})

let count = 0
const person = (firstName: string, more: object = {}): Promise<Saved> =>
  addPublicMember(payload, { firstName, email: `${firstName.toLowerCase()}.${++count}@posta.example`, ...more })

/** A team that an editor makes over HTTP, not asked yet. */
async function sketch(people: Saved[], more: object = {}): Promise<number | string> {
  const members = people.map(({ id }, at) => ({ member: id, role: `Parte ${at + 1}` }))
  const data = { name: 'Casa vecchia', purpose: 'Tetti e muri', referent: people[0]?.id, members, ...more }
  const { status, body } = await send('POST', '?depth=0', data)
  expect([status, body.doc?.status]).toEqual([201, 'proposed'])
  return body.doc.id
}

const ask = (id: number | string) => send('POST', `/${id}/mokor/ask`)

/** The page behind the link of the latest mail to somebody. */
async function pageOf(to: { email?: unknown } | Saved) {
  const mail = mailbox.mails.findLast((one) => JSON.stringify(one).includes(String(to.email)))
  if (!mail) throw new Error(`no mail to ${to.email}`)
  return openLink(linkIn(mail))
}

/** Asked, with the pages of all its people. */
async function asked(people: Saved[], more: object = {}) {
  const id = await sketch(people, more)
  expect((await ask(id)).status).toBe(200)
  await mailsBy()
  return { id, pages: await Promise.all(people.map(pageOf)) }
}

test('asked, accepted by link by each, it stands: not before', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const id = await sketch([anna, bruno], { from: '2026-12-03T11:00:00.000Z', issuer: 'referent', public: true })
  expect(await mailsBy()).toEqual([])
  expect((await ask(id)).status).toBe(200)
  const mails = await mailsBy()
  expect(mails).toHaveLength(2)
  expect(mails[0]?.text).toMatch(/Anna C\., Parte 1 · 50\s%[\s\S]*dal 3 dicembre 2026[\s\S]*Anna C\., per tutti/)
  expect(mails[0]?.text).toContain('Il gruppo non è una società. Risponde Anna C.; ciascuno della propria parte.')
  const [hers, his] = [await pageOf(anna), await pageOf(bruno)]
  expect(hers.text).toContain('Tieni tu i contatti')
  expect(his.text).not.toMatch(/posta\.example|333 123/)

  const said = await hers.press()
  expect(said.text).toContain('Manca ancora una risposta')
  expect(await read(id)).toMatchObject({ status: 'forming', members: [{ accepted: 'yes', answeredBy: 'link' }, {}] })

  const last = await his.press()
  expect(last.text).toContain('Tutti hanno detto di sì')
  expect(last.text).toContain('+39 333 123 4567')
  const stands = await read(id)
  expect(stands).toMatchObject({ status: 'active', members: [{ accepted: 'yes' }, { accepted: 'yes' }] })
  expect(stands.timeline.map(({ step, by }) => [step, by])).toEqual([
    [null, 'squadre@rete.example'],
    ['ask', 'squadre@rete.example'],
    ['accept', 'member'],
    ['complete', 'member'],
  ])
  expect((await mailsBy()).map(({ subject }) => subject)).toEqual([
    'La squadra «Casa vecchia» c’è',
    'La squadra «Casa vecchia» c’è',
  ])
  const agreement = await inTransaction(payload, (req) => teamFor(req, id, 'it'))
  expect(agreement).toMatchObject({
    agreed: true,
    issuer: 'referent',
    people: [{ name: 'Anna C.', share: 50 }, { share: 50 }],
  })
})

test('a no comes back to the desk with its reason; whoever had agreed is told, and asked anew once somebody else is there', async () => {
  const [anna, bruno, carla] = [await person('Anna'), await person('Bruno'), await person('Carla')]
  const { id, pages } = await asked([anna, bruno])
  await pages[0]?.press()
  const no = await pages[1]?.press('no', { why: 'A dicembre sono via' })
  expect(no?.text).toContain('Hai detto di no')
  expect(await read(id)).toMatchObject({
    status: 'proposed',
    members: [{ accepted: 'yes' }, { accepted: 'no', answerNote: 'A dicembre sono via' }],
  })
  expect(JSON.stringify((await read(id)).timeline)).not.toContain('dicembre')
  expect((await mailsBy()).map(({ subject }) => subject)).toEqual(['La squadra «Casa vecchia» cambia'])
  const stuck = await view(id)
  expect(stuck.hints).toMatchObject([{ code: 'team-refused', tone: 'blocking' }])
  expect(stuck.actions.find(({ name }: { name: string }) => name === 'ask')).toMatchObject({ blocked: true })
  const queue = await (await site.fetch('/api/mokor/desk?queue=teams', { headers: editor })).json()
  expect(queue.rows.map((row: { id: string }) => row.id)).toContain(String(id))

  const members = [
    { member: anna.id, role: 'Parte 1' },
    { member: carla.id, role: 'Parte 2' },
  ]
  await send('PATCH', `/${id}`, { members })
  expect((await read(id)).members.map(({ accepted }) => accepted ?? null)).toEqual([null, null])
  expect((await ask(id)).status).toBe(200)
  expect((await mailsBy()).filter(({ subject }) => subject.startsWith('Una squadra'))).toHaveLength(2)
})

test('a change of terms asks everybody again, once editors are done; an old page agrees to nothing new', async () => {
  const people = [await person('Anna'), await person('Bruno')]
  const { id, pages } = await asked(people)
  const old = pages[0]
  for (const page of pages) await page.press()
  expect((await read(id)).status).toBe('active')
  await mailsBy()

  expect((await send('PATCH', `/${id}`, { name: 'Casa nuova', public: true })).status).toBe(200)
  expect((await read(id)).status).toBe('active')
  await send('PATCH', `/${id}`, { until: '2026-12-20T11:00:00.000Z' })
  await send('PATCH', `/${id}`, { until: '2026-12-21T11:00:00.000Z' })
  const now = await read(id)
  expect(now).toMatchObject({ status: 'forming', members: [{ accepted: null }, { accepted: null }] })
  expect(now.timeline.at(-1)).toMatchObject({ step: 'change-terms', to: 'forming', by: 'squadre@rete.example' })
  expect(await mailsBy()).toEqual([])
  expect((await mailsBy(new Date(Date.now() + 11 * 60_000))).map(({ subject }) => subject)).toEqual(
    people.map(() => 'Una squadra per te: Casa nuova'),
  )
  const again = await old?.press()
  expect(again?.text).toContain('21 dicembre')
  expect((await read(id)).members[0]?.accepted ?? null).toBeNull()
})

test('somebody leaves a team that stands: it is at the desk again, and the others hear of it', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const { id, pages } = await asked([anna, bruno])
  for (const page of pages) await page.press()
  await mailsBy()
  const page = await pageOf(bruno)
  expect((await page.press('left')).text).toContain('Esci dalla squadra')
  expect((await page.press('left', { sure: 'yes', why: 'Ho trovato lavoro' })).text).toContain('Non fai più parte')
  expect(await read(id)).toMatchObject({ status: 'proposed', members: [{ accepted: 'yes' }, { accepted: 'left' }] })
  const mails = await mailsBy()
  expect(mails.map(({ subject }) => subject)).toEqual(['La squadra «Casa vecchia» cambia'])
  expect(JSON.stringify(mails)).toContain(String(anna.email))
})

test('whoever does not answer is reminded at half of the time; then the desk looks', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const { id, pages } = await asked([anna, bruno])
  await pages[0]?.press()
  const { answerBy } = await read(id)
  const half = new Date((Date.now() + Date.parse(String(answerBy))) / 2 + 60_000)
  const reminded = (await mailsBy(half)).filter(({ subject }) => subject.endsWith('aspetta una risposta'))
  const to = (one: Saved) => reminded.filter((mail) => JSON.stringify(mail).includes(String(one.email)))
  expect([to(anna).length, to(bruno).length]).toEqual([0, 1])
  await mailsBy(new Date(Date.parse(String(answerBy)) + 1000))
  const late = await read(id)
  expect(late).toMatchObject({ status: 'proposed', members: [{ accepted: 'yes' }, {}] })
  expect(late.timeline.at(-1)).toMatchObject({ step: 'lapse', by: 'network' })
})

test('the desk records what was said by phone, and says so; whoever has no e-mail is named to be called', async () => {
  const [anna, phone] = [await person('Anna'), await person('Pina')]
  await payload.update({ collection: 'members', id: phone.id, data: { email: null } })
  const id = await sketch([anna, phone])
  await ask(id)
  expect(await mailsBy()).toHaveLength(1)
  const { hints, panels } = await view(id)
  expect(hints).toMatchObject([{ code: 'team-call', values: { who: 'Pina C.' } }])
  const [panel] = panels
  expect(panel).toMatchObject({ name: 'answers', groups: [{ entries: [{ title: 'Anna C.' }, { title: 'Pina C.' }] }] })
  const record = (member: Saved, answer: string, how = 'desk') =>
    send('POST', `/${id}/mokor/panels/answers/record`, { values: { member: member.id, answer, how } })
  expect((await record(phone, 'yes')).body.said).toBe('Segnato.')
  await record(anna, 'yes', 'helper')
  expect(await read(id)).toMatchObject({
    status: 'active',
    members: [
      { accepted: 'yes', answeredBy: 'helper' },
      { accepted: 'yes', answeredBy: 'desk' },
    ],
  })
  expect((await read(id)).timeline.at(-1)).toMatchObject({ step: 'complete', by: 'squadre@rete.example' })
  expect((await record({ ...anna, id: 999_999 } as Saved, 'yes')).status).toBe(409)
  expect((await record(anna, 'perhaps')).status).toBe(409)
})

test('whoever helps reads and answers for the person, and that is written', async () => {
  const helped = await addMember(payload, {
    status: 'active',
    firstName: 'Ida',
    email: null,
    helper: { name: 'Ugo', email: `ugo.${++count}@posta.example`, consent: true },
  })
  const { id } = await asked([{ ...helped, email: (helped.helper as { email: string }).email }])
  const page = await pageOf({ ...helped, email: (helped.helper as { email: string }).email })
  expect(page.text).toContain('Gliene ho parlato: Ida è d’accordo')
  await page.press()
  expect(await read(id)).toMatchObject({ status: 'active', members: [{ accepted: 'yes', answeredBy: 'helper' }] })
})

test('parts that do not add up are not asked about; nor is a referent who is not there', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const members = [
    { member: anna.id, share: 60 },
    { member: bruno.id, share: 30 },
  ]
  const id = await sketch([anna, bruno], { members, referent: null, issuer: 'referent' })
  expect((await view(id)).hints.map(({ code }: { code: string }) => code)).toEqual(['team-shares', 'team-referent'])
  expect((await ask(id)).status).toBeGreaterThanOrEqual(400)
  expect((await read(id)).status).toBe('proposed')
})

test('no form gives an answer for somebody, nor makes a team stand', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const id = await sketch([anna, bruno])
  const forged = [anna, bruno].map(({ id: member }) => ({ member, accepted: 'yes', answeredBy: 'link' }))
  await send('PATCH', `/${id}`, { members: forged })
  expect((await read(id)).members.map(({ accepted }) => accepted ?? null)).toEqual([null, null])
  expect((await send('PATCH', `/${id}`, { status: 'active' })).status).toBe(409)
  expect((await send('POST', '', { name: 'Pronta', status: 'active' })).status).toBe(409)
  const twice = await send('PATCH', `/${id}`, { members: [{ member: anna.id }, { member: anna.id }] })
  expect(twice.body.errors[0].data.errors).toMatchObject([{ path: 'members.1.member' }])
  const back = { from: '2026-12-20T11:00:00.000Z', until: '2026-12-03T11:00:00.000Z' }
  expect((await send('PATCH', `/${id}`, back)).body.errors[0].data.errors).toMatchObject([{ path: 'until' }])
})

test('two who say yes at the same moment are both heard', async () => {
  const people = [await person('Anna'), await person('Bruno'), await person('Carla')]
  const { id, pages } = await asked(people)
  await Promise.all(pages.map((page) => page.press()))
  expect(await read(id)).toMatchObject({ status: 'active', members: people.map(() => ({ accepted: 'yes' })) })
})

test('a public name with the network’s mark waits for an editor’s yes', async () => {
  const anna = await person('Anna')
  const { markWords } = mokor(payload).options.organisation
  const name = `Gli amici di ${markWords[0]}`
  const made = { name, status: 'active', members: [{ member: anna.id }] }
  const { id } = await payload.create({ collection: 'teams', data: made, depth: 0 })
  const refused = await send('PATCH', `/${id}`, { public: true })
  expect(refused.body.errors[0].data.errors).toMatchObject([{ path: 'name' }])
  expect((await view(id)).hints).toMatchObject([{ code: 'team-mark' }])
  expect((await send('POST', `/${id}/mokor/allow-name`)).status).toBe(200)
  expect((await send('PATCH', `/${id}`, { public: true })).status).toBe(200)
})

test('teams of before stay as they are whatever is changed in them, until somebody asks', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const stored = {
    name: 'Di prima',
    status: 'active',
    public: true,
    members: [{ member: anna.id }, { member: bruno.id }],
  }
  const { id } = await payload.create({ collection: 'teams', data: stored, depth: 0 })
  await send('PATCH', `/${id}`, { members: [{ member: anna.id, role: 'Muri' }] })
  expect(await read(id)).toMatchObject({ status: 'active', members: [{ role: 'Muri' }] })
  expect(await mailsBy()).toEqual([])
  expect((await ask(id)).status).toBe(200)
  expect((await read(id)).status).toBe('forming')
})

test('closing tells whoever was in it, and their page says so', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const { id, pages } = await asked([anna, bruno])
  await pages[0]?.press()
  expect((await send('POST', `/${id}/mokor/close`)).status).toBe(200)
  expect((await mailsBy()).map(({ subject }) => subject)).toEqual([
    'La squadra «Casa vecchia» si chiude',
    'La squadra «Casa vecchia» si chiude',
  ])
  expect((await pages[0]?.press())?.status).toBe(404)
  expect((await send('POST', `/${id}/mokor/reopen`)).status).toBe(200)
  expect((await read(id)).status).toBe('proposed')
})

test('whoever is erased is in it no more, and their link opens nothing; the others are asked anew', async () => {
  const [anna, bruno] = [await person('Anna'), await person('Bruno')]
  const { id, pages } = await asked([anna, bruno])
  for (const page of pages) await page.press()
  await payload.delete({ collection: 'members', id: bruno.id })
  expect(await read(id)).toMatchObject({ status: 'proposed', members: [{ member: anna.id, accepted: null }] })
  const { docs } = await payload.db.find<{ target: string }>({
    collection: 'mokor-links',
    where: {},
    pagination: false,
  })
  expect(docs.filter(({ target }) => target === `${id}:${bruno.id}`)).toEqual([])
  await payload.delete({ collection: 'teams', id, trash: true })
  const left = await payload.db.find<{ target: string }>({ collection: 'mokor-links', where: {}, pagination: false })
  expect(left.docs.filter(({ target }) => target.startsWith(`${id}:`))).toEqual([])
})

test('all mails are in English for who reads English', async () => {
  const anna = await person('Anna', { lang: 'en' })
  const id = await sketch([anna])
  await ask(id)
  const [mail] = await mailsBy()
  expect(mail?.text).toContain('The group is not a company. Anna C. answers for it; each for their own part.')
  expect(mail?.text).toContain('Please answer by')
  const page = await pageOf(anna)
  expect(page.text).toContain('Yes, I am in')
})

describe('in the public directory', () => {
  const directory = async (query = '') => {
    const response = await site.fetch(`/api/mokor/v1/members?limit=50&${query}`)
    return (await response.json()) as MembersPageDto
  }
  const named = async (name: string, query = '') =>
    (await directory(`kind=team&${query}`)).members.filter((one) => one.name === name)
  const save = (id: number | string, data: object) => payload.update({ collection: 'teams', id, data })
  const change = (one: Saved, data: object) => payload.update({ collection: 'members', id: one.id, data })
  const standing = async (name: string, people: Saved[], more: object = {}) => {
    const members = people.map(({ id }, at) => ({ member: id, role: `Parte ${at + 1}` }))
    const data = { name, purpose: 'Tetti e muri', status: 'active', public: true, members, ...more }
    return (await payload.create({ collection: 'teams', data, depth: 0 })) as unknown as { id: number; slug: string }
  }
  /** As an own trade is found: by its words. */
  const doing = (own: string) => ({ skills: [{ own, origin: 'practised', years: 3 }] })

  test('a team that stands and wants it is a row among people: found by kind, words and place, and its page opens', async () => {
    const [anna, bruno] = [await person('Anna', doing('tegole')), await person('Bruno', doing('grondaie'))]
    const team = await standing('Tetti Riuniti', [anna, bruno])
    const [card] = await named('Tetti Riuniti', 'q=tegole+grondaie&near=015146')
    expect(card).toMatchObject({
      type: 'team',
      kind: 'team',
      slug: team.slug,
      headline: 'Tetti e muri',
      skills: [{ name: 'tegole', years: null }, { name: 'grondaie' }],
      place: { municipality: { code: '015146' } },
      availability: { state: 'now' },
      distanceKm: 0,
    })
    const page = await directory('lang=it')
    expect(page.totalLabel).toMatch(/^\d+ persone, aziende e gruppi$/)
    expect(page.facets?.kind).toContainEqual({ value: 'team', label: 'Gruppi', count: expect.any(Number) })
    expect((await directory('lang=en')).totalLabel).toMatch(/people, companies and teams$/)
    expect((await site.fetch(`/api/mokor/v1/members/${team.slug}`)).status).toBe(404)
    const html = await (await site.fetch(new URL(String(card?.page)).pathname)).text()
    expect(html).toContain('Tetti Riuniti')
    expect(html).toContain('Il gruppo non è una società: ciascuno risponde della propria parte.')
    expect(html).toMatch(/Anna C\.[\s\S]*Parte 1/)
  })

  test('it goes with what makes it public, and its people go from it with what makes them so', async () => {
    const [anna, bruno] = [await person('Anna', doing('calce')), await person('Bruno', doing('cera'))]
    const { id } = await standing('Calce e Cera', [anna, bruno])
    const skills = async () => (await named('Calce e Cera'))[0]?.skills.map(({ name }) => name)
    expect(await skills()).toEqual(['calce', 'cera'])
    await change(bruno, { status: 'paused' })
    expect(await skills()).toEqual(['calce'])
    await change(bruno, { status: 'active', headline: 'Cere e vernici' })
    expect(await skills()).toEqual(['calce', 'cera'])
    await change(anna, { skills: [{ own: 'gesso', origin: 'practised' }] })
    expect(await skills()).toEqual(['gesso', 'cera'])
    for (const hide of [{ public: false }, { status: 'closed' }, { deletedAt: new Date().toISOString() }]) {
      await save(id, hide)
      expect(await skills()).toBeUndefined()
      await payload.update({ collection: 'teams', id, data: { deletedAt: null }, trash: true })
      if ('status' in hide) await save(id, { status: 'proposed' })
      await save(id, { status: 'active', public: true })
      expect(await skills()).toHaveLength(2)
    }
    for (const one of [anna, bruno]) await change(one, { reach: 'network' })
    expect(await skills()).toBeUndefined()
  })

  test('what one of its people hides later takes the row along, or the word from it', async () => {
    const shows = await person('Anna', { displayAs: 'full', lastName: 'Brambilla' })
    const silent = await addMember(payload, { status: 'active', reach: 'network', firstName: 'Ezechiele' })
    const named_ = await standing('Brambilla e soci', [shows])
    const purposed = await standing('Soci di Bottega', [shows, silent], { purpose: 'Con Brambilla' })
    expect(await named('Brambilla e soci')).toHaveLength(1)
    await change(shows, { displayAs: 'initial' })
    expect(await named('Brambilla e soci')).toEqual([])
    expect(await named('Soci di Bottega')).toMatchObject([{ headline: 'Parte 1' }])
    // Somebody the public never saw gets a name that stands in a team's.
    await change(silent, { firstName: 'Bottega' })
    expect(await named('Soci di Bottega')).toEqual([])
    expect(JSON.stringify(await directory())).not.toMatch(/Brambilla|Ezechiele/)
    for (const { id } of [named_, purposed]) await payload.delete({ collection: 'teams', id })
  })

  test('the check finds nothing to mend, and mends what is not as it should be', async () => {
    const { id } = await standing('Da rivedere', [await person('Anna')])
    const check = (mend: boolean) => checkDirectory(payload, { mend })
    expect(await check(false)).toMatchObject({ missing: [], stale: [], extra: [] })
    const rows = slugOf(payload, 'directory')
    const where = { id: { equals: `team:${id}` } }
    await payload.db.updateOne({ collection: rows, where, data: { digest: 'old' } })
    expect(await check(true)).toMatchObject({ stale: [`team:${id}`] })
    await payload.db.deleteMany({ collection: rows, where })
    expect(await check(true)).toMatchObject({ missing: [`team:${id}`] })
    expect(await check(false)).toMatchObject({ missing: [], stale: [], extra: [] })
    expect(await named('Da rivedere')).toHaveLength(1)
  })

  test('with the feature off there is none, from the start on; switched on again, they are back', async () => {
    await standing('Di giorno', [await person('Anna')])
    const teamsOf = async (on: boolean) => {
      const again = await startSite({ databaseUrl: site.databaseUrl, plugin: { features: { teams: on } } })
      const asked = await again.fetch('/api/mokor/v1/members?kind=team')
      const { members } = (await asked.json()) as MembersPageDto
      await again.close()
      return members.map(({ name }) => name)
    }
    expect(await teamsOf(false)).toEqual([])
    expect(await teamsOf(true)).toContain('Di giorno')
  })
})

describe('composed at the desk for a request', () => {
  const trades: Record<string, number | string> = {}
  const known = async (slug: string) => {
    const names = { it: slug, en: slug }
    trades[slug] ??= (await payload.create({ collection: 'skills', data: { slug, names, sector: 'crafts' } })).id
    return trades[slug]
  }
  const does = async (firstName: string, slugs: string[], more: object = {}) =>
    person(firstName, {
      skills: await Promise.all(slugs.map(async (slug) => ({ skill: await known(slug), origin: 'practised' }))),
      ...more,
    })
  const request = async (slugs: string[], more: object = {}) =>
    payload.create({
      collection: 'commissions',
      data: {
        status: 'triage',
        client: { kind: 'person', name: 'Ugo', email: 'ugo@clienti.example', contactBy: 'email', lang: 'it' },
        description: 'Rifare il tetto e l’impianto',
        skills: await Promise.all(slugs.map(async (slug) => ({ skill: await known(slug) }))),
        mode: 'onsite',
        place: { municipality: '015146' },
        when: { soon: 'no-hurry' },
        choice: 'network',
        channel: 'web',
        ...more,
      },
      depth: 0,
    })
  const look = async (id: number | string, asked = '') => {
    const response = await site.fetch(`/api/commissions/${id}/mokor/panels/team?${asked}`, { headers: editor })
    return (await response.json()) as PanelDto | null
  }

  test('the smallest set of free people, who could stand in, what stays uncovered, and a team made of them', async () => {
    const both = await does('Tutto', ['copertura', 'impianti'])
    await does('Solotetti', ['copertura'])
    await does('Pausa', ['pozzi'], { availability: { state: 'not-now' } })
    const { id } = await request(['copertura', 'impianti', 'pozzi'])
    const panel = await look(id)
    const [team, uncovered] = panel?.groups ?? []
    expect(team?.entries).toMatchObject([{ key: String(both.id), subtitle: 'copertura, impianti' }])
    expect(uncovered?.entries).toMatchObject([{ title: 'pozzi', lines: [{ text: expect.stringContaining('Pausa') }] }])
    // Two on the roof: the other one comes in.
    const more = await look(id, 'places-copertura=2&places-pozzi=0')
    expect(more?.groups?.[0]?.entries).toHaveLength(2)
    const make = more?.buttons?.find(({ act }) => act === 'make')
    const acted = (values: object) =>
      site.fetch(`/api/commissions/${id}/mokor/panels/team/make`, {
        method: 'POST',
        headers: { ...editor, 'Content-Type': 'application/json' },
        body: JSON.stringify({ values }),
      })
    expect((await acted(make?.values ?? {})).status).toBe(200)
    const { docs } = await payload.find({ collection: 'teams', where: { commission: { equals: id } }, depth: 0 })
    expect(docs).toMatchObject([{ status: 'proposed', members: [{}, {}], needs: [{ places: 2 }, { places: 1 }] }])
    expect((await look(id))?.groups?.at(-1)?.entries).toMatchObject([{ key: `team:${docs[0]?.id}` }])
    expect(await mailsBy()).toEqual([])
    for (const people of ['', '[]', '[["x","y"]]', '{}', 7]) expect((await acted({ people })).status).toBe(409)
  })

  const proposeTo = async (id: number | string, body: object) => {
    const response = await site.fetch(`/api/commissions/${id}/mokor/propose`, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }
  const offersOf = async (id: number | string) =>
    (
      await payload.find({
        collection: 'mokor-offers',
        where: { commission: { equals: id } },
        depth: 0,
        sort: 'rank',
      })
    ).docs
  const requestNow = (id: number | string) => payload.findByID({ collection: 'commissions', id, depth: 0 })
  const told = () => mailbox.mails.map(({ to, subject }) => `${to.join()} | ${subject}`).sort()
  /** Whose yes covers teams, with two people who have said yes to working together on it. */
  async function readyTeam(more: object = {}) {
    const [lia, teo] = [await does('Lia', ['copertura']), await does('Teo', ['impianti'])]
    const { id, reference } = (await request(['copertura', 'impianti'], {
      consents: [{ what: 'share', version: '1-share-2', at: new Date().toISOString(), how: 'web', language: 'it' }],
      ...more,
    })) as unknown as { id: number | string; reference: string }
    const { id: team, pages } = await asked([lia, teo], { name: 'Tetti e fili', commission: id })
    return { lia, teo, id, reference, team, pages }
  }
  async function standingTeam(more: object = {}) {
    const made = await readyTeam(more)
    for (const page of made.pages) await page.press()
    await mailsBy()
    expect((await read(made.team)).status).toBe('active')
    return made
  }
  const answer = { taxMode: 'vat', responsible: 'yes' }

  test('a team that stands is offered the job: who keeps in touch answers, the others know, and the team goes as the job goes', async () => {
    const { lia, teo, id, reference, team } = await standingTeam()
    const entry = (await look(id))?.groups?.at(-1)?.entries?.[0]
    expect(entry?.buttons).toMatchObject([{ act: 'propose', values: { team: String(team) } }])
    const response = await site.fetch(`/api/commissions/${id}/mokor/panels/team/propose`, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify({ values: { team: String(team), why: 'Coprono tutto' } }),
    })
    expect(response.status).toBe(200)
    await mailsBy(new Date(Date.now() + 120_000))
    expect(told()).toEqual(
      [
        `${lia.email} | C’è un lavoro per te: copertura, impianti, Milano (MI)`,
        `${teo.email} | Un lavoro per la squadra «Tetti e fili»: copertura, impianti, Milano (MI)`,
        `ugo@clienti.example | Richiesta ${reference}: abbiamo chiesto a una persona`,
      ].sort(),
    )
    const page = await pageOf(lia)
    expect(page.text).toContain('rispondi tu per tutti')
    expect(page.text).toContain('La squadra «Tetti e fili»')
    expect(page.text).toContain('Il gruppo non è una società')
    expect((await page.press('accept', answer)).text).toContain('È tuo.')
    expect(await requestNow(id)).toMatchObject({ status: 'agreed', executor: lia.id, team, partners: [teo.id] })
    expect(await offersOf(id)).toMatchObject([{ way: 'team', team, member: lia.id, status: 'chosen' }])
    await mailsBy(new Date(Date.now() + 120_000))
    expect(told()).toContain(`${teo.email} | Lavoro ${reference}: lo fa la squadra «Tetti e fili»`)
    const theirs = await pageOf(teo)
    expect(theirs.text).toContain('La squadra «Tetti e fili»')
    const client = await pageOf({ email: 'ugo@clienti.example' })
    expect(client.text).toContain('La squadra «Tetti e fili»')
    // Delivered and done: the team that was put together for it closes with it.
    expect((await theirs.press('deliver')).text).toContain('Hai detto che è finito')
    await mailsBy(new Date(Date.now() + 120_000))
    await client.press('done', { result: 'done', words: '' })
    await mailsBy(new Date(Date.now() + 120_000))
    expect((await requestNow(id)).status).toBe('closed')
    expect((await read(team)).status).toBe('closed')
  })

  test('their no comes back to the desk, and all of them know; a team of their own stays', async () => {
    const { lia, teo, id, team } = await standingTeam()
    await payload.update({ collection: 'teams', id: team, data: { commission: null } })
    expect((await proposeTo(id, { way: 'team', team })).status).toBe(200)
    await mailsBy(new Date(Date.now() + 120_000))
    await (await pageOf(lia)).press('decline', { reason: 'too-big' })
    expect(await requestNow(id)).toMatchObject({ status: 'triage' })
    expect(await offersOf(id)).toMatchObject([{ status: 'declined', decline: { code: 'too-big' } }])
    await mailsBy(new Date(Date.now() + 120_000))
    expect(told()).toContain(`${teo.email} | Il lavoro proposto alla squadra «Tetti e fili» non va avanti`)
    expect((await read(team)).status).toBe('active')
  })

  test('a team is asked once the client has agreed to that, and once all of its people have', async () => {
    const older = await standingTeam({
      consents: [{ what: 'share', version: '1', at: new Date().toISOString(), how: 'web', language: 'it' }],
    })
    const refused = await proposeTo(older.id, { way: 'team', team: older.team })
    expect([refused.status, refused.text.includes('nuovo testo del consenso')]).toEqual([409, true])
    const { id, team } = await readyTeam()
    const early = await proposeTo(id, { way: 'team', team })
    expect([early.status, early.text.includes('quando tutti hanno detto di sì')]).toEqual([422, true])
    const others = await proposeTo(id, { way: 'team', team: older.team })
    expect([others.status, others.text.includes('composta per un’altra richiesta')]).toEqual([422, true])
    expect((await proposeTo(id, { way: 'team' })).status).toBe(422)
    expect([await offersOf(id), await offersOf(older.id)]).toEqual([[], []])
  })

  test('somebody leaves the team: what was offered to it is taken back, and of its job the desk hears', async () => {
    const { lia, id, team, pages } = await standingTeam()
    expect((await proposeTo(id, { way: 'team', team })).status).toBe(200)
    await mailsBy(new Date(Date.now() + 120_000))
    // Terms that an editor changes meanwhile are to be agreed on again before anybody says yes.
    const offer = await pageOf(lia)
    await payload.update({ collection: 'teams', id: team, data: { purpose: 'Tetti, fili e muri' } })
    expect((await offer.press('accept', answer)).text).toContain('non va più avanti così')
    expect(await offersOf(id)).toMatchObject([{ status: 'sent' }])
    await pages[1]?.press('no', { why: 'Mi trasferisco' })
    expect(await offersOf(id)).toMatchObject([{ status: 'recalled' }])
    expect(await requestNow(id)).toMatchObject({ status: 'triage' })

    const at = await standingTeam()
    expect((await proposeTo(at.id, { way: 'team', team: at.team })).status).toBe(200)
    await mailsBy(new Date(Date.now() + 120_000))
    await (await pageOf(at.lia)).press('accept', answer)
    await mailsBy(new Date(Date.now() + 120_000))
    await at.pages[1]?.press('left', { why: 'Basta', sure: 'yes' })
    await mailsBy(new Date(Date.now() + 120_000))
    expect(told()).toContain(`desk@rete.example | Lavoro ${at.reference}: la squadra che lo fa è cambiata`)
    expect(await requestNow(at.id)).toMatchObject({ status: 'agreed' })
  })

  test('«serve una squadra» leads to the composer, with the request’s trades and as many places as an editor sets', async () => {
    await does('Unavolta', ['grondaie'])
    await does('Duevolte', ['grondaie'])
    const { id } = await request(['grondaie'], {
      consents: [{ what: 'share', version: '1', at: new Date().toISOString(), how: 'web', language: 'it' }],
    })
    expect(await look(id)).toBeNull()
    const alone = await person('Solo')
    expect((await proposeTo(id, { way: 'one', members: [{ id: alone.id }] })).status).toBe(200)
    await mailsBy(new Date(Date.now() + 120_000))
    await (await pageOf(alone)).press('decline', { reason: 'needs-team' })
    const panel = await look(id)
    expect(panel?.notes?.[0]).toContain('serve una squadra')
    expect(panel?.search?.fields).toMatchObject([{ name: 'places-grondaie', value: 2 }])
    expect(panel?.groups?.[0]?.entries).toHaveLength(2)
    const make = panel?.buttons?.find(({ act }) => act === 'make')
    await site.fetch(`/api/commissions/${id}/mokor/panels/team/make`, {
      method: 'POST',
      headers: { ...editor, 'Content-Type': 'application/json' },
      body: JSON.stringify({ values: make?.values }),
    })
    const { docs } = await payload.find({ collection: 'teams', where: { commission: { equals: id } }, depth: 0 })
    expect(docs).toMatchObject([{ needs: [{ trade: trades.grondaie, places: 2 }] }])
  })

  test('a request of one trade has no such panel', async () => {
    expect(await look((await request(['copertura'])).id)).toBeNull()
  })
})
