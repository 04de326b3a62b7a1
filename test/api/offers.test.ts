// A request put to people, their answers, and the agreement: as editor, members, helper and client live it, over HTTP and by their links.
import sharp from 'sharp'
import { type CommissionInput, commissionInput } from '../../collections/commissions/dto.js'
import { type Commission, createCommission, type Offer } from '../../collections/commissions/index.js'
import { chooseOffer, claimJob } from '../../collections/commissions/offers/agree.js'
import { databaseNow } from '../../plugin/database/clock.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { issueLink, linkAddress } from '../../plugin/links/tokens.js'
import { drainOutbox } from '../../plugin/outbox/index.js'
import { mokor } from '../../plugin/runtime.js'
import { press } from '../support/links.js'
import type { ReceivedMail } from '../support/mailbox.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { organisation } from '../support/organisation.js'
import { addMember, readMember, type Saved } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail({ plugin: { organisation: { ...organisation, firstAccept: true } } })
const { payload } = site
await site.as('owner@rete.example', ['owner'])
const editor = await site.as('editor@rete.example', ['editor'])
const treasurer = await site.as('treasurer@rete.example', ['treasurer'])

const dayMs = 86_400_000
const asked: CommissionInput = {
  client: {
    kind: 'person',
    name: 'Ugo Segretissimi',
    email: 'ugo@posta.example',
    phone: '+39 333 765 4321',
    callTimes: 'dopo le sette di sera',
  },
  description: 'Riparare due persiane di legno. Chiamatemi al 333 765 4321 o a ugo@posta.example.',
  skills: [{ own: 'persiane' }],
  mode: 'onsite',
  place: { municipality: '015146' },
  placeNote: 'scala segreta',
  when: { soon: 'no-hurry' },
  consents: [{ what: 'share', version: '1-share-2' }],
}

const stored = async (id: Commission['id']): Promise<Commission> =>
  (await payload.findByID({ collection: 'commissions', id, depth: 0 })) as unknown as Commission

/** A request that its client has confirmed; its mails have left. */
async function confirmed(change: Partial<CommissionInput> = {}): Promise<Commission> {
  const { reference } = await createCommission(payload, commissionInput.parse({ ...asked, ...change }), {
    lang: 'it',
    page: null,
    how: 'web',
    at: new Date(),
  })
  const { docs } = await payload.find({ collection: 'commissions', where: { reference: { equals: reference } } })
  const [made] = docs
  if (!made) throw new Error(`no request ${reference}`)
  await press(payload, 'confirm-request', made.id)
  await mails()
  return stored(made.id)
}

let people = 0
const person = (more: Record<string, unknown> = {}): Promise<Saved> => {
  people += 1
  return addMember(payload, {
    status: 'active',
    firstName: ['Ada', 'Bice', 'Carlo', 'Dina', 'Elio'][people % 5],
    lastName: `Nascosti${people}`,
    email: `persona${people}@posta.example`,
    ...more,
  })
}

async function mails(now?: Date): Promise<ReceivedMail[]> {
  const before = mailbox.mails.length
  await drainOutbox(payload, () => now ?? new Date())
  return mailbox.mails.slice(before)
}
const told = (sent: readonly ReceivedMail[]) => sent.map(({ to, subject }) => `${to.join()} | ${subject}`)

