// The outbox: what is queued with a change leaves once, waits, is tried again, left to a person, and erased in time.
import { inspect } from 'node:util'
import { jest } from '@jest/globals'
import type { Role } from '../../plugin/access/index.js'
import { afterRestore } from '../../plugin/backup/restored.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { duringStep } from '../../plugin/lifecycle/step.js'
import { eraseExpired } from '../../plugin/outbox/expired.js'
import { drainOutbox, enqueue, isMailLate, outboxNotices, workRound } from '../../plugin/outbox/index.js'
import type { OutboxRow } from '../../plugin/outbox/row.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember } from '../support/people.js'
import { startSite } from '../support/site.js'
import { until } from '../support/until.js'
import { setClockWrong } from '../support/wrong-clock.js'

const { site, mailbox } = await startSiteWithMail({
  plugin: {
    mails: { 'donation-thanks': (content, { target }) => ({ ...content, subject: `La nostra, per ${target}` }) },
  },
})
const { payload } = site
const runtime = mokor(payload)

/** Of a document that nobody may open. */
const ofNone = { document: 'messages', opens: null } as const

runtime.mails['test-hello'] = {
  ...ofNone,
  render: async ({ target, link, words }) => ({
    to: { name: words.name ?? 'Maria', address: words.to ?? `${target}@people.example` },
    subject: `Ciao\r\nBcc: evil@evil.example ${target}`,
    greeting: 'Ciao <b>Maria</b>,',
    paragraphs: [words.text ?? 'Prima riga\nseconda riga'],
    facts: [{ label: 'IBAN', value: 'IT60 X054' }],
    ...(link ? { action: { label: 'Conferma', url: link } } : {}),
  }),
}
runtime.mails['donation-thanks'] = { render: runtime.mails['test-hello'].render, document: 'donations' }
runtime.mails['test-gone'] = { ...ofNone, render: async () => null }
runtime.links['test-link'] = { document: 'messages', reusable: false, days: 7, view: async () => null }

beforeEach(async () => {
  await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
})

const queue = (mail: Partial<Parameters<typeof enqueue>[1]> & { key: string }) =>
  inTransaction(payload, (req) => enqueue(req, { template: 'test-hello', target: 't1', lang: 'it', ...mail }))

const rows = async () =>
  (await payload.db.find<OutboxRow>({ collection: slugOf(payload, 'outbox'), where: {}, pagination: false })).docs

/** An id that no document has. */
const nobody = payload.db.defaultIDType === 'number' ? '0' : '0'.repeat(24)

const hourMs = 3_600_000

const later = (ms: number) => () => new Date(Date.now() + ms)

test('a mail queued with a change leaves once, from one addressee to one, with a stable Message-ID', async () => {
  await queue({ key: 'a' })
  await queue({ key: 'a' })
  expect(await drainOutbox(payload)).toEqual({ sent: 1, failed: 0 })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(mailbox.mails).toHaveLength(1)
  const [mail] = mailbox.mails
  expect(mail?.to).toEqual(['t1@people.example'])
  expect(mail?.subject).toBe('Ciao Bcc: evil@evil.example t1')
  expect(mail?.headers.bcc).toBeUndefined()
  expect(mail?.headers['reply-to']).toContain('desk@rete.example')
  expect(mail?.headers['message-id']).toMatch(/^<[0-9a-f]{40}@127\.0\.0\.1>$/)
  expect(mail?.html).toContain('Ciao &lt;b&gt;Maria&lt;/b&gt;,')
  expect(mail?.html).toContain('Prima riga<br>seconda riga')
  expect(mail?.text).toContain('Prima riga\nseconda riga')
  expect(mail?.text).toContain('IBAN: IT60 X054')
  expect((await rows())[0]).toMatchObject({ status: 'sent', lastError: null })
})

test('mails that wait together go into one, but never to somebody else', async () => {
  const held = { together: 'somebody', link: 'test-link' }
  await queue({ key: 'anna-1', target: 'anna', ...held })
  await queue({ key: 'bruno', target: 'bruno', ...held })
  await queue({ key: 'anna-2', target: 'anna', ...held })
  expect(await drainOutbox(payload)).toEqual({ sent: 2, failed: 0 })
  const links = (text = '') => new Set(text.match(/\/pages\/link\/[\w-]+/g)).size
  const told = mailbox.mails.map(({ to, text }) => [to[0], links(text)])
  expect(told.sort()).toEqual([
    ['anna@people.example', 2],
    ['bruno@people.example', 1],
  ])
  expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
})

