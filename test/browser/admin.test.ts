// The editors' desk in a real browser, on the built demo network: sign in, approve, hide, refuse, mend a mail.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { APIRequestContext, BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { axe, closeBrowser, openBrowser, overflows, shot } from '../support/blog.js'
import { owner, paperMember, signUp } from '../support/desk.js'
import { commissionBody } from '../support/forms.js'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { type Network, startNetwork } from '../support/network.js'
import { until } from '../support/until.js'

const toast = (page: Page, words: string): Locator => page.locator('.payload-toast-item', { hasText: words })

let network: Network
let mailbox: Mailbox
let pictures: string
let signedIn: BrowserContext
/** The dashboard as the first user finds it. */
let firstDesk: { text: string; findings: string[] }

async function newContext(
  lang: 'it' | 'en',
  colorScheme: 'light' | 'dark' = 'light',
  width = 1280,
): Promise<BrowserContext> {
  return (await openBrowser()).newContext({ locale: lang, colorScheme, viewport: { width, height: 900 } })
}

/** The same session in another language, theme or width. */
async function likeOwner(lang: 'it' | 'en', colorScheme: 'light' | 'dark', width: number): Promise<BrowserContext> {
  const context = await newContext(lang, colorScheme, width)
  await context.addCookies(await signedIn.cookies())
  await context.addCookies([
    { name: 'payload-lng', value: lang, url: network.url },
    { name: 'payload-theme', value: colorScheme, url: network.url },
  ])
  return context
}

/** To the API with the owner's cookie, which Payload takes only with an origin it knows. */
async function asOwner(address: string, options: Parameters<APIRequestContext['fetch']>[1] = {}) {
  const answer = await signedIn.request.fetch(`${network.url}/api${address}`, {
    ...options,
    headers: { Origin: network.url },
  })
  const body = await answer.json()
  if (!answer.ok()) throw new Error(JSON.stringify(body))
  return body
}

const read = (collection: string, id: string): Promise<object> => asOwner(`/${collection}/${id}?depth=0`)

async function created(collection: string, data: object): Promise<{ id: string }> {
  return (await asOwner(`/${collection}`, { method: 'POST', data })).doc
}

const member = (firstName: string, more: object = {}): Promise<{ id: string }> =>
  created('members', paperMember(firstName, more))

/** An address that answers is not yet a picture that shows. */
const isLoaded = (image: HTMLElement | SVGElement): boolean => (image as HTMLImageElement).naturalWidth > 0

interface Listed {
  members: { slug: string; name: string; picture: { url: string } | null }[]
  total: { value: number }
  facets: { province: { value: string; count: number }[] }
}

const listed = async (): Promise<Listed> =>
  (await fetch(`${network.url}/api/mokor/v1/members`)).json() as Promise<Listed>

const inMonza = ({ facets }: Listed): number => facets.province.find(({ value }) => value === 'MB')?.count ?? 0

const tab = (page: Page, name: string): Promise<void> =>
  page.locator('.tabs-field__tab-button', { hasText: name }).click()

/** Picks a choice of a select field by its words. */
async function choose(page: Page, field: string, words: string): Promise<void> {
  const select = page.locator(`#field-${field}`)
  await select.locator('.rs__control').click()
  await select.locator('.rs__option', { hasText: words }).click()
}

const donation = (): Promise<{ id: string }> =>
  created('donations', { amountCents: 2500, donor: { type: 'person', name: 'Ada Neri' }, channel: 'desk' })

/** A request sent as the partner blog sends it, not yet confirmed. */
async function asked(description: string): Promise<{ reference: string }> {
  const api = `${network.url}/api/mokor/v1`
  const headers = { Origin: 'https://blog.example', 'Content-Type': 'application/json' }
  const challenge = await (await fetch(`${api}/challenge`, { headers })).json()
  const proof = { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
  const answer = await fetch(`${api}/commissions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      ...commissionBody,
      challenge: Buffer.from(JSON.stringify(proof)).toString('base64url'),
      client: { kind: 'person', name: 'Pia Riva', email: 'pia@posta.example' },
      description,
    }),
  })
  return answer.json() as Promise<{ reference: string }>
}

const documentPage = (collection: string, id: string): string => `${network.url}/admin/collections/${collection}/${id}`

beforeAll(async () => {
  pictures = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-pictures-'))
  mailbox = await startMailbox()
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/admin${process.pid}?`),
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    PICTURES_DIR: pictures,
    BLOG_ORIGIN: 'https://blog.example',
  })
  signedIn = await newContext('it')
  firstDesk = await arrive()
}, 400_000)

afterAll(async () => {
  await closeBrowser()
  await network?.close()
  await mailbox?.stop()
  fs.rmSync(pictures, { recursive: true, force: true })
})

async function arrive(): Promise<typeof firstDesk> {
  const page = await signedIn.newPage()
  await signUp(page, network)
  const desk = page.locator('.mokor-today')
  const seen = { text: (await desk.textContent()) ?? '', findings: await axe(page, '.mokor-today') }
  await page.close()
  return seen
}