const post = async (path: string, body: unknown, headers = editor) => {
  const response = await site.fetch(`/api/commissions/${path}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const proposeTo = async ({ id }: Commission, members: readonly Saved[], more: Record<string, unknown> = {}) => {
  const answer = await post(`${id}/mokor/propose`, {
    way: 'one',
    members: members.map((one) => ({ id: one.id })),
    ...more,
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
}

const offersOf = async ({ id }: Commission): Promise<Offer[]> =>
  (await payload
    .find({
      collection: mokor(payload).options.slugs.offers,
      where: { commission: { equals: id } },
      sort: 'rank',
      depth: 0,
      pagination: false,
    })
    .then(({ docs }) => docs)) as unknown as Offer[]

const offerTo = async (commission: Commission, member: Saved): Promise<Offer> => {
  const found = (await offersOf(commission)).find((offer) => String(offer.member) === String(member.id))
  if (!found) throw new Error('no such offer')
  return found
}
const states = async (commission: Commission) => (await offersOf(commission)).map(({ status }) => status)

const linkTo = (purpose: string, id: number | string): Promise<string> =>
  inTransaction(payload, async (req) => {
    const hash = await issueLink(req, { purpose, target: String(id) })
    return (await linkAddress(req, hash, 'it')) ?? ''
  })

const pathOf = (address: string) => address.replace(site.url, '')
async function pageOf(purpose: string, id: number | string, lang = 'it'): Promise<string> {
  const address = (await linkTo(purpose, id)).replace('lang=it', `lang=${lang}`)
  return (await site.fetch(pathOf(address))).text()
}

/** Presses a button of the page as a browser does, without script. */
async function pressOn(address: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await site.fetch(pathOf(address), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, text: await response.text() }
}

const yes = { do: 'accept', taxMode: 'occasional', responsible: 'yes' }
const acceptAs = async (commission: Commission, member: Saved, more: Record<string, string> = {}) =>
  pressOn(await linkTo('offer', (await offerTo(commission, member)).id), { ...yes, ...more })
const declineAs = async (commission: Commission, member: Saved, more: Record<string, string> = {}) =>
  pressOn(await linkTo('offer', (await offerTo(commission, member)).id), { do: 'decline', reason: 'too-far', ...more })

beforeEach(() => mails())

describe('one person', () => {
  test('is asked, says yes, and both get each other’s contacts; before that neither has them', async () => {
    const [commission, ada] = [await confirmed(), await person()]
    await proposeTo(commission, [ada], { why: 'Ha già fatto persiane' })
    const sent = await mails()
    expect(told(sent).sort()).toEqual([
      `${ada.email} | C’è un lavoro per te: persiane, Milano (MI)`,
      `ugo@posta.example | Richiesta ${commission.reference}: abbiamo chiesto a una persona`,
    ])
    const offered = await stored(commission.id)
    expect(offered).toMatchObject({ status: 'offered' })
    expect(offered.timeline?.at(-1)).toMatchObject({ by: 'editor@rete.example', step: 'offer', to: 'offered' })
    expect(offered.timeline?.at(-1)?.why).toContain('Una persona: ')

    const answer = await acceptAs(commission, ada)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('È tuo.')
    const agreed = await stored(commission.id)
    expect(agreed).toMatchObject({ status: 'agreed', executor: ada.id, agreement: { taxMode: 'occasional' } })
    expect(agreed.claim ?? null).toBeNull()
    expect(await offerTo(commission, ada)).toMatchObject({
      status: 'chosen',
      taxMode: 'occasional',
      answeredBy: 'link',
    })
    const contacts = await mails()
    expect(told(contacts).sort()).toEqual([
      `${ada.email} | Il lavoro ${commission.reference} è tuo: chiama Ugo Segretissimi`,
      `ugo@posta.example | Richiesta ${commission.reference}: ti chiama ${ada.firstName} ${ada.lastName}`,
    ])
    const [toAda, toUgo] = [
      contacts.find(({ to }) => to[0] === ada.email),
      contacts.find(({ to }) => to[0] !== ada.email),
    ]
    expect(toAda?.text).toContain('+39 333 765 4321')
    expect(toAda?.text).toContain('Oltre i 5.000 euro')
    expect(toUgo?.text).toContain(String(ada.email))
    expect(toUgo?.text).toContain('fatteli scrivere prima di cominciare')
    // Pressed twice.
    expect((await acceptAs(commission, ada)).text).toContain('Il lavoro è tuo')
    expect(await mails()).toEqual([])
  })

  test('reads what, where, when and who asks by first name, and nothing more', async () => {
    const [commission, ada, bice] = [await confirmed(), await person(), await person()]
    await payload.update({
      collection: 'commissions',
      id: commission.id,
      data: { notes: 'nota-canarino', title: 'titolo-canarino' },
    })
    await proposeTo(commission, [ada, bice], { way: 'several' })
    const sent = (await mails()).find(({ to }) => to[0] === ada.email)
    const offer = await offerTo(commission, ada)
    for (const text of [await pageOf('offer', offer.id), await pageOf('offer', offer.id, 'en'), sent?.text ?? '']) {
      expect(text).toContain('Milano (MI)')
      expect(text).toContain('Riparare due persiane')
      expect(text).toContain('Ugo')
      for (const secret of [
        'Segretissimi',
        '765',
        'ugo@posta',
        'dopo le sette',
        'scala segreta',
        'canarino',
        bice.lastName,
      ])
        expect([secret, text.includes(String(secret))]).toEqual([secret, false])
    }
    expect(await pageOf('offer', offer.id)).toContain('Lo abbiamo chiesto anche a un’altra persona.')
  })

  test('cannot say yes without how and without answering for the work', async () => {
    const [commission, ada] = [await confirmed(), await person()]
    await proposeTo(commission, [ada])
    const address = await linkTo('offer', (await offerTo(commission, ada)).id)
    const short: Record<string, string>[] = [
      { do: 'accept' },
      { do: 'accept', taxMode: 'vat' },
      { ...yes, taxMode: 'gold' },
    ]
    for (const fields of short) expect((await pressOn(address, fields)).status).toBe(422)
    expect(await states(commission)).toEqual(['sent'])
  })

  test('whoever is asked answers by the day that the editor set, and no day of before, of never, or far away is taken', async () => {
    const commission = await confirmed()
    const ada = await person()
    const until = new Date(Date.now() + 20 * dayMs)
    until.setUTCHours(19, 0, 0, 0)
    await proposeTo(commission, [ada], { until: until.toISOString() })
    const offer = await offerTo(commission, ada)
    expect(offer.answerBy && new Date(offer.answerBy)).toEqual(until)
    const [mail] = (await mails()).filter(({ to }) => to[0] === ada.email)
    const day = new Intl.DateTimeFormat('it', { day: 'numeric', month: 'long', timeZone: 'Europe/Rome' }).format(until)
    expect(mail?.text).toContain(day.replace(/^1 /, '1º '))
    // Nobody else is asked, and nothing ends, before it has passed.
    await mails(new Date(until.getTime() - dayMs / 24))
    expect(await states(commission)).toEqual(['sent'])
    const bice = await person()
    const tried = async (given: unknown) =>
      (await post(`${commission.id}/mokor/propose`, { way: 'one', members: [{ id: bice.id }], until: given })).status
    const far = new Date(Date.now() + 61 * dayMs).toISOString()
    for (const given of ['2020-01-01T00:00:00Z', '2026-02-31', 'domani', 7, far])
      expect([given, await tried(given)]).toEqual([given, 422])
    expect((await offersOf(commission)).length).toBe(1)
  })

  test('asks the client a question from the page, once however often it is pressed, forty at most; no contact passes', async () => {
    const commission = await confirmed()
    const ada = await person()
    await proposeTo(commission, [ada])
    const offer = await offerTo(commission, ada)
    const ask = async (question: string) => pressOn(await linkTo('offer', offer.id), { do: 'ask-question', question })
    await mails()
    expect((await ask('Chiamatemi al 333 111 2222')).text).toContain('c’è un recapito')
    expect((await ask('Di che legno sono?')).text).toContain('Domanda mandata')
    expect((await ask('Di che legno sono?')).text).toContain('Domanda mandata')
    expect((await stored(commission.id)).questions).toMatchObject([{ by: 'executor', offer: String(offer.id) }])
    const sent = await mails()
    expect(told(sent)).toEqual([`ugo@posta.example | ${commission.reference}: una domanda per te`])
    const [{ id: of } = { id: '' }] = (await stored(commission.id)).questions ?? []
    const answer = await pressOn(await linkTo('request-status', commission.id), {
      do: 'answer-question',
      of: String(of),
      answer: 'Di abete.',
    })
    expect(answer.text).toContain('Risposta mandata.')
    expect(await pageOf('offer', offer.id)).toContain('Di abete.')
    expect(told(await mails())).toEqual([`${ada.email} | Lavoro ${commission.reference}: la risposta alla tua domanda`])
    const at = new Date().toISOString()
    const many = Array.from({ length: 40 }, (_, n) => ({ at, by: 'executor', offer: String(offer.id), text: `${n}?` }))
    await payload.update({ collection: 'commissions', id: commission.id, data: { questions: many } })
    expect((await ask('Ancora una?')).text).toContain('già molte')
    await acceptAs(commission, ada)
    const job = await linkTo('job', commission.id)
    expect((await pressOn(job, { do: 'needs-team', words: 'Un muratore' })).text).toContain('già molte')
    await payload.update({ collection: 'commissions', id: commission.id, data: { questions: [] } })
    for (let n = 0; n < 2; n += 1)
      expect((await pressOn(job, { do: 'needs-team', words: 'Un muratore' })).text).toContain('detto alla redazione')
    expect((await stored(commission.id)).questions).toHaveLength(1)
  })

  test('sees the photographs where the client has agreed to it, and only while they are asked', async () => {
    const [commission, older] = [await confirmed(), await confirmed({ consents: [{ what: 'share', version: '1' }] })]
    const ada = await person()
    const small = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const seen = async (of: Commission) => {
      const form = new FormData()
      form.set('do', 'add-photo')
      form.set('photo', new File([new Uint8Array(small)], 'a.jpg', { type: 'image/jpeg' }))
      await fetch(await linkTo('request-status', of.id), {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        body: form,
      })
      expect((await stored(of.id)).photos).toHaveLength(1)
      await proposeTo(of, [ada])
      return /<img src="([^"]+)"/.exec(await pageOf('offer', (await offerTo(of, ada)).id))?.[1]
    }
    expect(await seen(older)).toBeUndefined()
    const src = new URL((await seen(commission)) ?? '', site.url)
    expect((await fetch(src)).status).toBe(200)
    await declineAs(commission, ada)
    expect((await fetch(src)).status).toBe(404)
    // Their own offer's link opens none of the other's.
    const [photo] = (await stored(older.id)).photos ?? []
    expect((await fetch(new URL(src.href.replace(/[^/]+$/, String(photo))))).status).toBe(404)
  })

  test('a day that does not exist is said, and nothing happens', async () => {
    const commission = await confirmed()
    const ada = await person()
    await proposeTo(commission, [ada])
    for (const until of ['2026-02-31', '2026-13-45', '0000-00-00']) {
      const answer = await declineAs(commission, ada, { reason: 'no-time', until })
      expect([until, answer.status, answer.text.includes('2026-12-31')]).toEqual([until, 422, true])
    }
    expect(await states(commission)).toEqual(['sent'])
  })

  test('whoever changes their mind in time gives it back to the desk', async () => {
    const commission = await confirmed({ choice: 'client' })
    const ada = await person()
    await proposeTo(commission, [ada])
    await acceptAs(commission, ada, { show: 'yes' })
    expect(await states(commission)).toEqual(['accepted'])
    await pressOn(await linkTo('offer', (await offerTo(commission, ada)).id), { do: 'take-back' })
    expect(await states(commission)).toEqual(['declined'])
    expect((await stored(commission.id)).status).toBe('triage')
  })
})

describe('an order', () => {
  test('asks the next after a no and after silence, and comes back to the desk at its end', async () => {
    const commission = await confirmed()
    const [ada, bice, carlo] = [await person(), await person(), await person()]
    await proposeTo(commission, [ada, bice, carlo], { way: 'order' })
    expect(await states(commission)).toEqual(['sent', 'waiting', 'waiting'])
    expect(told(await mails()).filter((line) => line.includes('C’è un lavoro'))).toHaveLength(1)

    await declineAs(commission, ada, { note: 'Sto a Palermo', until: '2027-01-10' })
    expect(await offerTo(commission, ada)).toMatchObject({ decline: { code: 'too-far', note: 'Sto a Palermo' } })
    expect(await states(commission)).toEqual(['declined', 'sent', 'waiting'])
    expect(told(await mails()).sort()).toEqual([
      `${bice.email} | C’è un lavoro per te: persiane, Milano (MI)`,
      `ugo@posta.example | Richiesta ${commission.reference}: abbiamo chiesto a una persona`,
    ])

    const { answerBy } = await offerTo(commission, bice)
    await expireAt(await offerTo(commission, bice))
    expect(await states(commission)).toEqual(['declined', 'expired', 'sent'])
    expect(new Date(answerBy ?? 0).getTime()).toBeGreaterThan(Date.now() + 2 * dayMs)
    await declineAs(commission, carlo)
    expect(await stored(commission.id)).toMatchObject({ status: 'triage' })
    const last = told(await mails())
    expect(last).toContain(`ugo@posta.example | Richiesta ${commission.reference}: non c’è ancora nessuno`)
    expect(last.some((line) => line.includes('c’è da decidere'))).toBe(true)

    // Asked again on the same document.
    await proposeTo(commission, [bice])
    expect((await offersOf(commission)).length).toBe(3)
    expect(await offerTo(commission, bice)).toMatchObject({ status: 'sent', way: 'one' })
  })

  /** As if its term had passed. */
  async function expireAt(offer: Offer): Promise<void> {
    const { slugs } = mokor(payload).options
    const past = new Date(Date.now() - 1000).toISOString()
    await payload.db.updateOne({ collection: slugs.offers, id: offer.id, data: { answerBy: past } })
    await payload.db.updateMany({
      collection: slugs.outbox,
      where: { and: [{ target: { equals: String(offer.id) } }, { template: { equals: 'offer-expire' } }] },
      data: { dueAt: past },
    })
    await mails()
  }
})

test('a reminder leaves at half of the term, once, to whom has not answered; the database’s clock says when', async () => {
  const commission = await confirmed()
  const [ada, bice] = [await person(), await person()]
  await proposeTo(commission, [ada, bice], { way: 'several' })
  await mails()
  const { slugs } = mokor(payload).options
  const rowsOf = async (offer: Offer) =>
    (
      await payload.db.find<{ id: number; dueAt: string }>({
        collection: slugs.outbox,
        where: { and: [{ target: { equals: String(offer.id) } }, { template: { equals: 'offer-reminder' } }] },
      })
    ).docs
  const due: Saved[] = []
  for (const member of [ada, bice]) {
    const offer = await offerTo(commission, member)
    const [row, ...more] = await rowsOf(offer)
    const [from, until] = [offer.askedAt, offer.answerBy].map((at) => new Date(at ?? 0).getTime()) as [number, number]
    const moment = new Date(row?.dueAt ?? 0).getTime()
    // At half, or on the next morning where that is at night.
    expect(more).toEqual([])
    expect(moment - (from + until) / 2).toBeGreaterThanOrEqual(0)
    expect(moment - (from + until) / 2).toBeLessThanOrEqual(13 * 3_600_000)
    due.push(member)
  }
  await declineAs(commission, bice)
  await mails()
  const reminded = async () => told(await drained()).filter((line) => line.includes('Aspettiamo la tua risposta'))
  expect(await reminded()).toEqual([])
  const now = (await databaseNow(payload)).getTime()
  const becomes = async (at: number) => {
    for (const member of due)
      for (const { id } of await rowsOf(await offerTo(commission, member)))
        await payload.db.updateOne({ collection: slugs.outbox, id, data: { dueAt: new Date(at).toISOString() } })
  }
  await becomes(now + 60_000)
  expect(await reminded()).toEqual([])
  await becomes(now - 1)
  expect(await reminded()).toEqual([expect.stringContaining(`${ada.email} | `)])
  expect(await reminded()).toEqual([])

  async function drained(): Promise<ReceivedMail[]> {
    const before = mailbox.mails.length
    await drainOutbox(payload)
    return mailbox.mails.slice(before)
  }
})

describe('several', () => {
  test('the client chooses among those who said yes and may be shown; the others hear of it kindly', async () => {
    const commission = await confirmed({ choice: 'client' })
    const [ada, bice, carlo] = [await person(), await person(), await person()]
    await proposeTo(commission, [ada, bice, carlo], { way: 'several' })
    await mails()
    await acceptAs(commission, ada, { show: 'yes' })
    await acceptAs(commission, bice)
    expect(await states(commission)).toEqual(['accepted', 'accepted', 'sent'])
    expect(told(await mails())).toEqual([`ugo@posta.example | Richiesta ${commission.reference}: qualcuno ha detto sì`])
    const offer = await offerTo(commission, ada)
    const outcome = await inTransaction(payload, async (req) =>
      chooseOffer(req, await stored(commission.id), offer.id, 'client', { by: 'client', at: new Date() }),
    )
    expect(outcome).toBe('agreed')
    expect(await stored(commission.id)).toMatchObject({ status: 'agreed', executor: ada.id })
    expect(await offerTo(commission, ada)).toMatchObject({ chosenBy: 'client' })
    const last = told(await mails())
    expect(await states(commission)).toEqual(['chosen', 'passed-over', 'passed-over'])
    expect(last.filter((line) => line.includes('lo fa un’altra persona'))).toHaveLength(2)
  })

  test('from the desk’s panel to the client’s own page, where names of the network alone are not read', async () => {
    const commission = await confirmed({ choice: 'client' })
    const [ada, bice] = [await person(), await person({ reach: 'network', headline: 'riga-canarino' })]
    const picks = [ada, bice].map(({ id }) => String(id))
    const panel = `${commission.id}/mokor/panels`
    expect((await post(`${panel}/shortlist/propose`, { values: { way: 'several' }, picks: [picks[0]] })).status).toBe(
      422,
    )
    expect(await post(`${panel}/shortlist/propose`, { values: { way: 'several' }, picks })).toMatchObject({
      status: 200,
    })
    const shown = await site.fetch(`/api/commissions/${panel}/offers`, { headers: editor })
    expect(JSON.stringify(await shown.json())).toContain('Ha detto sì al telefono')
    await acceptAs(commission, ada, { show: 'yes' })
    await acceptAs(commission, bice, { show: 'yes' })
    const page = await pageOf('request-status', commission.id)
    expect(page).toContain('Chi ha detto sì')
    for (const secret of ['Nascosti', 'canarino', String(ada.email), '333 123'])
      expect([secret, page.includes(secret)]).toEqual([secret, false])
    const { id } = await offerTo(commission, ada)
    const pressed = await pressOn(await linkTo('request-status', commission.id), { do: 'choose', of: String(id) })
    expect(pressed.text).toContain('con i recapiti')
    expect(await stored(commission.id)).toMatchObject({ status: 'agreed', executor: ada.id })
  })

  test('whoever gets the job reads their own questions, not those of the others who were asked', async () => {
    const commission = await confirmed()
    const [ada, bice] = [await person(), await person()]
    await proposeTo(commission, [ada, bice], { way: 'several' })
    const askAs = async (member: Saved, question: string) =>
      pressOn(await linkTo('offer', (await offerTo(commission, member)).id), { do: 'ask-question', question })
    await askAs(ada, 'Il cancello è di ferro?')
    await askAs(bice, 'Sono in malattia fino a lunedì, va bene?')
    await acceptAs(commission, ada)
    await declineAs(commission, bice)
    await post(`${commission.id}/mokor/offers/${(await offerTo(commission, ada)).id}/choose`, {})
    await mails()
    expect(await stored(commission.id)).toMatchObject({ status: 'agreed', executor: ada.id })
    const job = await pageOf('job', commission.id)
    expect([job.includes('di ferro'), job.includes('malattia')]).toEqual([true, false])
    // What is answered now reaches whoever asked it, where they may still be written to.
    for (const { id, text } of (await stored(commission.id)).questions ?? [])
      await pressOn(await linkTo('request-status', commission.id), {
        do: 'answer-question',
        of: String(id),
        answer: `Risposta a: ${text}`,
      })
    const answers = (await mails()).map(({ to, text }) => [to[0], text.includes('malattia')])
    expect(answers).toEqual([[ada.email, false]])
  })

  test('the desk chooses, and records what was said by phone', async () => {
    const commission = await confirmed()
    const [ada, bice] = [await person(), await person({ email: null })]
    await proposeTo(commission, [ada, bice], { way: 'several' })
    const [first, second] = await offersOf(commission)
    const at = (offer: Offer | undefined, step: string) => `${commission.id}/mokor/offers/${offer?.id}/${step}`
    expect((await post(at(second, 'accepted'), {})).status).toBe(422)
    expect((await post(at(second, 'accepted'), { taxMode: 'vat', show: false })).status).toBe(200)
    expect((await post(at(first, 'declined'), { code: 'no-time' })).status).toBe(200)
    expect(await offerTo(commission, bice)).toMatchObject({ status: 'accepted', answeredBy: 'desk' })
    expect((await offerTo(commission, bice)).timeline?.at(-1)?.by).toBe('editor@rete.example')
    expect((await post(at(second, 'choose'), {}, treasurer)).status).toBeGreaterThanOrEqual(403)
    expect((await post(at(second, 'choose'), {})).status).toBe(200)
    expect(await stored(commission.id)).toMatchObject({ status: 'agreed', executor: bice.id })
    expect((await post(at(second, 'recall'), {})).status).toBe(409)
  })

  test('what is recalled before its mail leaves reaches nobody; later it is told', async () => {
    const commission = await confirmed()
    const [ada, bice] = [await person(), await person()]
    await proposeTo(commission, [ada, bice], { way: 'several' })
    const [first, second] = await offersOf(commission)
    await post(`${commission.id}/mokor/offers/${first?.id}/recall`, {})
    expect(told(await mails()).filter((line) => line.startsWith(String(ada.email)))).toEqual([])
    await post(`${commission.id}/mokor/offers/${second?.id}/recall`, {})
    expect(told(await mails())).toContain(`${bice.email} | Il lavoro ${commission.reference} non serve più`)
    expect((await stored(commission.id)).status).toBe('triage')
  })

  test('a request that is withdrawn recalls them', async () => {
    const commission = await confirmed()
    const ada = await person()
    await proposeTo(commission, [ada])
    await mails()
    await press(payload, 'request-status', commission.id, { why: 'Ho risolto' }, 'withdraw')
    expect(told(await mails())).toContain(`${ada.email} | Il lavoro ${commission.reference} non serve più`)
    expect(await states(commission)).toEqual(['recalled'])
  })
})

describe('others', () => {
  test('a helper answers for the member, and it is shown so', async () => {
    const commission = await confirmed()
    const ada = await person({ email: null, helper: { name: 'Nina', email: 'nina@posta.example', consent: true } })
    await proposeTo(commission, [ada])
    expect(told(await mails())).toContain(
      `nina@posta.example | C’è un lavoro per ${ada.firstName}: persiane, Milano (MI)`,
    )
    expect((await acceptAs(commission, ada)).status).toBe(422)
    expect((await acceptAs(commission, ada, { agrees: 'yes' })).status).toBe(200)
    expect(await offerTo(commission, ada)).toMatchObject({ status: 'chosen', answeredBy: 'helper' })
  })

  test('a company outside is named to the client, and hears of nobody', async () => {
    const commission = await confirmed()
    const company = {
      name: 'Serrature Rossi',
      phone: '02 1234567',
      email: 'info@rossi.example',
      why: 'Fanno serrature',
    }
    expect(
      (await post(`${commission.id}/mokor/propose`, { way: 'referral', company: { ...company, why: '' } })).status,
    ).toBe(422)
    expect((await post(`${commission.id}/mokor/propose`, { way: 'referral', company })).status).toBe(200)
    const sent = await mails()
    expect(told(sent)).toEqual([`ugo@posta.example | Richiesta ${commission.reference}: un’azienda che può farlo`])
    expect(sent[0]?.text).toContain('02 1234567')
    expect(sent[0]?.text).toContain('Fanno serrature')
    expect(await stored(commission.id)).toMatchObject({ status: 'referred' })
  })

  test('«serve una squadra», «è per un’azienda» and another name reach the desk', async () => {
    const commission = await confirmed()
    const [ada, bice] = [await person(), await person()]
    await proposeTo(commission, [ada, bice], { way: 'several' })
    await mails()
    await declineAs(commission, ada, { reason: 'needs-team' })
    await pressOn(await linkTo('offer', (await offerTo(commission, bice)).id), {
      do: 'suggest',
      who: 'Gino il falegname',
    })
    expect(await offerTo(commission, bice)).toMatchObject({ status: 'declined', suggested: 'Gino il falegname' })
    const texts = (await mails()).filter(({ to }) => to[0] === organisation.email).map(({ text }) => text)
    expect(texts.some((text) => text.includes('serve una squadra'))).toBe(true)
    expect(texts.some((text) => text.includes('un altro nome'))).toBe(true)
    expect(texts.some((text) => text.includes('Gino'))).toBe(false)
  })

  test('bad proposals say what to mend', async () => {
    const commission = await confirmed()
    const [ada, paused] = [await person(), await person({ status: 'paused' })]
    const tried = async (body: unknown) => {
      const { status, body: answer } = await post(`${commission.id}/mokor/propose`, body)
      return [status, JSON.stringify(answer)] as const
    }
    const one = { id: ada.id }
    for (const [body, status] of [
      [{}, 422],
      [{ way: 'gift', members: [one] }, 422],
      [{ way: 'one', members: [] }, 422],
      [{ way: 'one', members: [one, one] }, 422],
      [{ way: 'order', members: [one] }, 422],
      [{ way: 'one', members: [{ id: paused.id }] }, 422],
      [{ way: 'one', members: [{ id: 'x' }] }, 422],
      [{ way: 'one', members: [one], until: '2020-01-01T00:00:00Z' }, 422],
      [{ way: 'team', team: 'x' }, 422],
      ['nothing', 422],
    ] as const)
      expect([JSON.stringify(body), (await tried(body))[0]]).toEqual([JSON.stringify(body), status])
    expect(await offersOf(commission)).toEqual([])
    await proposeTo(commission, [ada])
    expect((await tried({ way: 'one', members: [one] }))[0]).toBe(409)
    expect(
      (await tried({ way: 'several', members: [{ id: (await person()).id }, { id: (await person()).id }] }))[0],
    ).toBe(409)
  })

  test('without the client’s yes nobody is asked', async () => {
    const commission = (await payload.create({
      collection: 'commissions',
      data: {
        channel: 'phone',
        client: { kind: 'person', name: 'Pina', phone: '02 1234567' },
        description: 'Imbiancare una cucina',
        mode: 'remote',
      },
    })) as unknown as Commission
    const { status, body } = await post(`${commission.id}/mokor/propose`, {
      way: 'one',
      members: [{ id: (await person()).id }],
    })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('Prima serve il sì')
  })

  test('a member who leaves is asked nothing more, and what they said goes', async () => {
    const [asked, said] = [await confirmed(), await confirmed()]
    const ada = await person()
    await proposeTo(asked, [ada])
    await proposeTo(said, [ada])
    await declineAs(said, ada, { note: 'Ho male alla schiena' })
    const [open, declined] = [await offerTo(asked, ada), await offerTo(said, ada)]
    const page = await linkTo('offer', open.id)
    await mails()
    await press(payload, 'member-status', ada.id, {}, 'leave')
    expect((await readMember(payload, ada.id)).status).toBe('left')
    expect(await offersOf(asked)).toMatchObject([{ id: open.id, status: 'recalled', member: null }])
    expect(await offersOf(said)).toMatchObject([
      { id: declined.id, status: 'declined', member: null, decline: { code: 'too-far', note: null } },
    ])
    expect((await pressOn(page, yes)).status).toBe(404)
    expect((await stored(asked.id)).executor ?? null).toBeNull()
    // Reminder and end of the term included.
    expect(
      told(await mails(new Date(Date.now() + 30 * dayMs))).filter((line) => line.includes(String(ada.email))),
    ).toEqual([])
  })
})

describe('the first who accepts', () => {
  test('is refused where the site does not want it', async () => {
    const commission = await confirmed()
    const both = [await person(), await person()]
    const { organisation: own } = mokor(payload).options
    own.firstAccept = false
    const { status } = await post(`${commission.id}/mokor/propose`, {
      way: 'first',
      members: both.map(({ id }) => ({ id })),
    })
    own.firstAccept = true
    expect(status).toBe(422)
  })

  test('twenty press at once: one has the job, the others read a kind answer', async () => {
    const commission = await confirmed()
    const all = await Promise.all(Array.from({ length: 20 }, () => person()))
    await proposeTo(commission, all, { way: 'first' })
    const addresses: string[] = []
    for (const { id } of await offersOf(commission)) addresses.push(await linkTo('offer', id))
    /** Who is told that too many ask at once presses again, as the page says. */
    const insist = async (address: string): Promise<{ status: number; text: string }> => {
      const answer = await pressOn(address, yes)
      return answer.status === 503 ? insist(address) : answer
    }
    const answers = await Promise.all(addresses.map(insist))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(answers.filter(({ text }) => text.includes('È tuo.'))).toHaveLength(1)
    // At the same moment, or just after it.
    expect(answers.filter(({ text }) => /lo ha preso un’altra persona|Lo fa un’altra persona/.test(text))).toHaveLength(
      19,
    )
    await mails()
    const after = await states(commission)
    expect(after.filter((status) => status === 'chosen')).toHaveLength(1)
    expect(after.filter((status) => status === 'passed-over')).toHaveLength(19)
    expect((await stored(commission.id)).status).toBe('agreed')
  })

  test('of twenty, or a hundred, who claim at once exactly one wins, a hundred times', async () => {
    const commission = await confirmed()
    const { slugs } = mokor(payload).options
    await payload.db.updateOne({ collection: slugs.commissions, id: commission.id, data: { status: 'offered' } })
    const winners: number[] = []
    const crowds = [...Array.from({ length: 95 }, () => 20), ...Array.from({ length: 5 }, () => 100)]
    for (const [round, many] of crowds.entries()) {
      const won = await Promise.all(
        Array.from({ length: many }, (_, n) => claimJob(payload, { id: `${round}-${n}`, commission: commission.id })),
      )
      winners.push(won.filter(Boolean).length)
      await payload.db.updateOne({ collection: slugs.commissions, id: commission.id, data: { claim: null } })
    }
    expect(winners).toEqual(winners.map(() => 1))
    await payload.db.updateOne({ collection: slugs.commissions, id: commission.id, data: { status: 'received' } })
  })
})