test('a change that is rolled back queues nothing', async () => {
  if (!payload.db.beginTransaction || (await payload.db.beginTransaction()) === null) return
  await expect(
    inTransaction(payload, async (req) => {
      await enqueue(req, { key: 'rolled', template: 'test-hello', target: 't1', lang: 'it' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await rows()).toHaveLength(0)
})

test('the same key queued by many at once is one row', async () => {
  await Promise.all(Array.from({ length: 8 }, () => queue({ key: 'same' })))
  expect(await rows()).toHaveLength(1)
})

test('workers at once never send a mail twice', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, n) => queue({ key: `w${n}`, target: `w${n}` })))
  const sums = await Promise.all(Array.from({ length: 5 }, () => drainOutbox(payload)))
  expect(sums.reduce((sum, { sent }) => sum + sent, 0)).toBe(10)
  expect(new Set(mailbox.mails.map((mail) => mail.to[0])).size).toBe(10)
  expect(mailbox.mails).toHaveLength(10)
})

test('a mail waits for its hour', async () => {
  await queue({ key: 'later', dueAt: new Date(Date.now() + 3_600_000) })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(await drainOutbox(payload, later(3_700_000))).toEqual({ sent: 1, failed: 0 })
})

/** Minutes by which the machine that queues is wrong. */
describe.each([10, -10])('on a machine whose clock is %i minutes wrong', (minutes) => {
  test('what is queued for now, for later, by a step and once more is due by the database’s clock', async () => {
    await site.as('editor-mail@rete.example', ['editor'])
    const undoSeconds = jest.replaceProperty(runtime.options.outbox, 'undoSeconds', 120)
    const began = Date.now()
    const setRight = setClockWrong(minutes * 60)
    try {
      await queue({ key: 'now' })
      await queue({ key: 'in an hour', afterMs: hourMs })
      await inTransaction(payload, (req) =>
        duringStep(req, 'a-step', () =>
          enqueue(req, { key: 'a step', template: 'test-hello', target: 't1', lang: 'it' }),
        ),
      )
      await queue({ key: 'again' })
      const row = (await rows()).find(({ key }) => key === 'again')!
      const collection = slugOf(payload, 'outbox')
      await payload.db.updateOne({
        collection,
        id: row.id,
        data: { status: 'failed', attempts: 1, dueAt: later(hourMs)() },
      })
      expect((await press(row, 'send-again', 'editor')).status).toBe(200)
    } finally {
      setRight()
      undoSeconds.restore()
    }
    const ended = Date.now()
    const after = { now: 0, 'in an hour': hourMs, 'a step': 120_000, again: 0 }
    for (const { key, dueAt } of await rows()) {
      const due = Date.parse(dueAt) - after[key as keyof typeof after]
      // A database says its time in whole milliseconds.
      expect([key, due >= began - 1, due <= ended + 1]).toEqual([key, true, true])
    }
    expect(await rows()).toHaveLength(Object.keys(after).length)
  })
})

test('the address of a link is derived while rendering and never kept', async () => {
  await queue({ key: 'link', link: 'test-link' })
  await drainOutbox(payload)
  const url = /http\S+\/pages\/link\/([\w-]+)\S*/.exec(mailbox.mails[0]?.text ?? '')
  expect(url?.[0]).toMatch(new RegExp(`^${site.url}/api/mokor/v1/pages/link/[\\w-]{43}\\?lang=it$`))
  const links = await payload.db.find({ collection: slugOf(payload, 'links'), where: {}, pagination: false })
  expect(JSON.stringify([links.docs, await rows()])).not.toContain(url?.[1])
})

