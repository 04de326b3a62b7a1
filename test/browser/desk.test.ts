// The editors' work view in a real browser, on the built demo network: an evening by mouse, by keys and on a phone.
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { axe, closeBrowser, openBrowser, overflows, shot } from '../support/blog.js'
import { type Desk, openDesk, owner, paperMember } from '../support/desk.js'
import { contactBody, send } from '../support/forms.js'
import { linkIn, openLink } from '../support/mail-link.js'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { type Network, startNetwork } from '../support/network.js'
import { blogOrigin } from '../support/organisation.js'
import { until } from '../support/until.js'

let network: Network
let mailbox: Mailbox
let desk: Desk

const colleague = 'anna@rete.example'

beforeAll(async () => {
  mailbox = await startMailbox()
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/desk${process.pid}?`),
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    BLOG_ORIGIN: blogOrigin,
    // Long enough for a slow machine, so that nothing leaves while a test looks.
    UNDO_SECONDS: '600',
  })
  desk = await openDesk(network)
  for (const [email, mokorRoles] of [
    [colleague, ['editor']],
    ['moderazione@rete.example', ['moderator']],
    ['cassa@rete.example', ['treasurer']],
    ['ospite@rete.example', []],
  ])
    await desk.create('users', { email, password: owner.password, mokorRoles })
}, 400_000)

afterAll(async () => {
  await closeBrowser()
  await network?.close()
  await mailbox?.stop()
})

const member = (firstName: string, more: object = {}): Promise<{ id: string }> =>
  desk.create('members', paperMember(firstName, more))

const request = (description: string): Promise<{ id: string }> =>
  desk.create('commissions', {
    channel: 'phone',
    client: { kind: 'person', name: 'Pia Riva', email: 'pia@posta.example', phone: '039 1234567', lang: 'it' },
    description,
    mode: 'onsite',
    place: { municipality: 'Monza' },
    consents: [{ what: 'share' }],
  })

const statusOf = async (collection: string, id: string): Promise<string> =>
  (await desk.ask<{ status: string }>(`/${collection}/${id}?depth=0`)).status

const item = (page: Page, { id }: { id: string }): Locator => page.locator(`[data-mokor-item$=":${id}"]`)
const row = (page: Page, { id }: { id: string }): Locator => page.locator(`[data-mokor-row$=":${id}"]`)
const action = (page: Page, name: string): Locator => page.locator(`.mokor-sheet [data-mokor-action=${name}]`)
const said = (page: Page): Locator => page.locator('.mokor-desk__done [role=status]')
const address = (at = ''): string => `${network.url}/admin/mokor/desk${at}`
/** React answers from here on. */
const ready = (page: Page) => page.locator('.mokor-queue[aria-busy=false]').waitFor()

async function signedInAs(email: string, lang = 'it', width = 1280, scheme: 'light' | 'dark' = 'light') {
  const context = await (await openBrowser()).newContext({
    locale: lang,
    colorScheme: scheme,
    viewport: { width, height: 900 },
  })
  await context.addCookies([
    { name: 'payload-lng', value: lang, url: network.url },
    { name: 'payload-theme', value: scheme, url: network.url },
  ])
  const { password } = owner
  await context.request.post(`${network.url}/api/users/login`, { data: { email, password } })
  return context
}

async function closing(context: BrowserContext, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await work(page)
  await page.close()
}

test('an evening by mouse: each step opens the next item and says how many are left; a wrong one is taken back', async () => {
  const [nora, olmo, leak] = [await member('Nora'), await member('Olmo'), await request('Sistemare una ringhiera')]
  await closing(desk.context, async (page) => {
    await page.goto(`${network.url}/admin`)
    await page.locator('[data-mokor-todo]').click()
    await page.waitForURL('**/admin/mokor/desk')
    await item(page, leak).or(item(page, nora)).waitFor()
    await ready(page)
    await row(page, nora).click()
    await item(page, nora).getByRole('heading', { name: 'Nora Fermi' }).waitFor()
    expect(page.url()).toContain(`item=members:${nora.id}`)
    expect(await page.locator('a[href="mailto:nora@posta.example"]').count()).toBe(1)
    expect(await axe(page, '.mokor-desk')).toEqual([])
    // What a press would send stands there folded: no click more.
    const mail = page.locator('.mokor-steps .mokor-mails details')
    expect(await mail.locator('summary').textContent()).toContain('nora@posta.example')
    expect(await mail.getAttribute('open')).toBeNull()
    await shot(page, 'desk')

    await action(page, 'approve').click()
    await said(page).getByText('Approvata').waitFor()
    await said(page).getByText('ne restano 2').waitFor()
    await item(page, nora).waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2')
    await row(page, nora).waitFor({ state: 'detached' })
    expect(await statusOf('members', nora.id)).toBe('active')
    await shot(page, 'desk-after')

    await page.locator(`[data-mokor-undo="${nora.id}"]`).click()
    await item(page, nora).getByText('Da approvare').first().waitFor()
    expect(await statusOf('members', nora.id)).toBe('pending')
    await item(page, nora).locator('.mokor-timeline').getByText('Annullato').waitFor()
    expect(mailbox.mails.filter(({ to }) => to.includes('nora@posta.example'))).toEqual([])

    await row(page, olmo).click()
    await item(page, olmo).waitFor()
    await page.goBack()
    await item(page, nora).waitFor()
    await page.goForward()
    await item(page, olmo).waitFor()

    await action(page, 'refuse').click()
    const dialog = page.locator('.mokor-ask')
    await dialog.locator('textarea').fill('Per ora cerchiamo altri mestieri.')
    await dialog.locator('details[open] pre').getByText('Per ora cerchiamo altri mestieri.').waitFor()
    expect(await axe(page, '.mokor-ask')).toEqual([])
    await shot(page, 'desk-refuse')
    await dialog.getByRole('button', { name: 'Continua' }).click()
    await dialog.getByRole('button', { name: 'Sì, rifiuta' }).click()
    await said(page).getByText('Non accolta').waitFor()

    // Taken on, a request stays open: the work on it has only begun.
    await row(page, leak).click()
    await action(page, 'take').click()
    await said(page).getByText('Presa in carico').waitFor()
    await item(page, leak).locator('.mokor-assigned').getByText('in mano a me').waitFor()
    await page.locator('[aria-current] .mokor-queue__count').first().getByText('2', { exact: true }).waitFor()
  })
})

test('notes, reminders and colleagues: what is set aside leaves the queue, what somebody took shows at the next look', async () => {
  const [{ id: aside }, taken] = [await request('Tinteggiare una cantina'), await request('Un rubinetto che perde')]
  const anna = await signedInAs(colleague)
  await closing(desk.context, async (page) => {
    await page.goto(address(`?item=commissions:${aside}`))
    await ready(page)
    const assigned = page.locator('.mokor-assigned')
    await assigned.getByRole('button', { name: 'Scrivi una nota' }).click()
    await assigned.locator('textarea').fill('Richiamare dopo le sei.')
    await assigned.getByRole('button', { name: 'Aggiungi la nota' }).click()
    await assigned.locator('li', { hasText: 'Richiamare dopo le sei.' }).getByText(owner.email).waitFor()
    await assigned.getByRole('button', { name: 'Ricordamela il…' }).click()
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    await assigned.locator('input[type=date]').fill(day)
    expect(await axe(page, '.mokor-sheet')).toEqual([])
    await assigned.getByRole('button', { name: 'Mettila da parte' }).click()
    await row(page, { id: aside }).waitFor({ state: 'detached' })
    await page.locator('.mokor-queue__view', { hasText: 'Aspettano qualcuno' }).click()
    await row(page, { id: aside }).waitFor()

    await page.goto(address(`?item=commissions:${taken.id}`))
    await ready(page)
    await page.locator('.mokor-assigned').getByText('non è in mano a nessuno').waitFor()
    await closing(anna, async (theirs) => {
      await theirs.goto(address(`?item=commissions:${taken.id}`))
      await ready(theirs)
      await theirs.locator('.mokor-assigned').getByRole('button', { name: 'La prendo io' }).click()
      await theirs.locator('.mokor-assigned').getByText('in mano a me').waitFor()
    })
    // Whoever comes back to the window sees it; one that came in the same breath would be asked again in vain.
    await until('the colleague’s name', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
      return page.locator('.mokor-assigned').getByText(`in mano a ${colleague}`).isVisible()
    })
    await row(page, taken).waitFor({ state: 'detached' })
  })
  await anna.close()
})

test('somebody is found by part of a name, written to, and the letter is stopped before it leaves', async () => {
  const { id } = await request('Riparare una serranda')
  await closing(desk.context, async (page) => {
    await page.goto(address())
    await ready(page)
    await page.getByLabel('Cerca persone').fill('serranda')
    const found = page.locator('.mokor-search__found')
    await found.getByRole('button', { name: 'Riparare una serranda' }).waitFor()
    expect(await axe(page, '.mokor-search')).toEqual([])
    await shot(page, 'desk-search')
    await found.getByRole('button', { name: 'Riparare una serranda' }).click()
    await item(page, { id }).getByRole('button', { name: 'Scrivi a Pia Riva' }).click()
    const writing = page.getByLabel('Scriversi')
    await writing.locator('textarea').fill('Possiamo sentirci giovedì mattina?')
    await writing.locator('details[open] pre').getByText('Possiamo sentirci giovedì mattina?').waitFor()
    await shot(page, 'desk-answer')
    await writing.getByRole('button', { name: 'Manda' }).click()
    await item(page, { id }).locator('.mokor-timeline').getByText('La redazione ha scritto').waitFor()
    const waiting = page.locator('.mokor-waiting li').filter({ hasText: 'La redazione scrive' })
    await waiting.getByRole('button', { name: 'Ferma' }).click()
    const dialog = page.locator('.mokor-ask')
    await dialog.locator('textarea').fill('Ha già chiamato.')
    await dialog.getByRole('button', { name: 'Continua' }).click()
    await dialog.getByRole('button', { name: 'Sì, ferma' }).click()
    await item(page, { id }).locator('.mokor-timeline').getByText('Mail fermata').waitFor()
    await waiting.waitFor({ state: 'detached' })
  })
})

test('keys are off until somebody switches them on; they move and open, and none acts by itself', async () => {
  const [one, two] = [await member('Ada'), await member('Bea')]
  await closing(desk.context, async (page) => {
    await page.goto(address('?queue=members'))
    await ready(page)
    await row(page, one).click()
    await item(page, one).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('?')
    expect(await page.locator('.mokor-ask').count()).toBe(0)
    await page.getByRole('button', { name: 'Tasti' }).click()
    const dialog = page.locator('.mokor-ask')
    await dialog.getByLabel('Usa i tasti').check()
    expect(await axe(page, '.mokor-ask')).toEqual([])
    await shot(page, 'desk-keys')
    await dialog.getByRole('button', { name: 'Chiudi' }).click()
    await dialog.waitFor({ state: 'detached' })
    await item(page, one).waitFor()

    await page.keyboard.press('j')
    await item(page, two).waitFor()
    await page.keyboard.press('k')
    await item(page, one).waitFor()
    const letter = (await action(page, 'approve').getAttribute('aria-keyshortcuts')) ?? ''
    expect(letter).toMatch(/^[a-z]$/)
    await page.keyboard.press(letter)
    await dialog.getByText('Hai premuto un tasto').waitFor()
    await dialog.locator('details summary', { hasText: 'ada@posta.example' }).waitFor()
    expect(await statusOf('members', one.id)).toBe('pending')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await statusOf('members', one.id)).toBe('pending')
    await page.keyboard.press(letter)
    await dialog.getByRole('button', { name: 'Sì, approva' }).press('Enter')
    await said(page).getByText('Approvata').waitFor()
    await page.reload()
    await ready(page)
    await page.locator('.mokor-sheet .mokor-key').first().waitFor()

    // A letter opens the answer, and nothing leaves before it is written and sent.
    await row(page, two).click()
    const write = item(page, two).getByRole('button', { name: 'Scrivi a Bea' })
    const pen = (await write.getAttribute('aria-keyshortcuts')) ?? ''
    expect(pen).toMatch(/^[a-z]$/)
    await page.keyboard.press(pen)
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('Ci sentiamo giovedì?')
    expect(await axe(page, '.mokor-sheet')).toEqual([])
    await item(page, two).locator('.mokor-mails details').first().waitFor()
    await item(page, two).getByRole('button', { name: 'Manda' }).press('Enter')
    await item(page, two).locator('.mokor-timeline').getByText('La redazione ha scritto').waitFor()
  })
})

test('what was done to several in a list is taken back from all of them by one button', async () => {
  const several = [await member('Cleo'), await member('Dora')]
  await closing(desk.context, async (page) => {
    await page.goto(`${network.url}/admin/collections/members?where[and][0][status][equals]=pending`)
    for (const name of ['Cleo', 'Dora'])
      await page
        .locator('tr', { hasText: `${name} Fermi` })
        .getByRole('checkbox')
        .check()
    await page.locator('.mokor-bulk').getByRole('button', { name: 'Approva' }).click()
    await page.locator('.mokor-ask').getByRole('button', { name: 'Sì, approva' }).click()
    const back = page.locator('[data-mokor-undo=several]')
    await back.waitFor()
    for (const { id } of several) expect(await statusOf('members', id)).toBe('active')
    expect(await axe(page, '.mokor-bulk')).toEqual([])
    await shot(page, 'desk-list-undo')
    await back.click()
    for (const name of ['Cleo', 'Dora']) await page.locator('tr', { hasText: `${name} Fermi` }).waitFor()
    await back.waitFor({ state: 'detached' })
    for (const { id } of several) expect(await statusOf('members', id)).toBe('pending')
  })
})

test('on a phone, in English and in the dark: one column, the queue or what was opened from it', async () => {
  const { id } = await request('Montare una libreria alta')
  const context = await signedInAs(owner.email, 'en', 390, 'dark')
  await closing(context, async (page) => {
    await page.goto(address())
    await ready(page)
    expect(await page.locator('.mokor-desk__item').isVisible()).toBe(false)
    expect(await overflows(page)).toBe(false)
    expect(await axe(page, '.mokor-desk')).toEqual([])
    await shot(page, 'desk-phone-queue')
    await row(page, { id }).click()
    await item(page, { id }).getByRole('button', { name: 'Take on' }).waitFor()
    expect(await page.locator('.mokor-queue').isVisible()).toBe(false)
    expect(await overflows(page)).toBe(false)
    expect(await axe(page, '.mokor-desk')).toEqual([])
    await shot(page, 'desk-phone')
    await page.getByRole('button', { name: 'Back to the queue' }).click()
    await row(page, { id }).waitFor()
    await page.goBack()
    await item(page, { id }).waitFor()
  })
  await context.close()
})

test('strangers are asked to sign in, whoever has no role is sent to the dashboard, a treasurer has a desk of pledges', async () => {
  const { id } = await desk.create('donations', {
    amountCents: 2500,
    donor: { type: 'person', name: 'Ada Neri', email: 'ada@posta.example' },
    channel: 'desk',
  })
  const stranger = await (await openBrowser()).newContext({ locale: 'it' })
  await closing(stranger, async (page) => {
    await page.goto(address())
    await page.waitForURL('**/admin/login?redirect=*')
  })
  const guest = await signedInAs('ospite@rete.example')
  await closing(guest, async (page) => {
    await page.goto(address())
    await page.waitForURL(/\/admin$/)
    expect(await page.locator('#nav-mokor-desk').count()).toBe(0)
  })
  const treasurer = await signedInAs('cassa@rete.example')
  await closing(treasurer, async (page) => {
    await page.goto(address())
    await ready(page)
    await action(page, 'received').waitFor()
    expect(await page.locator('[data-mokor-row]').count()).toBe(1)
    await shot(page, 'desk-treasurer')
    // Their own letter can be stopped before it leaves, and no other mail is theirs.
    const writing = page.getByLabel('Scriversi')
    await writing.getByRole('button', { name: 'Scrivi a Ada Neri' }).click()
    await writing.locator('textarea').fill('Grazie, Ada: il bonifico non si vede ancora.')
    await writing.getByRole('button', { name: 'Manda' }).click()
    const waiting = page.locator('.mokor-waiting li').filter({ hasText: 'La redazione scrive a chi dona' })
    await waiting.getByRole('button', { name: 'Ferma' }).click()
    const dialog = page.locator('.mokor-ask')
    await dialog.locator('textarea').fill('È arrivato adesso.')
    await dialog.getByRole('button', { name: 'Continua' }).click()
    await dialog.getByRole('button', { name: 'Sì, ferma' }).click()
    await page.locator('.mokor-timeline').getByText('Mail fermata').waitFor()
    await waiting.waitFor({ state: 'detached' })
    expect(await axe(page, '.mokor-desk')).toEqual([])
    await action(page, 'received').click()
    await page.getByText('Tutto in ordine.').first().waitFor()
    expect(await statusOf('donations', id)).toBe('received')
  })
  for (const context of [stranger, guest, treasurer]) await context.close()
})

test('a message to somebody without e-mail is read at the desk, passed on by phone, and its sender answered', async () => {
  const zita = await member('Zita', { email: null, phone: '+39 333 555 0142' })
  await desk.ask(`/members/${zita.id}/mokor/approve`, { method: 'POST', data: {} })
  const { slug } = await desk.ask<{ slug: string }>(`/members/${zita.id}?depth=0`)
  const site = {
    fetch: (path: string, init?: RequestInit) => fetch(`${network.url}${path}`, init),
    config: { routes: { api: '/api' } },
  }
  expect((await send(site, `/members/${slug}/contact`, contactBody)).status).toBe(202)
  const asking = await until('the mail that asks to confirm', async () =>
    mailbox.mails.find(({ subject }) => subject.startsWith('Conferma il messaggio per Zita')),
  )
  await (await openLink(linkIn(asking))).press()
  await closing(desk.context, async (page) => {
    await page.goto(address('?queue=messages'))
    await ready(page)
    const sheet = page.locator('.mokor-sheet')
    await sheet.getByText(contactBody.message).waitFor()
    expect(await sheet.locator('a[href="tel:+393335550142"]').count()).toBe(1)
    await sheet.getByText('Zita F. non ha un’e-mail').waitFor()
    expect(await axe(page, '.mokor-desk')).toEqual([])
    await shot(page, 'desk-message')
    const writing = page.getByLabel('Scriversi')
    await writing.getByRole('button', { name: 'Scrivi a Carla Bianchi' }).click()
    await writing.locator('textarea').fill('Zita è via fino a lunedì: glielo diciamo allora.')
    await writing.locator('details[open] pre').getByText('glielo diciamo allora').waitFor()
    await writing.getByRole('button', { name: 'Manda' }).click()
    await page.locator('.mokor-timeline').getByText('glielo diciamo allora').waitFor()
    await sheet.locator('.mokor-steps .mokor-mails summary', { hasText: 'Messaggio riferito a Zita' }).waitFor()
    await action(page, 'tell').click()
    await said(page).getByText('Riferito').waitFor()
    await page.getByText('Qui non c’è niente.').waitFor()
  })
})

test('a moderator’s evening: somebody is suspended and let back, and what a colleague who is away had is free', async () => {
  const [zoe, held] = [await member('Zoe'), await request('Riparare un cancello')]
  const anna = await signedInAs(colleague)
  const { docs } = await desk.ask<{ docs: { id: string }[] }>(`/users?where[email][equals]=${colleague}`)
  const theirs = (path: string, data: object) =>
    anna.request.fetch(`${network.url}/api${path}`, { method: 'POST', data, headers: { Origin: network.url } })
  expect((await theirs(`/commissions/${held.id}/mokor/take-on`, {})).status()).toBe(200)
  await desk.ask(`/members/${zoe.id}/mokor/approve`, { method: 'POST', data: {} })
  const moderator = await signedInAs('moderazione@rete.example')
  await closing(moderator, async (page) => {
    await page.goto(address(`?item=members:${zoe.id}`))
    await ready(page)
    await action(page, 'suspend').click()
    const dialog = page.locator('.mokor-ask')
    await dialog.locator('textarea').fill('Prima di decidere vogliamo sentirti.')
    await dialog.locator('details[open] pre').getByText('vogliamo sentirti').waitFor()
    await shot(page, 'desk-moderator')
    await dialog.getByRole('button', { name: 'Continua' }).click()
    await dialog.getByRole('button', { name: 'Sì, sospendi' }).click()
    await said(page).getByText('Sospesa').waitFor()
    expect(await statusOf('members', zoe.id)).toBe('suspended')
    await page.goto(address(`?item=members:${zoe.id}`))
    await ready(page)
    await action(page, 'lift').click()
    await dialog.getByRole('button', { name: /^Sì/ }).click()
    await said(page).getByText('Sospensione tolta').waitFor()
    expect(await statusOf('members', zoe.id)).toBe('active')

    await page.goto(address(`?item=commissions:${held.id}`))
    await ready(page)
    await page.locator('.mokor-assigned').getByText(`in mano a ${colleague}`).waitFor()
    expect(await row(page, held).count()).toBe(0)
    // What a colleague has is not taken from under her hand, and she is named.
    await action(page, 'take').click()
    await page.locator('.payload-toast-item').getByText(`Ce l’ha già ${colleague}`).waitFor()
    const away = { mokorAwayUntil: new Date(Date.now() + 5 * 86_400_000).toISOString() }
    await desk.ask(`/users/${docs[0]?.id}`, { method: 'PATCH', data: away })
    await page.goto(address(`?item=commissions:${held.id}`))
    await ready(page)
    await row(page, held).waitFor()
    await page.locator('.mokor-assigned').getByText(colleague).waitFor()
    await shot(page, 'desk-away')
    await page.locator('.mokor-assigned').getByRole('button', { name: 'La prendo io' }).click()
    await page.locator('.mokor-assigned').getByText('in mano a me').waitFor()
    await desk.ask(`/users/${docs[0]?.id}`, { method: 'PATCH', data: { mokorAwayUntil: null } })
  })
  for (const context of [anna, moderator]) await context.close()
})

test('two editors on one item: the second reads who was quicker, and one mail waits', async () => {
  const { id } = await member('Tea')
  const anna = await signedInAs(colleague)
  await closing(desk.context, async (page) => {
    await page.goto(address(`?item=members:${id}`))
    await ready(page)
    await action(page, 'approve').waitFor()
    await closing(anna, async (theirs) => {
      await theirs.goto(address(`?item=members:${id}`))
      await ready(theirs)
      await action(theirs, 'approve').click()
      await said(theirs).getByText('Approvata').waitFor()
    })
    // Before this window has looked again.
    await action(page, 'approve').click()
    await page.locator('.payload-toast-item').getByText(`Ci ha già pensato ${colleague}`).waitFor()
    await row(page, { id }).waitFor({ state: 'detached' })
    await page.locator('.mokor-sheet__undo').getByText(colleague).waitFor()
  })
  const { docs } = await desk.ask<{ docs: unknown[] }>(
    `/mokor-outbox?where[target][equals]=${id}&where[template][equals]=member-active`,
  )
  expect(docs).toHaveLength(1)
  await anna.close()
})

test('who could do a request: groups with reasons, others unfolded and found by name, at the desk, on its own page and on a phone', async () => {
  const skills = []
  for (const [slug, it, en, sector] of [
    ['falegname', 'Falegname', 'Joiner', 'crafts'],
    ['restauratore-mobili', 'Restauro di mobili', 'Furniture restorer', 'crafts'],
  ])
    skills.push(await desk.create('skills', { slug, names: { it, en }, sector }))
  const [joiner, restorer] = skills as [{ id: string }, { id: string }]
  for (const [n, firstName] of ['Ada', 'Bruna', 'Carlo', 'Dora', 'Enzo'].entries()) {
    const { id } = await member(firstName, {
      reach: 'network',
      consents: [{ what: 'adult' }, { what: 'rules' }],
      skills: [{ skill: n === 4 ? restorer.id : joiner.id, origin: n === 2 ? 'passion' : 'practised', years: n * 4 }],
      place: { municipality: n === 1 ? 'Milano' : 'Monza' },
      languages: n === 3 ? ['en'] : ['it'],
      availability: n === 2 ? { state: 'sometimes' } : { state: 'now' },
    })
    await desk.ask(`/members/${id}/mokor/approve`, { method: 'POST', data: {} })
  }
  const job = await desk.create('commissions', {
    channel: 'phone',
    client: { kind: 'person', name: 'Pia Riva', email: 'pia@posta.example', phone: '039 1234567', lang: 'it' },
    description: 'Una persiana di legno che non chiude più.',
    mode: 'onsite',
    place: { municipality: 'Monza' },
    skills: [{ skill: joiner.id }],
    consents: [{ what: 'share' }],
  })
  await closing(desk.context, async (page) => {
    await page.goto(address(`?item=commissions:${job.id}`))
    const panel = page.locator('[data-mokor-panel=shortlist]')
    await panel.getByRole('link', { name: 'Ada Fermi' }).waitFor()
    await ready(page)
    await panel.getByRole('button', { name: 'mestieri che vanno insieme' }).click()
    await panel.getByRole('link', { name: 'Enzo Fermi' }).waitFor()
    await panel.getByLabel('Un’altra persona, per nome').fill('enzo')
    await page.keyboard.press('Enter')
    await panel.getByText('Persone attive trovate con «enzo»').waitFor()
    expect(await axe(page, '[data-mokor-panel=shortlist]')).toEqual([])
    await shot(page, 'shortlist')
    await page.goto(`${network.url}/admin/collections/commissions/${job.id}`)
    await panel.getByRole('link', { name: 'Ada Fermi' }).waitFor()
    await shot(page, 'shortlist-page')
  })
  for (const width of [390, 280]) {
    const context = await signedInAs(owner.email, 'en', width, width === 390 ? 'dark' : 'light')
    await closing(context, async (page) => {
      await page.goto(address(`?item=commissions:${job.id}`))
      await page.locator('[data-mokor-panel=shortlist]').getByRole('link', { name: 'Ada Fermi' }).waitFor()
      await shot(page, `shortlist-${width}`)
      expect(await overflows(page)).toBe(false)
    })
    await context.close()
  }
})