test('the first user signs up in Italian and finds an empty desk that says so', () => {
  for (const words of [
    'Tutto in ordine.',
    'Nessuna scheda da approvare',
    'Nessuna richiesta da seguire',
    'Il catalogo delle capacità è vuoto.',
  ])
    expect(firstDesk.text).toContain(words)
  expect(firstDesk.findings).toEqual([])
})

test('an approved member is public at the next look; for the network only, gone from everywhere', async () => {
  const png = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#0b5d58' } })
    .png()
    .toBuffer()
  const { doc: picture } = await asOwner('/mokor-pictures', {
    method: 'POST',
    multipart: { file: { name: 'ada.png', mimeType: 'image/png', buffer: png }, _payload: '{}' },
  })
  await member('Ada', { picture: picture.id })
  const before = await listed()

  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin`)
  await page.locator('[data-mokor-pile=members]', { hasText: /sched[ae] da approvare/ }).click()
  await page.locator('[data-mokor-row]', { hasText: 'Ada Fermi' }).click()
  await page
    .locator('.mokor-sheet', { hasText: 'Ada Fermi' })
    .getByRole('link', { name: 'Apri la scheda intera' })
    .click()
  await page.waitForURL('**/admin/collections/members/*')
  const card = page.locator('.mokor-card')
  await card.getByText('Ada F.').waitFor()
  expect(await card.textContent()).not.toContain('ada@posta.example')
  await until('the picture on the card', () => card.locator('img').evaluate(isLoaded))
  expect(await axe(page, '.mokor-panel')).toEqual([])
  await shot(page, 'admin-member')
  await page.getByRole('button', { name: 'Approva' }).click()
  await toast(page, 'Approvata').waitFor()
  await page.locator('.mokor-panel__status', { hasText: 'Attiva' }).waitFor()

  const shown = await listed()
  expect(shown.total.value).toBe(before.total.value + 1)
  expect(inMonza(shown)).toBe(inMonza(before) + 1)
  const { slug, picture: face } = shown.members.find(({ name }) => name === 'Ada F.') as Listed['members'][number]
  const addresses = [`${network.url}/api/mokor/v1/members/${slug}`, (face as { url: string }).url]
  for (const address of addresses) expect((await fetch(address)).status).toBe(200)

  const reach = page.locator('#field-reach')
  await reach.locator('.rs__control').click()
  await reach.locator('.rs__option', { hasText: 'Solo la rete' }).click()
  await page.locator('#action-save').click()
  await card.getByText('Solo la rete: al pubblico non si mostra.').waitFor()
  const after = await listed()
  expect(after.members.map(({ name }) => name)).not.toContain('Ada F.')
  expect(after.total).toEqual(before.total)
  expect(after.facets).toEqual(before.facets)
  for (const address of addresses) expect((await fetch(address)).status).toBe(404)
  await page.close()
})

test('approving what wants a look says what, and asks once more', async () => {
  const { id } = await member('Gina', { headline: 'Torte, scrivimi a gina.torte@posta.example' })
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.getByRole('button', { name: 'Approva' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('Sembra esserci un’e-mail in «Cosa sa fare (in una riga)», che è pubblico.').waitFor()
  expect(await axe(page, '.mokor-ask')).toEqual([])
  await shot(page, 'admin-approve-careful')
  await dialog.getByRole('button', { name: 'Annulla' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.mokor-panel__status', { hasText: 'Da approvare' }).waitFor()
  await page.getByRole('button', { name: 'Approva' }).click()
  await dialog.getByRole('button', { name: 'Sì, approva' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Attiva' }).waitFor()
  await page.close()
})

test('what is saved on the way to approval is looked at too', async () => {
  const { id } = await member('Ilda')
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.getByRole('button', { name: 'Approva' }).waitFor()
  await page.locator('form[data-form-ready="true"]').waitFor()
  await page.locator('[name="headline"]').fill('Torte, chiama 333 7654321')
  await page.getByRole('button', { name: 'Approva' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByRole('button', { name: 'Salva e continua' }).click()
  await dialog.getByText('Sembra esserci un numero di telefono in').waitFor()
  expect(await read('members', id)).toMatchObject({ status: 'pending', headline: 'Torte, chiama 333 7654321' })
  await shot(page, 'admin-look-first')
  await dialog.getByRole('button', { name: 'Sì, approva' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Attiva' }).waitFor()
  await page.close()
})

test('what was mended on the way to approval is not warned of any more', async () => {
  const { id } = await member('Olga', { headline: 'Torte, chiama 333 7654321' })
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-hints').getByText('Sembra esserci un numero di telefono').waitFor()
  await page.locator('form[data-form-ready="true"]').waitFor()
  await page.locator('[name="headline"]').fill('Torte di compleanno')
  await page.getByRole('button', { name: 'Approva' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByRole('button', { name: 'Salva e continua' }).click()
  await toast(page, 'Approvata').waitFor()
  await page.locator('.mokor-panel__status', { hasText: 'Attiva' }).waitFor()
  expect(await page.locator('.mokor-hints').count()).toBe(0)
  await page.close()
})

test('the next possible step stands out, one that would be refused does not, and the panel is whole from the start', async () => {
  const [{ id: lacking }, { id: whole }] = [await member('Pina', { consents: [] }), await member('Rina')]
  const page = await signedIn.newPage()
  const primary = () => page.locator('.mokor-steps .btn--style-primary').allTextContents()
  const height = () =>
    page.locator('.mokor-panel').evaluate((panel) => Math.round(panel.getBoundingClientRect().height))
  for (const [id, step] of [
    [lacking, 'Chiedi modifiche'],
    [whole, 'Approva'],
  ] as const) {
    await page.goto(documentPage('members', id))
    await page.locator('form[data-form-ready="true"]').waitFor()
    expect(await primary()).toEqual([step])
    const before = await height()
    await page.locator('.mokor-card').waitFor()
    expect(await height()).toBe(before)
  }
  await page.close()
})

test('several are approved at once from the list', async () => {
  await member('Bea')
  await member('Carla', { consents: [{ what: 'adult' }, { what: 'publish' }] })
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/members?where[or][0][and][0][status][equals]=pending`)
  for (const name of ['Bea', 'Carla'])
    await page
      .locator('tr', { hasText: `${name} Fermi` })
      .getByRole('checkbox')
      .check()
  const bar = page.locator('.mokor-bulk')
  await bar.getByText('2 scelte').waitFor()
  expect(await axe(page, '.mokor-bulk')).toEqual([])
  await bar.getByRole('button', { name: 'Approva' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('Schede scelte: 2.').waitFor()
  expect(await axe(page, '.mokor-ask')).toEqual([])
  await dialog.getByRole('button', { name: 'Sì, approva' }).click()
  await toast(page, 'Aggiornata 1 voce').waitFor()
  await toast(page, 'Resta com’era: 1').waitFor()
  const left = bar.locator('.mokor-bulk__left')
  await left.getByText('Carla Fermi · Falegname').waitFor()
  await left.getByText('Manca: Consensi: Accetta le regole della rete').waitFor()
  await page
    .locator('tbody')
    .getByRole('link', { name: /Bea Fermi/ })
    .waitFor({ state: 'detached' })
  await bar.getByText('1 scelta').waitFor()
  expect(await page.locator('tr', { hasText: 'Carla Fermi' }).getByRole('checkbox').isChecked()).toBe(true)
  expect(await axe(page, '.mokor-bulk')).toEqual([])
  await shot(page, 'admin-bulk-left')
  const names = (await listed()).members.map(({ name }) => name)
  expect(names).toContain('Bea F.')
  expect(names).not.toContain('Carla F.')
  await page.close()
})

test('several are refused with one reason for all, seen as it will reach the first; each gets a mail', async () => {
  const reason = 'Per ora la rete prende solo chi lavora in Lombardia.'
  for (const name of ['Zita', 'Sara']) await member(name)
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/members?where[and][0][status][equals]=pending`)
  for (const name of ['Zita', 'Sara'])
    await page
      .locator('tr', { hasText: `${name} Fermi` })
      .getByRole('checkbox')
      .check()
  await page.locator('.mokor-bulk').getByRole('button', { name: 'Rifiuta' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.locator('textarea').fill(reason)
  await dialog.locator('.mokor-mails__mail pre', { hasText: reason }).waitFor()
  expect(await axe(page, '.mokor-ask')).toEqual([])
  await shot(page, 'admin-bulk-refuse')
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByText('Schede scelte: 2.').waitFor()
  await dialog.getByRole('button', { name: 'Sì, rifiuta' }).click()
  await toast(page, 'Aggiornate 2 voci').waitFor()
  for (const name of ['Zita', 'Sara'])
    await page
      .locator('tbody')
      .getByRole('link', { name: new RegExp(`${name} Fermi`) })
      .waitFor({ state: 'detached' })
  for (const to of ['zita@posta.example', 'sara@posta.example'])
    expect((await arrived(to, 'Adesione')).text).toContain(reason)
  await page.close()
})

test('a list shows what is to be done, oldest first, of one town, and goes into a file as it is shown', async () => {
  await member('Nives', { place: { municipality: 'Beinasco' }, consents: [{ what: 'adult' }, { what: 'publish' }] })
  await member('Mara', { place: { municipality: 'Beinasco' } })
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/members`)
  const tools = page.locator('.mokor-list-tools')
  const rows = page.locator('tbody tr')
  await tools.getByRole('button', { name: 'Da fare, prima le più vecchie' }).click()
  await page.waitForURL(/sort=since/)
  await tools.getByLabel('Comune').fill('Beinasco (TO)')
  await tools.getByLabel('Comune').press('Enter')
  await rows.filter({ hasText: 'Mara Fermi' }).waitFor()
  await until('the town alone', async () => (await rows.count()) === 2)
  expect(await rows.first().textContent()).toContain('Nives Fermi')
  await rows.first().getByText('Manca: Consensi: Accetta le regole della rete').waitFor()
  await rows.first().getByText('«Riparo infissi»').waitFor()
  await rows.first().getByText('Beinasco (TO)').waitFor()
  // The big filter is there for who opens it, on the same question.
  expect(await page.locator('.where-builder').isVisible()).toBe(false)
  expect(await tools.getByRole('button', { name: /Da fare/ }).getAttribute('aria-pressed')).toBe('true')
  expect(await axe(page, '.mokor-list-tools')).toEqual([])
  await shot(page, 'admin-list')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    tools.getByRole('link', { name: 'Scarica l’elenco (CSV)' }).click(),
  ])
  const [head = '', ...lines] = fs
    .readFileSync(await file.path(), 'utf8')
    .split('\r\n')
    .filter(Boolean)
  expect(file.suggestedFilename()).toMatch(/^aderenti-.*\.csv$/)
  expect(head).toContain(';Da guardare;')
  expect(lines.map((line) => line.split(';')[0])).toEqual([
    expect.stringContaining('Nives Fermi'),
    expect.stringContaining('Mara Fermi'),
  ])
  await tools.getByLabel('Provincia').selectOption('MB')
  await page.locator('.no-results, .collection-list__no-results, .list-controls').first().waitFor()
  await until('nobody in another province', async () => (await rows.filter({ hasText: 'Fermi' }).count()) === 0)
  await page.close()
})