test('a server that is down: tried again with growing pauses, then left to a person', async () => {
  await queue({ key: 'down', target: 'down' })
  mailbox.refuse('down@people.example', 451)
  let at = 0
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await drainOutbox(payload, later(at))).toEqual({ sent: 0, failed: 1 })
    expect(await drainOutbox(payload, later(at))).toEqual({ sent: 0, failed: 0 })
    at += 7 * 3_600_000
  }
  const [row] = await rows()
  expect(row).toMatchObject({ status: 'failed', attempts: 8 })
  expect(row?.lastError).toMatch(/refused by the test/)
  expect(row?.lastError).not.toContain('people.example')
  expect(outboxNotices(payload)).toEqual({ noAdapter: false, noPublicUrl: false })

  mailbox.refuse('down@people.example', 0)
  const editor = await site.as('desk@rete.example', ['editor'])
  const view = await site.fetch(`/api/mokor-outbox/${row?.id}/mokor`, { headers: editor })
  expect(await view.json()).toMatchObject({ actions: [{ name: 'send-again' }, { name: 'drop' }] })
  const again = await site.fetch(`/api/mokor-outbox/${row?.id}/mokor/send-again`, { method: 'POST', headers: editor })
  expect(again.status).toBe(200)
  expect(await drainOutbox(payload)).toEqual({ sent: 1, failed: 0 })
})

test('an address the other server refuses for good is left to a person at once', async () => {
  await queue({ key: 'unknown', target: 'unknown' })
  mailbox.refuse('unknown@people.example', 550)
  await drainOutbox(payload)
  expect((await rows())[0]).toMatchObject({ status: 'failed', attempts: 1 })
})

test.each(['a@b.example, evil@evil.example', 'a@b.example\r\nBcc: evil@evil.example', 'Evil <evil@evil.example>', ''])(
  'no mail goes to %j',
  async (to) => {
    await queue({ key: `crlf${to.length}`, words: { to } })
    await drainOutbox(payload)
    expect(mailbox.mails).toHaveLength(0)
    expect((await rows())[0]).toMatchObject({ status: 'failed' })
  },
)

test('the log tells why a mail did not leave, not to whom it was going', async () => {
  const warn = jest.spyOn(payload.logger, 'warn')
  await queue({ key: 'logged', target: 'logged' })
  mailbox.refuse('logged@people.example', 550)
  await drainOutbox(payload)
  const said = inspect(warn.mock.calls, { depth: 9 })
  warn.mockRestore()
  expect(said).toMatch(/refused by the test/)
  expect(said).not.toContain('logged@people.example')
})

test('a mail with nothing to say any more is settled, and nothing is said to have left', async () => {
  await queue({ key: 'gone', template: 'test-gone' })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(await rows()).toMatchObject([{ status: 'sent' }])
  expect(mailbox.mails).toHaveLength(0)
})

test('a lease whose worker died is taken over', async () => {
  await queue({ key: 'dead' })
  const [row] = await rows()
  await payload.db.updateOne({
    collection: slugOf(payload, 'outbox'),
    id: row?.id as string,
    data: { status: 'leased', leasedBy: 'dead', leasedUntil: new Date(Date.now() + 60_000).toISOString(), attempts: 1 },
  })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(await drainOutbox(payload, later(61_000))).toEqual({ sent: 1, failed: 0 })
})

test('a mail that stops its worker each time is left to a person in the end', async () => {
  await queue({ key: 'deadly' })
  const [row] = await rows()
  await payload.db.updateOne({
    collection: slugOf(payload, 'outbox'),
    id: row?.id as string,
    data: { status: 'leased', leasedBy: 'dead', leasedUntil: new Date(Date.now() - 1000).toISOString(), attempts: 8 },
  })
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  expect(await rows()).toMatchObject([{ status: 'failed', attempts: 8, lastError: 'stopped' }])
  expect(mailbox.mails).toHaveLength(0)
})

test('mail that waits for more than ten minutes is a notice', async () => {
  await queue({ key: 'late' })
  expect(await isMailLate(payload)).toBe(false)
  expect(await isMailLate(payload, new Date(Date.now() + 11 * 60_000))).toBe(true)
})

/** A row that the mail server has refused for good. */
async function refused(mail: Partial<Parameters<typeof enqueue>[1]> & { key: string }) {
  await queue({ target: 'unknown', ...mail })
  mailbox.refuse('unknown@people.example', 550)
  await drainOutbox(payload)
  mailbox.refuse('unknown@people.example', 0)
  return (await rows())[0] as OutboxRow
}
const press = async (row: OutboxRow, action: string, role: Role) =>
  site.fetch(`/api/mokor-outbox/${row.id}/mokor/${action}`, {
    method: 'POST',
    headers: await site.as(`${role}-mail@rete.example`, [role]),
  })

