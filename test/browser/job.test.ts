// A request from the desk to its end in a real browser: editor, member and client each on their own page, on phones and in both languages.
import type { BrowserContext, Page } from 'playwright-core'
import { axe, closeBrowser, openBrowser, overflows, shot } from '../support/blog.js'
import { type Desk, openDesk, paperMember } from '../support/desk.js'
import { linkIn, openLink } from '../support/mail-link.js'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { type Network, startNetwork } from '../support/network.js'
import { blogOrigin } from '../support/organisation.js'
import { until } from '../support/until.js'

let network: Network
let mailbox: Mailbox
let desk: Desk
let joiner: { id: string }
let ada: { id: string }
let bruna: { id: string }

beforeAll(async () => {
  mailbox = await startMailbox()
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/job${process.pid}?`),
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    BLOG_ORIGIN: blogOrigin,
    UNDO_SECONDS: '0',
  })
  desk = await openDesk(network)
  joiner = await desk.create('skills', {
    slug: 'falegname',
    names: { it: 'Falegname', en: 'Joiner' },
    sector: 'crafts',
  })
  ada = await activeMember('Ada')
  bruna = await activeMember('Bruna')
}, 400_000)

afterAll(async () => {
  await closeBrowser()
  await network?.close()
  await mailbox?.stop()
})

async function activeMember(firstName: string): Promise<{ id: string }> {
  const { id } = await desk.create(
    'members',
    paperMember(firstName, { skills: [{ skill: joiner.id, origin: 'practised' }] }),
  )
  await desk.ask(`/members/${id}/mokor/approve`, { method: 'POST', data: {} })
  return { id }
}

/** Each has a mailbox of its own, so that its mails are found. */
async function request(client: string, more: object = {}): Promise<{ id: string; client: string }> {
  const { id } = await desk.create('commissions', {
    channel: 'phone',
    client: { kind: 'person', name: 'Pia Riva', email: client, phone: '039 1234567', lang: 'it' },
    description: 'Due persiane di legno che non chiudono più, al secondo piano.',
    mode: 'onsite',
    place: { municipality: 'Monza' },
    skills: [{ skill: joiner.id }],
    consents: [{ what: 'share' }],
    ...more,
  })
  return { id, client }
}

const propose = (id: string, way: string, people: { id: string }[]) =>
  desk.ask(`/commissions/${id}/mokor/propose`, {
    method: 'POST',
    data: { way, members: people.map((one) => ({ id: one.id })) },
  })

const statusOf = async (id: string): Promise<string> =>
  (await desk.ask<{ status: string }>(`/commissions/${id}?depth=0`)).status

/** The newest of those that came after `since` mails. */
const mailTo = (to: string, words: string, since = 0) =>
  until(`a mail to ${to} with «${words}»`, async () =>
    mailbox.mails.slice(since).findLast(({ to: all, subject }) => all.includes(to) && subject.includes(words)),
  )

async function closing(context: BrowserContext, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await work(page)
  await page.close()
}

/** A mail's link on somebody's phone, whole and without a finding, in both languages. */
async function onPhone(address: string, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ locale: 'it', viewport: { width: 390, height: 800 } })
  await closing(context, async (page) => {
    for (const [lang, width, scheme] of [
      ['en', 280, 'dark'],
      ['it', 390, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      await page.goto(address.replace('lang=it', `lang=${lang}`))
      expect(await overflows(page)).toBe(false)
      expect(await axe(page)).toEqual([])
      await shot(page, `job-${name}-${lang}`)
    }
    await work(page)
  })
  await context.close()
}

const pressed = async (page: Page, button: string): Promise<void> => {
  await page.locator(`button[name=do][value="${button}"]`).first().click()
  await page.waitForLoadState()
}

async function deskPanels(id: string, panels: string[]): Promise<void> {
  for (const width of [1280, 390, 280])
    await closing(desk.context, async (page) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${network.url}/admin/mokor/desk?item=commissions:${id}`)
      for (const panel of panels) {
        await page.locator(`[data-mokor-panel=${panel}]`).waitFor()
        expect(await axe(page, `[data-mokor-panel=${panel}]`)).toEqual([])
      }
      expect(await overflows(page)).toBe(false)
      await shot(page, `job-desk-${panels.join('-')}-${width}`)
    })
}