test('a request is printed on a page of its own, black on white, from its page and from the desk', async () => {
  const { id } = await created('commissions', {
    client: { kind: 'person', name: 'Lia Conti', phone: '02 7654321', lang: 'it' },
    description: 'Riparare tre persiane al secondo piano.',
    skills: [{ own: 'persiane' }],
    mode: 'onsite',
    place: { municipality: 'Monza' },
  })
  const context = await likeOwner('it', 'dark', 1280)
  const page = await context.newPage()
  await page.goto(`${network.url}/admin/mokor/desk?item=commissions:${id}`)
  const [paper] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('.mokor-sheet').getByRole('link', { name: 'Stampa…' }).click(),
  ])
  await paper.locator('.mokor-print').getByText('Riparare tre persiane al secondo piano.').waitFor()
  for (const words of ['Lia Conti', /02 ?765 ?4321/, 'Monza (MB)', '«persiane»'])
    await paper.locator('.mokor-print').getByText(words).first().waitFor()
  expect(await paper.locator('.nav, .app-header').count()).toBe(0)
  expect(await axe(paper, '.mokor-print')).toEqual([])
  await shot(paper, 'admin-print')
  await paper.emulateMedia({ media: 'print' })
  expect(await paper.getByRole('button', { name: 'Stampa' }).isVisible()).toBe(false)
  expect(await paper.locator('.mokor-print').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(17, 17, 17)')
  await page.goto(documentPage('commissions', id))
  const link = page.locator('.mokor-panel').getByRole('link', { name: 'Stampa…' })
  expect(await link.getAttribute('href')).toBe(`/admin/mokor/print/commissions/${id}`)
  await context.close()
})