test.each<[Role, number]>([
  ['editor', 200],
  ['moderator', 200],
  ['owner', 200],
  ['treasurer', 404],
])('sent again by the %s: %d', async (role, status) => {
  const row = await refused({ key: `again-${role}` })
  expect((await press(row, 'send-again', role)).status).toBe(status)
  expect((await rows())[0]?.status).toBe(status === 200 ? 'queued' : 'failed')
})

test('a mail that nobody can correct is given up: it waits no more, and its words go', async () => {
  const row = await refused({ key: 'typo', words: { reason: 'una frase riservata' } })
  expect((await press(row, 'drop', 'editor')).status).toBe(200)
  expect((await rows())[0]).toMatchObject({ status: 'dropped', words: null })
  expect((await press(row, 'send-again', 'editor')).status).toBe(409)
  expect(await drainOutbox(payload)).toEqual({ sent: 0, failed: 0 })
  await eraseExpired(payload, new Date(Date.now() + 401 * 86_400_000))
  expect(await rows()).toEqual([])
})

test('a failed mail says which document it speaks of, and who can mend it', async () => {
  const maria = await addPublicMember(payload)
  const message = await payload.create({
    collection: slugOf(payload, 'messages'),
    data: { member: String(maria.id), lang: 'it', status: 'confirmed', expiresAt: new Date().toISOString() },
  })
  const member = { slug: 'members', id: String(maria.id) }
  const cases: [string, unknown, object][] = [
    ['message-relay', message.id, { document: member, remedy: 'document' }],
    ['member-active', maria.id, { document: member, remedy: 'document' }],
    ['message-confirm', message.id, { document: null, remedy: 'sender' }],
    ['commission-desk', '0', { document: null, remedy: 'options' }],
    ['member-held', maria.id, { document: member, remedy: 'options' }],
    ['member-forget', maria.id, { document: member, remedy: 'effect' }],
    ['donation-thanks', nobody, { document: null, remedy: 'gone' }],
  ]
  const editor = await site.as('desk@rete.example', ['editor'])
  for (const [template, target, about] of cases) {
    await queue({ key: template, template, target: String(target) })
    const row = (await rows()).find(({ key }) => key === template)
    const view = await site.fetch(`/api/mokor-outbox/${row?.id}/mokor`, { headers: editor })
    expect([template, await view.json()]).toEqual([template, expect.objectContaining({ about })])
  }
})

test('recipient and subject are told to who may read the document, and of a message to nobody', async () => {
  const maria = await addPublicMember(payload, { email: 'maria.testa@posta.example' })
  const message = await payload.create({
    collection: slugOf(payload, 'messages'),
    data: { member: String(maria.id), lang: 'it', status: 'confirmed', expiresAt: new Date().toISOString() },
  })
  const held = await addMember(payload, { email: 'held@posta.example', phone: '02 1231231', status: 'paused' })
  for (const [template, target] of [
    ['member-active', maria.id],
    ['member-held', held.id],
    ['member-forget', maria.id],
    ['message-relay', message.id],
    ['member-paused', nobody],
  ])
    await queue({ key: `${template}`, template: `${template}`, target: String(target), link: 'member-status' })
  const told = async (headers?: Record<string, string>) => {
    const response = await site.fetch('/api/mokor-outbox?limit=20', headers ? { headers } : {})
    const { docs = [] } = (await response.json()) as { docs?: Record<string, string | null>[] }
    return Object.fromEntries(docs.map(({ template, recipient, subject }) => [template, [recipient, subject]]))
  }
  const nothing = [null, null]
  expect(await told(await site.as('desk@rete.example', ['editor']))).toEqual({
    'member-active': ['maria.testa@posta.example', 'La tua scheda è attiva'],
    'member-held': [runtime.options.organisation.email, expect.stringContaining('scheda')],
    'member-forget': nothing,
    'message-relay': nothing,
    'member-paused': nothing,
  })
  expect(await told(await site.as('cassa@rete.example', ['treasurer']))).toEqual({})
  expect(await told()).toEqual({})
  // Nothing of it is kept, and no link is made for it.
  expect(JSON.stringify(await rows())).not.toContain('maria.testa@posta.example')
})