test('one person: proposed at the desk, accepted, begun and delivered on a phone, closed by the client', async () => {
  const { id, client } = await request('pia@posta.example')
  await closing(desk.context, async (page) => {
    await page.goto(`${network.url}/admin/mokor/desk?item=commissions:${id}`)
    const panel = page.locator('[data-mokor-panel=shortlist]')
    await page.locator('.mokor-queue[aria-busy=false]').waitFor()
    await panel.getByRole('button', { name: 'Ada Fermi' }).press('Enter')
    await panel.getByRole('button', { name: 'Proponi a lei o a lui' }).press('Enter')
    const form = panel.getByRole('group', { name: 'Proponi a lei o a lui' })
    await form.getByLabel('Perché').fill('Ha già fatto persiane.')
    expect(await axe(page, '[data-mokor-panel=shortlist]')).toEqual([])
    await shot(page, 'job-propose')
    await form.getByRole('button', { name: 'Proponi a lei o a lui' }).press('Enter')
    await page.locator('[data-mokor-panel=offers]').getByText('Ada F.').first().waitFor()
  })
  await deskPanels(id, ['offers'])

  await onPhone(linkIn(await mailTo('ada@posta.example', 'C’è un lavoro per te')), 'offer', async (page) => {
    await page.locator('input[name=taxMode][value=vat]').check()
    await page.locator('input[name=responsible]').check()
    await pressed(page, 'accept')
    await page.getByText('È tuo.').waitFor()
    await shot(page, 'job-accepted')
  })
  expect(await statusOf(id)).toBe('agreed')
  await mailTo(client, 'ti chiama')

  await onPhone(linkIn(await mailTo('ada@posta.example', 'è tuo')), 'executor', async (page) => {
    // Whom to call, now that there is an agreement.
    await page.locator('main a[href^="tel:"]').waitFor()
    await pressed(page, 'start')
    expect(await statusOf(id)).toBe('in-progress')
    await pressed(page, 'deliver')
    await shot(page, 'job-delivered')
  })
  expect(await statusOf(id)).toBe('delivered')
  await deskPanels(id, ['offers', 'job'])

  await onPhone(linkIn(await mailTo(client, 'finito')), 'client', async (page) => {
    await pressed(page, 'done')
    await page.getByText('Grazie: il lavoro è chiuso.').waitFor()
    await shot(page, 'job-closed')
  })
  expect(await statusOf(id)).toBe('closed')
})

test('the client chooses among who said yes, and later says that something went wrong', async () => {
  const since = mailbox.mails.length
  const { id, client } = await request('ugo@posta.example', { choice: 'client' })
  await propose(id, 'several', [ada, bruna])
  for (const to of ['ada@posta.example', 'bruna@posta.example']) {
    const page = await openLink(linkIn(await mailTo(to, 'C’è un lavoro per te', since)))
    await page.press('accept', { taxMode: 'vat', responsible: 'yes', show: 'yes' })
  }
  const address = linkIn(await mailTo(client, 'qualcuno ha detto sì', since))
  await onPhone(address, 'choice', async (page) => {
    await page.getByRole('button', { name: 'Scelgo Bruna F.' }).press('Enter')
    await page.getByText('Fatto: vi abbiamo scritto a tutti e due, con i recapiti.').waitFor()
    expect(await statusOf(id)).toBe('agreed')
    await page.getByText('Qualcosa non è andato bene').click()
    await page.locator('textarea[name=words]:visible').last().fill('Non si è presentata, e non risponde.')
    await pressed(page, 'problem')
    await page.getByText('Grazie: l’abbiamo scritto.').waitFor()
    expect(await page.getByText('La redazione lo sa, e vi sente').count()).toBe(1)
    await shot(page, 'job-disputed')
  })
  expect(await statusOf(id)).toBe('disputed')
  await deskPanels(id, ['offers'])
})

test('whoever declines leads to the next in the order; nobody left, the desk refers the client to a company', async () => {
  const since = mailbox.mails.length
  const { id, client } = await request('ivo@posta.example')
  await propose(id, 'order', [ada, bruna])
  await onPhone(linkIn(await mailTo('ada@posta.example', 'C’è un lavoro per te', since)), 'decline', async (page) => {
    await page.getByText('Non questa volta').first().click()
    await page.locator('input[name=reason][value=too-far]').check()
    await pressed(page, 'decline')
    await shot(page, 'job-declined')
  })
  const next = await openLink(linkIn(await mailTo('bruna@posta.example', 'C’è un lavoro per te', since)))
  expect((await next.press('decline', { reason: 'no-time' })).status).toBe(200)
  expect(await statusOf(id)).toBe('triage')

  await closing(desk.context, async (page) => {
    await page.goto(`${network.url}/admin/mokor/desk?item=commissions:${id}`)
    const panel = page.locator('[data-mokor-panel=shortlist]')
    await page.locator('.mokor-queue[aria-busy=false]').waitFor()
    await panel.getByText('chi poteva è già stato sentito').waitFor()
    const outside = 'Indirizza a un’azienda fuori dalla rete'
    await panel.getByRole('button', { name: outside }).click()
    const form = panel.getByRole('group', { name: outside })
    await form.getByLabel('Nome dell’azienda').fill('Serramenti Bini')
    await form.getByLabel('Telefono').fill('+39 300 555 0199')
    await form.getByLabel('Perché proprio questa').fill('Ha i ricambi di quelle persiane.')
    await shot(page, 'job-refer')
    await form.getByRole('button', { name: outside }).click()
    await page.locator('[data-mokor-panel=offers]').getByText('Serramenti Bini').waitFor()
  })
  expect(await statusOf(id)).toBe('referred')
  expect((await mailTo(client, 'un’azienda che può farlo', since)).text).toContain('Serramenti Bini')
})