test('own words are looked at in one place: mapped once for all, made a trade, left; two trades become one', async () => {
  const trade = await created('skills', { names: { it: 'Serramentista', en: 'Window fitter' }, sector: 'building' })
  await created('skills', { names: { it: 'Montatore di infissi' }, sector: 'building' })
  for (const [at, own] of ['Monto finestre', 'monto finestre', 'Canto ai matrimoni', 'Leggo le carte'].entries())
    await member(`Voce${at}`, { skills: [{ own, origin: 'practised' }] })
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin`)
  // The menu is folded away at this width; the dashboard counts anew once a minute.
  await page.locator('#nav-mokor-own-words').waitFor({ state: 'attached' })
  await page.goto(`${network.url}/admin/mokor/own-words`)
  const word = (key: string) => page.locator(`[data-mokor-word="${key}"]`)
  await word('monto finestre').getByText('2 aderenti').waitFor()
  expect(await axe(page, '.mokor-own')).toEqual([])
  await shot(page, 'admin-own-words')
  await word('monto finestre').locator('input[list]').fill('Serramentista')
  await word('monto finestre').getByRole('button', { name: 'Usa questa' }).click()
  await toast(page, '«Monto finestre» ora è «Serramentista»')
    .or(toast(page, '«monto finestre» ora è'))
    .first()
    .waitFor()
  await word('monto finestre').waitFor({ state: 'detached' })
  const form = word('canto ai matrimoni')
  await form.getByRole('button', { name: 'Fanne un mestiere…' }).click()
  await form.getByLabel('Settore').selectOption('arts')
  await form.getByRole('button', { name: 'Aggiungi il mestiere' }).click()
  await word('canto ai matrimoni').waitFor({ state: 'detached' })
  await word('leggo le carte').getByRole('button', { name: 'Lascia com’è' }).click()
  await word('leggo le carte').waitFor({ state: 'detached' })
  const merging = page.locator('.mokor-own__merge')
  await merging.getByLabel('Unisci').fill('Montatore di infissi')
  await merging.getByLabel('in', { exact: true }).fill('Serramentista')
  await merging.getByText('«Montatore di infissi» diventa «Serramentista»').waitFor()
  await shot(page, 'admin-merge')
  await merging.getByRole('button', { name: 'Unisci in «Serramentista»' }).click()
  await toast(page, '«Montatore di infissi» ora è «Serramentista».').waitFor()
  const mapped = await until('both files', async () => {
    const { totalDocs } = await asOwner(`/members?where[skills.skill][equals]=${trade.id}&limit=1&depth=0`)
    return totalDocs === 2
  })
  expect(mapped).toBe(true)
  for (const [lang, scheme, width] of [
    ['en', 'dark', 390],
    ['en', 'light', 1280],
  ] as const) {
    const context = await likeOwner(lang, scheme, width)
    const other = await context.newPage()
    await other.goto(`${network.url}/admin/mokor/own-words`)
    await other.getByRole('heading', { name: 'Own words' }).waitFor()
    expect([width, await overflows(other)]).toEqual([width, false])
    await shot(other, `admin-own-words-${width}`)
    await other.goto(`${network.url}/admin/collections/members?where[and][0][status][in][0]=pending`)
    await other.locator('.mokor-list-tools').waitFor()
    await shot(other, `admin-list-${width}`)
    await context.close()
  }
  await page.close()
})

test('a list is filtered by a town’s name, and the dialog that deletes is left by «Annulla»', async () => {
  const { id } = await member('Tosca', { place: { municipality: 'Grugliasco' } })
  const page = await signedIn.newPage()
  await page.goto(
    `${network.url}/admin/collections/members?where[or][0][and][0][place.municipality][equals]=Grugliasco`,
  )
  await page
    .locator('tbody')
    .getByRole('link', { name: /Tosca Fermi/ })
    .waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.goto(documentPage('members', id))
  await page.locator('.doc-controls__popup button').click()
  await page.locator('#action-delete').click()
  expect(await page.locator('#confirm-cancel').textContent()).toBe('Annulla')
  await page.locator('#confirm-cancel').click()
  await page.close()
})

test('refusing asks for words, asks twice, and the words reach the person', async () => {
  const { id } = await member('Dina')
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.getByRole('button', { name: 'Rifiuta' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByText('Mancano le tue parole').waitFor()
  await dialog.locator('textarea').fill('Manca un recapito a cui risponderti.')
  expect(await axe(page, '.mokor-ask')).toEqual([])
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByText('L’adesione non sarà accolta').waitFor()
  await shot(page, 'admin-refuse')
  await dialog.getByRole('button', { name: 'Sì, rifiuta' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Non accolta' }).waitFor()
  const mail = await arrived('dina@posta.example', 'non accolta')
  expect(mail.text).toContain('Manca un recapito a cui risponderti.')
  await page.close()
})

test('unsaved changes are saved before a step, never lost', async () => {
  const { id } = await member('Elsa')
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-card').getByText('Elsa F.').waitFor()
  await page.locator('#field-headline').fill('Restauro sedie e cassapanche')
  await page.getByRole('button', { name: 'Approva' }).click()
  await page.locator('.mokor-ask').getByRole('button', { name: 'Salva e continua' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Attiva' }).waitFor()
  expect((await listed()).members.map(({ name }) => name)).toContain('Elsa F.')
  const { members } = (await (await fetch(`${network.url}/api/mokor/v1/members?q=cassapanche`)).json()) as Listed
  expect(members.map(({ name }) => name)).toEqual(['Elsa F.'])
  await page.close()
})

test('a step the API refuses says why and marks the fields', async () => {
  const { id } = await member('Fosca', { headline: 'Scrivimi a fosca@posta.example' })
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-hints').getByText('Sembra esserci un’e-mail').waitFor()
  await page.getByRole('button', { name: 'Approva' }).click()
  await toast(page, 'Non è stato possibile').waitFor()
  await page.locator('.field-type.error #field-headline, .field-type.error:has(#field-headline)').first().waitFor()
  await page.close()
})

test('a mail that does not leave shows its cause, and is sent again once its address is mended', async () => {
  const { id } = await member('Gina')
  mailbox.refuse('gina@posta.example', 550)
  await asOwner(`/members/${id}/mokor/approve`, { method: 'POST', data: {} })
  const page = await signedIn.newPage()
  await until('a mail that did not leave', async () => {
    const { docs } = await asOwner(`/mokor-outbox?where[target][equals]=${id}`)
    return docs[0]?.lastError ? docs[0] : null
  })
  await page.goto(`${network.url}/admin/collections/mokor-outbox`)
  await page.locator('tr', { hasText: '550' }).getByRole('link', { name: 'La tua scheda è attiva' }).click()
  await page.locator('.mokor-mail pre', { hasText: '550' }).waitFor()
  await page.locator('.mokor-mail').getByText('Correggi l’e-mail nel documento').waitFor()
  await page.locator('.mokor-mail').getByRole('heading', { name: 'La tua scheda è attiva' }).waitFor()
  await shot(page, 'admin-mail')
  const mail = page.url()
  await page.locator('.mokor-mail').getByRole('link', { name: 'Apri il documento' }).click()
  await page.waitForURL(`**/collections/members/${id}`)
  await tab(page, 'Contatti')
  await page.locator('#field-email').fill('gina.giusta@posta.example')
  await page.locator('#action-save').click()
  await toast(page, 'aggiornato con successo').waitFor()
  await page.goto(mail)
  await page.getByRole('button', { name: 'Manda di nuovo' }).click()
  await toast(page, 'Rimessa in coda').waitFor()
  await arrived('gina.giusta@posta.example', 'attiva')
  await page.close()
})

test('a mail whose address nobody can correct is given up', async () => {
  const { id } = await member('Lea')
  mailbox.refuse('lea@posta.example', 550)
  await asOwner(`/members/${id}/mokor/approve`, { method: 'POST', data: {} })
  const row = await until('a mail that did not leave', async () => {
    const { docs } = await asOwner(`/mokor-outbox?where[target][equals]=${id}`)
    return docs[0]?.status === 'failed' ? docs[0] : null
  })
  const page = await signedIn.newPage()
  await page.goto(documentPage('mokor-outbox', row.id))
  await page.getByRole('button', { name: 'Lascia perdere' }).click()
  await page.locator('.mokor-ask').getByText('non partirà più').waitFor()
  await page.locator('.mokor-ask').getByRole('button', { name: 'Sì, lascia perdere' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Lasciata perdere' }).waitFor()
  await page.close()
})

test('a member is paused, then suspended with a reason that reaches the person', async () => {
  const { id } = await member('Ines')
  await asOwner(`/members/${id}/mokor/approve`, { method: 'POST', data: {} })
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  const dialog = page.locator('.mokor-ask')
  await page.getByRole('button', { name: 'Metti in pausa' }).click()
  await dialog.getByText('la persona lo saprà subito per mail').waitFor()
  await dialog.getByRole('button', { name: 'Sì, metti in pausa' }).click()
  await toast(page, 'In pausa').waitFor()
  await arrived('ines@posta.example', 'in pausa')
  await page.getByRole('button', { name: 'Sospendi' }).click()
  await dialog.locator('textarea').fill('Due persone dicono che non ti sei presentata.')
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByText('la persona lo saprà per mail').waitFor()
  await dialog.getByRole('button', { name: 'Sì, sospendi' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Sospesa' }).waitFor()
  expect((await arrived('ines@posta.example', 'sospesa')).text).toContain('non ti sei presentata')
  await page.close()
})

test('a request nobody has confirmed: the mail goes again, then it is confirmed by phone, taken and closed', async () => {
  const { reference } = await asked('Sistemare una ringhiera di ferro')
  const first = await arrived('pia@posta.example', `Conferma la richiesta ${reference}`)
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/commissions?where[reference][equals]=${reference}`)
  await page.getByRole('link', { name: /Sistemare una ringhiera/ }).click()
  await page.getByRole('button', { name: 'Rimanda la mail' }).click()
  await toast(page, 'La mail riparte').waitFor()
  await until('the second mail', () =>
    mailbox.mails.find((mail) => mail !== first && mail.subject === `Conferma la richiesta ${reference}`),
  )
  await page.getByRole('button', { name: 'Confermata per telefono' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Ricevuta' }).waitFor()
  await arrived('pia@posta.example', `${reference} ricevuta`)
  await page.getByRole('button', { name: 'Prendi in carico' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Presa in carico' }).waitFor()
  await page.getByRole('button', { name: 'Chiudi', exact: true }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('non si può riaprire').waitFor()
  await dialog.getByRole('button', { name: 'Sì, chiudi' }).click()
  await page.locator('.mokor-panel__status', { hasText: 'Chiusa' }).waitFor()
  await arrived('pia@posta.example', `${reference}: chiusa`)
  await page.close()
})

test('somebody who only has a phone is entered as a member, and nothing promises them a mail', async () => {
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/members/create`)
  await page.getByText('Dopo il salvataggio la scheda è da approvare').waitFor()
  await page.getByRole('heading', { name: 'Nuova scheda' }).waitFor()
  await page.locator('#field-firstName').fill('Nives')
  await page.locator('#field-lastName').fill('Conti')
  await choose(page, 'kind', 'Lavora occasionalmente')
  await page.locator('#field-headline').fill('Orli, cerniere, tende')
  await page.locator('#field-experience').fill('Vent’anni in sartoria.')
  await choose(page, 'channel', 'Telefono')
  await tab(page, 'Contatti')
  await page.locator('#field-phone').fill('+39 333 765 4321')
  // What was agreed on the phone, one press each.
  await tab(page, 'Consensi e note')
  const agreed = page.locator('.mokor-agreed')
  await agreed.getByText('Ha detto sì a…').waitFor()
  for (const words of ['Ha almeno 18 anni', 'Accetta le regole della rete']) {
    await agreed.getByRole('button', { name: words }).click()
    await agreed.getByRole('button', { name: words }).waitFor({ state: 'detached' })
  }
  expect(await axe(page, '.mokor-agreed')).toEqual([])
  await shot(page, 'admin-consents')
  await page.locator('#action-save').click()
  await page.locator('.mokor-hints').getByText('Non ha un’e-mail: telefona.').waitFor()
  await page.getByRole('button', { name: 'Rifiuta' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('Restano nella storia').waitFor()
  await dialog.locator('textarea').fill('Fuori dalla zona che seguiamo.')
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByText('la persona lo saprà solo se telefoni').waitFor()
  expect(await read('members', page.url().split('/').at(-1) ?? '')).toMatchObject({
    consents: [
      { what: 'adult', how: 'phone', by: owner.email },
      { what: 'rules', how: 'phone', by: owner.email },
    ],
  })
  await dialog.getByRole('button', { name: 'Sì, rifiuta' }).click()
  await toast(page, 'Non ha un’e-mail: telefona').waitFor()
  await tab(page, 'Storia')
  await page.locator('.mokor-timeline').getByText('Fuori dalla zona che seguiamo.').waitFor()
  await page.close()
})

test('a request that came by phone is entered, and declined with a reason that stays in its history', async () => {
  const page = await signedIn.newPage()
  await page.goto(`${network.url}/admin/collections/commissions/create`)
  await page.locator('#field-description').fill('Imbiancare una cucina di dodici metri')
  await tab(page, 'Chi chiede')
  await page.locator('#field-client__name').fill('Ugo Verdi')
  await page.locator('#field-client__phone').fill('02 1234567')
  await choose(page, 'client__contactBy', 'Telefono')
  await page.locator('#action-save').click()
  await page.locator('.mokor-panel__status', { hasText: 'Ricevuta' }).waitFor()
  await page.locator('.mokor-hints').getByText('Non ha un’e-mail: telefona.').waitFor()
  await page.getByRole('button', { name: 'Declina' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('Restano nella storia').waitFor()
  await dialog.locator('textarea').fill('Nessuno libero prima dell’estate.')
  await dialog.getByRole('button', { name: 'Continua' }).click()
  await dialog.getByRole('button', { name: 'Sì, declina' }).click()
  await toast(page, 'Non accolta. Non c’è un’e-mail').waitFor()
  await tab(page, 'Storia')
  await page.locator('.mokor-timeline').getByText('Nessuno libero prima dell’estate.').waitFor()
  await page.close()
})

test('towns and languages are written by name, amounts in euros, and rows say what they hold', async () => {
  const { id } = await member('Norma')
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-panel').waitFor()
  await page.locator('form[data-form-ready="true"]').waitFor()
  await tab(page, 'Cosa sa fare')
  await page
    .locator('.array-field__row-header, .collapsible__header-wrap', { hasText: 'Riparo infissi' })
    .first()
    .waitFor()
  await tab(page, 'Consensi e note')
  await page
    .getByText(/^Ho almeno 18 anni · |^Maggiore età · |18 anni.* · /)
    .first()
    .waitFor()
  // Payload loses what a row holds when the row is added while another change is on its way: this change comes first.
  await page.locator('#field-consents .array-field__add-row').click()
  await page.getByText('Nuovo consenso').first().waitFor()
  await choose(page, 'consents__3__what', 'Accetta le regole')
  await page.locator('.tabs-field__tab-button').first().click()
  await choose(page, 'languages', 'francese')
  await tab(page, 'Dove e quando')
  await choose(page, 'radiusKm', 'Tutta Italia')
  const town = page.locator('#field-place__municipality')
  expect(await town.inputValue()).toBe('Monza (MB)')
  await town.fill('Bergam')
  const suggested = page.locator('#field-place__municipality + datalist option')
  await suggested.first().waitFor({ state: 'attached' })
  expect(await suggested.first().getAttribute('value')).toBe('Bergamo (BG)')
  await town.fill('Bergamo (BG)')
  await page.locator('#action-save').click()
  await toast(page, 'aggiornato').waitFor()
  await until('the town’s name', async () => (await town.inputValue()) === 'Bergamo (BG)')
  expect(await read('members', id)).toMatchObject({
    languages: ['fr'],
    place: { municipality: '016024', province: 'BG' },
    radiusKm: null,
  })
  const columns = encodeURIComponent('["title","place.municipality","languages","radiusKm"]')
  // Payload remembers how this editor sorted the list before.
  await page.goto(`${network.url}/admin/collections/members?sort=-since&columns=${columns}`)
  const row = page.locator('tr', { hasText: 'Norma' })
  for (const words of ['Bergamo (BG)', 'francese', 'Tutta Italia'])
    await row.locator('td', { hasText: words }).first().waitFor()

  await page.goto(`${network.url}/admin/collections/donations/create`)
  const amount = page.locator('#field-amountCents')
  await amount.fill('12,5')
  expect(await amount.inputValue()).toBe('12,5')
  await page.locator('#field-donor__name').fill('Bice Monti')
  await page.locator('#action-save').click()
  await page.locator('.mokor-panel__status', { hasText: 'Promessa' }).waitFor()
  await until('the whole amount', async () => (await amount.inputValue()) === '12,50')
  expect(await read('donations', page.url().split('/').at(-1) ?? '')).toMatchObject({ amountCents: 1250 })
  await page.goto(`${network.url}/admin/collections/donations`)
  await page.locator('td', { hasText: '12,50' }).first().waitFor()
  await page.close()
})

test('in English, in the dark and on a phone it is whole', async () => {
  const { id } = await member('Hedy')
  const context = await likeOwner('en', 'dark', 390)
  const page = await context.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-panel').getByRole('button', { name: 'Approve' }).waitFor()
  await page.locator('.mokor-card').getByText('Hedy F.').waitFor()
  expect(await overflows(page)).toBe(false)
  expect(await axe(page, '.mokor-panel')).toEqual([])
  await shot(page, 'admin-member-phone')
  await page.goto(`${network.url}/admin`)
  await page.locator('.mokor-today').getByText('request').waitFor()
  expect(await axe(page, '.mokor-today')).toEqual([])
  expect(await overflows(page)).toBe(false)
  await context.close()
})

test('documents and lists of every room fit a phone, in Italian', async () => {
  const [{ id: skill }, { id: team }] = await Promise.all([
    created('skills', { names: { it: 'Restauro di serramenti antichi in legno' }, sector: 'crafts' }),
    created('teams', { name: 'Squadra dei serramenti e delle persiane' }),
    // With the mail that asks to confirm it.
    asked('Restaurare tre finestre antiche in legno di castagno'),
  ])
  const newest = async (slug: string): Promise<string> => (await asOwner(`/${slug}?limit=1&depth=0`)).docs[0].id
  const pages = [
    documentPage('skills', skill),
    documentPage('teams', team),
    documentPage('commissions', await newest('commissions')),
    documentPage('mokor-outbox', await newest('mokor-outbox')),
    documentPage('donations', (await donation()).id),
  ]
  const context = await likeOwner('it', 'light', 390)
  const page = await context.newPage()
  for (const address of [...pages, ...pages.map((one) => one.replace(/\/[^/]+$/, ''))]) {
    await page.goto(address)
    await page.locator('.collection-edit form, .collection-list').first().waitFor()
    expect([address, await overflows(page)]).toEqual([address, false])
    // Payload's bar for a selection lies over the rows.
    expect([address, await page.locator('.collection-list__list-selection').isVisible()]).toEqual([address, false])
  }
  await context.close()
})

test('an editor, who only looks at donations, is offered no steps for several of them', async () => {
  await donation()
  await created('users', { email: 'redazione@rete.example', password: owner.password, mokorRoles: ['editor'] })
  const context = await newContext('it')
  await context.request.post(`${network.url}/api/users/login`, {
    data: { email: 'redazione@rete.example', password: owner.password },
  })
  const page = await context.newPage()
  const steps = async (slug: string): Promise<number> => {
    await page.goto(`${network.url}/admin/collections/${slug}`)
    await page.locator('tbody').getByRole('checkbox').first().check()
    await page.locator('.list-selection').waitFor()
    return page.locator('.mokor-bulk').count()
  }
  expect(await steps('members')).toBe(1)
  expect(await steps('donations')).toBe(0)
  await context.close()
})

test('our pages of the admin bring no kind of finding that a bare Payload page has not', async () => {
  const rules = async (address: string, ready: string): Promise<Set<string>> => {
    const page = await signedIn.newPage()
    await page.goto(network.url + address)
    await page.locator(ready).first().waitFor()
    const found = await axe(page, 'body')
    await page.close()
    return new Set(found.map((line) => line.split(' ')[0] as string))
  }
  const bare = new Set([
    ...(await rules('/admin/collections/users', '.collection-list')),
    // Payload draws its choices after everything else.
    ...(await rules('/admin/account', '.payload-settings__language .dropdown-indicator')),
  ])
  const ours = new Set([
    ...(await rules('/admin', '.mokor-today')),
    ...(await rules('/admin/mokor/desk', '.mokor-queue')),
    ...(await rules('/admin/mokor/own-words', '.mokor-own')),
    ...(await rules('/admin/collections/members', '.collection-list')),
    ...(await rules('/admin/collections/mokor-outbox', '.collection-list')),
  ])
  expect([...ours].filter((rule) => !bare.has(rule))).toEqual([])
})

test('an owner reads in the security log who signed in and who read a person’s file', async () => {
  const { id } = await member('Zita')
  const page = await signedIn.newPage()
  await page.goto(documentPage('members', id))
  await page.locator('.mokor-panel').waitFor()
  await page.goto(`${network.url}/admin/collections/mokor-security-log`)
  await page.locator('tr', { hasText: 'Aderente: Zita' }).getByText('Scheda letta').first().waitFor()
  await page.locator('tbody').getByText('Accesso all’amministrazione').first().waitFor()
  await shot(page, 'admin-security-log')
  await page.close()
})

test('whoever has no role sees nothing of the network', async () => {
  await created('users', { email: 'ospite@rete.example', password: owner.password })
  const context = await newContext('it')
  await context.request.post(`${network.url}/api/users/login`, {
    data: { email: 'ospite@rete.example', password: owner.password },
  })
  const page = await context.newPage()
  await page.goto(`${network.url}/admin`)
  await page.locator('.dashboard').waitFor()
  expect(await page.locator('.mokor-today').count()).toBe(0)
  await context.close()
})

const arrived = (to: string, words: string) =>
  until(`a mail to ${to} with “${words}”`, () =>
    mailbox.mails.find((mail) => mail.to.includes(to) && mail.subject.includes(words)),
  )