test('what speaks of a deleted document goes with it, so that nothing stays failed for ever', async () => {
  const maria = await addPublicMember(payload, { email: 'via@posta.example' })
  const request = await payload.create({
    collection: 'commissions',
    data: {
      status: 'received',
      client: { kind: 'person', name: 'Pina', email: 'pina@posta.example' },
      description: 'Imbiancare una cucina',
      mode: 'remote',
    },
  })
  await queue({ key: 'm', template: 'member-active', target: String(maria.id), link: 'member-status' })
  await payload.db.updateOne({
    collection: slugOf(payload, 'outbox'),
    where: { key: { equals: 'm' } },
    data: { status: 'failed' },
  })
  const links = async () => (await payload.count({ collection: slugOf(payload, 'links') })).totalDocs
  const before = await links()
  expect((await rows()).map(({ template }) => template).sort()).toEqual(['commission-received', 'member-active'])
  await payload.delete({ collection: 'members', id: maria.id })
  await payload.delete({ collection: 'commissions', id: request.id })
  expect(await rows()).toEqual([])
  expect(await links()).toBe(before - 2)
})

test('a site can write a mail its own way', async () => {
  await queue({ key: 'own', template: 'donation-thanks', target: nobody })
  await drainOutbox(payload)
  expect(mailbox.mails[0]?.subject).toBe(`La nostra, per ${nobody}`)
})

test('without an e-mail adapter mail waits and other work goes on, and the dashboard knows', async () => {
  const mute = await startSite()
  await inTransaction(mute.payload, (req) =>
    enqueue(req, { key: 'mute', template: 'test-hello', target: 't1', lang: 'it' }),
  )
  expect(await drainOutbox(mute.payload)).toEqual({ sent: 0, failed: 0 })
  const done: string[] = []
  mokor(mute.payload).jobs['test-effect'] = { ...ofNone, run: async (_req, target) => void done.push(target) }
  await inTransaction(mute.payload, (req) =>
    enqueue(req, { key: 'effect', template: 'test-effect', target: 't2', lang: 'it' }),
  )
  await drainOutbox(mute.payload)
  expect(done).toEqual(['t2'])
  expect(outboxNotices(mute.payload)).toEqual({ noAdapter: true, noPublicUrl: false })
  await mute.close()
})

test('the worker sends by itself, and stops with the site', async () => {
  const busy = await startSite({
    config: (base) => ({ ...base, email: mailbox.adapter }),
    plugin: { outbox: { worker: true } },
  })
  mokor(busy.payload).mails['test-hello'] = runtime.mails['test-hello'] as (typeof runtime.mails)[string]
  await inTransaction(busy.payload, (req) =>
    enqueue(req, { key: 'busy', template: 'test-hello', target: 'busy', lang: 'it' }),
  )
  await until('the worker’s mail', () => mailbox.mails.length > 0, 20)
  expect(mailbox.mails.map(({ to }) => to[0])).toEqual(['busy@people.example'])
  await busy.close()
})

test('what has served its time is erased', async () => {
  await queue({ key: 'old', link: 'test-link' })
  await drainOutbox(payload)
  await eraseExpired(payload)
  const links = async () => (await payload.db.count({ collection: slugOf(payload, 'links'), where: {} })).totalDocs
  expect(await rows()).toHaveLength(1)
  expect(await links()).toBeGreaterThan(0)
  await eraseExpired(payload, later(500 * 86_400_000)())
  expect(await rows()).toHaveLength(0)
  expect(await links()).toBe(0)
})

test('of what changed in the directory only the newest entries are kept', async () => {
  const maria = await addPublicMember(payload)
  const changes = async () =>
    (await payload.db.find<{ id: string }>({ collection: slugOf(payload, 'changes'), sort: '-id', pagination: false }))
      .docs
  for (let n = 0; n < 20; n++)
    await payload.update({ collection: 'members', id: maria.id, data: { headline: `Riparo tende, ${n} anni` } })
  const before = (await changes()).map(({ id }) => id)
  expect(before.length).toBeGreaterThan(16)
  await eraseExpired(payload)
  expect((await changes()).map(({ id }) => id)).toEqual(before.slice(0, 16))
})

test('a mail is found by whom it speaks of, and forgotten with them', async () => {
  const maria = await addPublicMember(payload, { firstName: 'Ricercata', email: 'ricercata@posta.example' })
  await queue({ key: 'about', template: 'member-active', target: String(maria.id) })
  const { docs } = await payload.find({
    collection: slugOf(payload, 'outbox'),
    where: { about: { like: 'Ricercata' } },
  })
  expect(docs).toMatchObject([{ template: 'member-active' }])
  await payload.delete({ collection: 'members', id: maria.id })
  expect(await rows()).toEqual([])
})

