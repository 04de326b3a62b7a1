// The editors' buttons on a member's file, with the mails that they owe and the record that they leave.
import { finishLeaving } from '../../collections/members/erasure.js'
import type { Member } from '../../collections/members/member.js'
import { transition } from '../../collections/members/transition.js'
import { fillSearchKeys } from '../../plugin/collection/search-key.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { drainOutbox } from '../../plugin/index.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { slugOf } from '../../plugin/runtime.js'
import { lookAt, press } from '../support/links.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember, readMember, rowOf } from '../support/people.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site
const moderator = await site.as('moderator@rete.example', ['moderator'])

async function act(id: number | string, action: string, reason = ''): Promise<number> {
  const response = await site.fetch(`/api/members/${id}/mokor/${action}`, {
    method: 'POST',
    headers: { ...moderator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason }),
  })
  return response.status
}

const subjects = async () => {
  await drainOutbox(payload)
  return mailbox.mails.splice(0).map(({ subject, to, text }) => ({ subject, to: to.join(), text }))
}

const by = 'moderator@rete.example'
const timelineOf = async (id: number | string) =>
  ((await readMember(payload, id)).timeline as { from?: string; to: string; by: string; why?: string }[]).map(
    ({ from, to, by: who, why }) => [from ?? null, to, who, why ?? null],
  )

test('asking for changes leaves the file to be approved, and says what and who asked', async () => {
  const member = await addMember(payload)
  expect(await act(member.id, 'request-changes')).toBe(422)
  expect(await act(member.id, 'request-changes', 'Scrivi che legno usi')).toBe(200)
  expect((await readMember(payload, member.id)).status).toBe('pending')
  expect(await timelineOf(member.id)).toEqual([
    [null, 'pending', 'network', null],
    ['pending', 'pending', by, 'Scrivi che legno usi'],
  ])
  const [mail] = await subjects()
  expect(mail).toMatchObject({ subject: 'Manca qualcosa alla tua scheda', to: 'maria.colnaghi@posta.example' })
  expect(mail?.text).toContain('Scrivi che legno usi')
})

test('a refusal and what became of it are on record', async () => {
  const member = await addMember(payload)
  expect(await act(member.id, 'refuse', 'Fuori zona')).toBe(200)
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['Adesione non accolta'])
  expect(await act(member.id, 'approve')).toBe(200)
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['La tua scheda è attiva'])
  expect((await timelineOf(member.id)).slice(1)).toEqual([
    ['pending', 'refused', by, 'Fuori zona'],
    ['refused', 'active', by, null],
  ])
})

test('pausing and resuming hide and show again, with a mail each', async () => {
  const member = await addPublicMember(payload)
  expect(await act(member.id, 'pause')).toBe(200)
  expect(await rowOf(payload, member.id)).toBeNull()
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['La tua scheda è in pausa'])
  expect(await act(member.id, 'resume')).toBe(200)
  expect(await rowOf(payload, member.id)).toMatchObject({ slug: member.slug })
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['La tua scheda è di nuovo attiva'])
})

test('whoever had paused before a suspension is not shown when it is lifted', async () => {
  const member = await addPublicMember(payload)
  for (const step of ['pause', 'suspend', 'lift']) expect(await act(member.id, step, 'Da chiarire')).toBe(200)
  expect((await subjects()).at(-1)?.subject).toBe('La sospensione della tua scheda è finita')
  expect(await rowOf(payload, member.id)).toBeNull()
  expect((await timelineOf(member.id)).at(-1)?.slice(0, 2)).toEqual(['suspended', 'paused'])
  expect(await act(member.id, 'resume')).toBe(200)
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['La tua scheda è di nuovo attiva'])
  expect(await rowOf(payload, member.id)).toMatchObject({ slug: member.slug })
})

test('a suspension says why, is lifted by its button, and both stay on record through edits and older versions', async () => {
  const member = await addPublicMember(payload)
  expect(await act(member.id, 'suspend', 'Due segnalazioni fondate')).toBe(200)
  const [mail] = await subjects()
  expect(mail?.subject).toBe('La tua scheda è sospesa')
  expect(mail?.text).toContain('Due segnalazioni fondate')
  expect(await act(member.id, 'lift')).toBe(200)
  expect((await subjects()).map(({ subject }) => subject)).toEqual(['La tua scheda è di nuovo attiva'])
  expect(await rowOf(payload, member.id)).toMatchObject({ slug: member.slug })

  const collection = slugOf(payload, 'members')
  const record = await timelineOf(member.id)
  expect(record.slice(1)).toEqual([
    ['active', 'suspended', by, 'Due segnalazioni fondate'],
    ['suspended', 'active', by, null],
  ])
  const headers = { ...moderator, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ timeline: [], notes: 'Ripulito' })
  expect((await site.fetch(`/api/${collection}/${member.id}`, { method: 'PATCH', headers, body })).status).toBe(200)
  expect(await timelineOf(member.id)).toEqual(record)
  const where = { parent: { equals: member.id } }
  const { docs } = await payload.findVersions({ collection, where, sort: 'createdAt', limit: 1 })
  await site.fetch(`/api/${collection}/versions/${docs[0]?.id}`, { method: 'POST', headers })
  expect(await timelineOf(member.id)).toEqual(record)
})

test('whoever is let go for good hears why before the address goes', async () => {
  const member = await addPublicMember(payload)
  expect(await act(member.id, 'leave', 'Ha chiesto lui di uscire')).toBe(200)
  const [mail] = await subjects()
  expect(mail).toMatchObject({ subject: 'La tua scheda esce dalla rete', to: 'maria.colnaghi@posta.example' })
  expect(mail?.text).toContain('Ha chiesto lui di uscire')
  await drainOutbox(payload, () => new Date(Date.now() + 25 * 3_600_000))
  expect(await readMember(payload, member.id)).toMatchObject({ status: 'left', timeline: [], nameKey: null })
})

test('who returns with something private in a public text waits for an editor, who is told', async () => {
  const member = await addPublicMember(payload)
  await press(payload, 'member-status', member.id, {}, 'pause')
  await subjects()
  const headline = 'Bottega Colnaghi'
  await payload.update({ collection: slugOf(payload, 'members'), id: member.id, data: { headline } })
  expect((await press(payload, 'member-status', member.id, {}, 'resume')).paragraphs.join()).toContain(
    'Prima la redazione deve guardare la scheda',
  )
  expect((await readMember(payload, member.id)).status).toBe('paused')
  const [mail] = await subjects()
  expect(mail).toMatchObject({ subject: 'Una scheda in pausa aspetta la redazione', to: 'desk@rete.example' })
  expect(mail?.text).not.toMatch(/Maria|Colnaghi/)
  expect((await lookAt(payload, 'member-status', member.id))?.buttons.map(({ name }) => name)).toEqual([
    'resume',
    'leave',
  ])
})

test('an old link to one’s own page offers a new one, which works', async () => {
  const member = await addPublicMember(payload)
  expect(await act(member.id, 'pause')).toBe(200)
  const linkIn = (text = '') => new URL(text.match(/http\S+\/pages\/link\/\S+/)?.[0] ?? '')
  const old = linkIn((await subjects())[0]?.text)
  await payload.db.updateMany({
    collection: slugOf(payload, 'links'),
    where: { target: { equals: String(member.id) } },
    data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
  })
  const page = await (await site.fetch(old.pathname)).text()
  expect(page).toMatch(/è scaduto[\s\S]*Manda una mail nuova/)
  expect(page).not.toContain('Riattiva')
  for (let n = 0; n < 2; n++)
    await site.fetch(old.pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
      body: 'do=renew',
    })
  const mails = await subjects()
  expect(mails.map(({ subject }) => subject)).toEqual(['Un nuovo link per la tua pagina'])
  expect(await (await site.fetch(linkIn(mails[0]?.text).pathname)).text()).toContain('Riattiva la scheda')
})

test('a new link speaks of the one before only to who had one', async () => {
  const member = await addPublicMember(payload)
  await subjects()
  const sent: (string | undefined)[] = []
  for (let n = 0; n < 2; n++) {
    expect(await act(member.id, 'new-link')).toBe(200)
    sent.push((await subjects())[0]?.text)
  }
  expect(sent.map((text) => text?.includes('Quello di prima non funziona più'))).toEqual([false, true])
})

describe('a mail that waits for the worker says what it has to say, whatever becomes of the link it carries', () => {
  const linked = (text: string | undefined) => /\/pages\/link\//.test(text ?? '')
  const cases: [string, string[], string, string][] = [
    ['approved', ['approve'], 'La tua scheda è attiva', 'per una pausa o per uscire basta rispondere'],
    ['paused', ['approve', 'pause'], 'La tua scheda è in pausa', 'La riattivi quando vuoi rispondendo a questa mail'],
    ['resumed', ['approve', 'pause', 'resume'], 'La tua scheda è di nuovo attiva', 'chi cerca può scriverti'],
  ]

  test.each(cases)('%s, then given a new link', async (_, steps, subject, how) => {
    const member = await addMember(payload)
    for (const step of steps) {
      await subjects()
      expect(await act(member.id, step)).toBe(200)
    }
    expect(await act(member.id, 'new-link')).toBe(200)
    const [told, link, ...more] = await subjects()
    expect([told?.subject, link?.subject, more]).toEqual([subject, 'Un nuovo link per la tua pagina', []])
    expect(told?.text).toContain(how)
    expect(told?.text).not.toContain('tua pagina')
    expect([linked(told?.text), linked(link?.text)]).toEqual([false, true])
    expect(link?.text.includes('Quello di prima non funziona più')).toBe(steps.length > 1)
  })

  test.each(cases)('%s, then without one', async (_, steps, subject) => {
    const member = await addMember(payload)
    for (const step of steps) {
      await subjects()
      expect(await act(member.id, step)).toBe(200)
    }
    expect(await act(member.id, 'revoke-link')).toBe(200)
    const sent = await subjects()
    expect(sent.map((mail) => [mail.subject, linked(mail.text)])).toEqual([[subject, false]])
  })
})