test('a mail or link by a name that nothing knows any more is forgotten with its document, those of others with theirs', async () => {
  const maria = await addPublicMember(payload, { email: 'rinominata@posta.example' })
  const target = String(maria.id)
  const links = { collection: slugOf(payload, 'links'), where: { target: { equals: target } } }
  await payload.db.deleteMany(links)
  // As a version left them that called both otherwise, and as a request of the same number has them on SQL databases.
  runtime.mails['member-renamed'] = { ...ofNone, document: 'members', render: async () => null }
  runtime.links['member-renamed'] = { document: 'members', reusable: true, days: 7, view: async () => null }
  await queue({ key: 'renamed', template: 'member-renamed', target, link: 'member-renamed' })
  await queue({ key: 'request', template: 'commission-received', target, link: 'request-status' })
  delete runtime.mails['member-renamed']
  delete runtime.links['member-renamed']
  await payload.delete({ collection: 'members', id: maria.id })
  expect((await rows()).map(({ key }) => key)).toEqual(['request'])
  const left = await payload.db.find<{ purpose: string }>({ ...links, pagination: false })
  expect(left.docs.map(({ purpose }) => purpose)).toEqual(['request-status'])
})

test('a round sends what is due, and tidies up once an hour', async () => {
  const old = (key: string) =>
    payload.db.create({
      collection: slugOf(payload, 'limits'),
      data: { key, n: 1, expiresAt: new Date(Date.now() - 60_000).toISOString() },
    })
  const left = async () =>
    (await payload.db.find<{ key: string }>({ collection: slugOf(payload, 'limits'), pagination: false })).docs.length
  await old('first')
  await queue({ key: 'round' })
  expect(await workRound(payload)).toEqual({ sent: 1, failed: 0 })
  expect(await left()).toBe(0)
  await old('second')
  expect(await workRound(payload, later(3_500_000))).toEqual({ sent: 0, failed: 0 })
  expect(await left()).toBe(1)
  await workRound(payload, later(3_700_000))
  expect(await left()).toBe(0)
})

test('after a restore of a backup what was due waits for an editor, jobs write to nobody, and later mails stay as they are', async () => {
  runtime.jobs['test-expires'] = {
    ...ofNone,
    run: (req) => enqueue(req, { key: 'owed', template: 'test-hello', target: 't9', lang: 'it' }),
  }
  await queue({ key: 'due', link: 'test-link' })
  await queue({ key: 'leased' })
  await queue({ key: 'job', template: 'test-expires' })
  await queue({ key: 'tomorrow', link: 'test-link', dueAt: later(86_400_000)() })
  const outbox = slugOf(payload, 'outbox')
  const leased = { status: 'leased', leasedBy: 'somebody', leasedUntil: new Date(Date.now() - 1).toISOString() }
  await payload.db.updateMany({ collection: outbox, where: { key: { equals: 'leased' } }, data: leased })
  const since = new Date()
  await until('the next moment', () => Date.now() > since.getTime())
  await queue({ key: 'newer', link: 'test-link' })

  const byKey = async () => Object.fromEntries((await rows()).map((row) => [row.key, row]))
  const before = await byKey()
  const dry = await afterRestore(payload, since, { dry: true })
  expect(dry.held).toHaveLength(2)
  expect(await byKey()).toEqual(before)

  const { held, links } = await afterRestore(payload, since, { dry: false })
  expect(held).toHaveLength(3)
  const after = await byKey()
  const restored = { status: 'failed', lastError: 'restored', attempts: 1, leasedBy: null }
  expect(after).toMatchObject({ due: restored, leased: restored, owed: restored, job: { status: 'sent' } })
  expect([after.tomorrow, after.newer]).toEqual([before.tomorrow, before.newer])

  const spent = async (key: string) =>
    (
      await payload.db.findOne<{ id: string; usedAt: string | null }>({
        collection: slugOf(payload, 'links'),
        where: { hash: { equals: after[key]?.link } },
      })
    )?.usedAt
  expect(links).toBe(dry.links)
  expect(await spent('due')).toBeTruthy()
  expect([await spent('tomorrow'), await spent('newer')]).toEqual([null, null])

  const again = await afterRestore(payload, since, { dry: false })
  expect(again).toEqual({ held: [], links: 0, erased: [] })
  expect(await drainOutbox(payload)).toEqual({ sent: 1, failed: 0 })
})