test.each([
  ['member-link', 'member-status', 'active'],
  ['member-confirm', 'confirm-join', 'unconfirmed'],
  ['member-reminder', 'confirm-join', 'unconfirmed'],
])('a mail that is there for its link does not leave without it: %s', async (template, link, status) => {
  const expiresAt = status === 'unconfirmed' ? new Date(Date.now() + 86_400_000).toISOString() : null
  const member = await addMember(payload, { status, expiresAt })
  const target = String(member.id)
  await inTransaction(payload, (req) =>
    enqueue(req, { key: `${template}:${target}`, template, target, lang: 'it', link }),
  )
  await payload.db.deleteMany({ collection: slugOf(payload, 'links'), where: { target: { equals: target } } })
  mailbox.mails.length = 0
  await drainOutbox(payload)
  expect(mailbox.mails).toEqual([])
})

describe('the search above a list', () => {
  const found = async (slug: 'members' | 'commissions' | 'skills' | 'teams', typed: string): Promise<unknown[]> => {
    const fields = payload.collections[slug]?.config.admin.listSearchableFields ?? []
    const where = new URLSearchParams(fields.map((field, at) => [`where[or][${at}][${field}][like]`, typed]))
    const response = await site.fetch(`/api/${slug}?depth=0&limit=50&${where}`, { headers: moderator })
    expect(response.status).toBe(200)
    return ((await response.json()) as { docs: { id: unknown }[] }).docs.map(({ id }) => id)
  }

  test.each([
    '3001035742',
    '300 103 5742',
    '+39 300 1035742',
    '(+39) 300/103.57.42',
    '0039 300 1035742',
    'D’Ambrosini',
    "d'ambrosini",
    'dambrosini',
    'D`Ambrosini',
    'Nicolo\u0300',
    'NICOLO',
    'nicolò d’ambrosini',
    'dambrosini nicolo',
    'Mueller & figli',
    'müller',
    'Bolzano',
    'Bozen',
    'nicolo.prova@posta.example',
    'prova@posta',
    'intarsio',
    'dam\u00adbro\u200bsini',
    'nicolò bolzano',
  ])('a member by %j', async (typed) => {
    const data = {
      firstName: 'Nicolò',
      lastName: 'D’Ambrosini',
      companyName: 'Müller & figli',
      phone: '+39 300 103 5742',
      email: 'nicolo.prova@posta.example',
      place: { municipality: '021008' },
      headline: 'Intarsio, liuteria',
    }
    const { docs } = await payload.find({ collection: 'members', where: { email: { equals: data.email } }, limit: 1 })
    const { id } = docs[0] ?? (await addMember(payload, data))
    await addMember(payload, { email: null, phone: '02 7654321' })
    expect(await found('members', typed)).toEqual([id])
    expect(await found('members', 'qwertyz')).toEqual([])
    expect(await found('members', '???')).toEqual([])
  })

  test('a request by its reference, client and town, whatever stands between', async () => {
    const commission = await payload.create({
      collection: 'commissions',
      data: {
        status: 'received',
        client: {
          kind: 'organisation',
          name: 'Łukasz',
          organisation: 'Wi-Fi Café',
          phone: '0471 98 76 54',
          lang: 'it',
        },
        description: 'Un dog-sitter per due settimane',
        mode: 'onsite',
        place: { municipality: '066049' },
        when: { soon: 'no-hurry' },
        choice: 'network',
        channel: 'phone',
      },
    })
    const { reference } = commission as unknown as { reference: string }
    for (const typed of [reference, reference.replace('-', ''), reference.replace('-', '–').toLowerCase()])
      expect([typed, await found('commissions', typed)]).toEqual([typed, [commission.id]])
    for (const typed of ['lukasz', 'wifi cafe', '0471987654', 'dogsitter', 'laquila', 'L’Aquila settimane'])
      expect([typed, await found('commissions', typed)]).toEqual([typed, [commission.id]])
  })

  test('documents of an older version get what they are searched by; whoever left has nothing there', async () => {
    const member = await addMember(payload, { firstName: 'Ottavia', lastName: 'L’Abbate' })
    await payload.db.updateOne({ collection: 'members', id: member.id, data: { searchKey: null } })
    expect(await found('members', 'labbate')).toEqual([])
    expect(await fillSearchKeys(payload)).toBe(1)
    expect(await fillSearchKeys(payload)).toBe(0)
    expect(await found('members', 'labbate')).toEqual([member.id])
    const active = await addPublicMember(payload, { firstName: 'Zenobia', lastName: 'Partente' })
    expect(await found('members', 'zenobia')).toEqual([active.id])
    await inTransaction(payload, async (req) => {
      await transition(req, active as unknown as Member, 'leave', { by: 'member', at: new Date() })
      await finishLeaving(req, active.id)
    })
    expect((await readMember(payload, active.id)).status).toBe('left')
    expect(JSON.stringify(await readMember(payload, active.id))).not.toMatch(/zenobia|partente/i)
    expect(await found('members', 'zenobia')).toEqual([])
  })
})
