// One story from end to end: readers of the partner's blog, their mailbox, and the editor at the desk of the built network.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { startBlog } from '../../examples/partner-blog/server.mjs'
import { axe, closeBrowser, overflows, shot, visit } from '../support/blog.js'
import { type Desk, openDesk } from '../support/desk.js'
import { tabTo } from '../support/keyboard.js'
import { type Mailbox, type ReceivedMail, startMailbox } from '../support/mailbox.js'
import { type Network, startNetwork } from '../support/network.js'
import { freePort } from '../support/ports.mjs'
import { decode } from '../support/qr.js'
import { until } from '../support/until.js'

const patience = 60_000
const ugo = { name: 'Ugo S.', email: 'ugo.sala@posta.example', phone: '+39 333 765 4321' }
const helper = { name: 'Nora Bo', email: 'nora.bo@posta.example' }
const carla = { name: 'Carla Neri', email: 'carla.neri@posta.example' }
const ada = { name: 'Ada Verdi', email: 'ada.verdi@posta.example' }
const dino = { name: 'Dino Rota', email: 'dino.rota@posta.example' }
const neighbours = 13
const elsewhere = 2

let network: Network
let mailbox: Mailbox
let blog: Awaited<ReturnType<typeof startBlog>>
let desk: Desk
let pictures: string

beforeAll(async () => {
  pictures = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-pictures-'))
  mailbox = await startMailbox()
  // The network admits the blog by its address, and the blog names the network: one of them must know before it starts.
  const port = await freePort()
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/story${process.pid}?`),
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    PICTURES_DIR: pictures,
    BLOG_ORIGIN: `http://localhost:${port}`,
  })
  blog = await startBlog({ network: network.url, port })
  desk = await openDesk(network)
  await addNeighbours()
}, 400_000)

afterAll(async () => {
  await closeBrowser()
  await blog?.close()
  await network?.close()
  await mailbox?.stop()
  fs.rmSync(pictures, { recursive: true, force: true })
})

describe('a member', () => {
  test('joins with a helper, confirms by the button of the mail’s page, and is approved at the desk', async () => {
    const id = await member()
    const { doc } = await oneOf('members', id)
    expect(doc).toMatchObject({ status: 'active', reach: 'public', kind: 'never-employed', helper })
    await arrived(ugo.email, 'La tua scheda è attiva')
  })

  test('is found by words, in a province, and near a municipality', async () => {
    await member()
    const { page, done } = await read('/chi-lo-sa-fare.html')
    // The page begins in the province of Bergamo.
    await page.getByText(`${neighbours + 1} persone e aziende`).waitFor()
    await page.getByRole('button', { name: 'Togli Bergamo' }).click()
    await page.getByText(`${neighbours + 1 + elsewhere} persone e aziende`).waitFor()

    await page.getByRole('searchbox').fill('rammendo')
    await page.getByText('Una persona o azienda').waitFor()
    expect(await names(page)).toEqual([ugo.name])
    await page.getByRole('searchbox').fill('')
    await page.getByText(`${neighbours + 1 + elsewhere} persone e aziende`).waitFor()

    await page.getByRole('button', { name: 'Provincia' }).click()
    const provinces = page.getByRole('group', { name: 'Provincia' })
    expect(await provinces.locator('label').allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`Bergamo\\s*${neighbours + 1}`)),
      expect.stringMatching(new RegExp(`Milano\\s*${elsewhere}`)),
    ])
    await provinces.getByLabel(/Milano/).check()
    await page.getByText(`${elsewhere} persone e aziende`).waitFor()
    expect(await names(page)).not.toContain(ugo.name)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Togli Milano' }).click()
    await page.getByText(`${neighbours + 1 + elsewhere} persone e aziende`).waitFor()

    await page.getByLabel('Vicino a').click()
    await page.getByRole('combobox', { name: 'Vicino a' }).fill('Nembro')
    await page.getByRole('option', { name: /^Nembro/ }).click()
    await page.getByLabel('Entro').selectOption('10 km')
    await page.getByRole('button', { name: 'Togli vicino a Nembro' }).waitFor()
    await page
      .locator('.card', { hasText: ugo.name })
      .getByText(/^Albino \(BG\) · a \d km$/)
      .waitFor()
    expect(await names(page)).not.toContain('Milo F.')
    await shot(page, 'story-near')
    await done()
  }, 120_000)

  test('is read in place, and the list comes back where it was', async () => {
    await member()
    const { page, done } = await read('/chi-lo-sa-fare.html', { viewport: { width: 390, height: 600 } })
    await card(page, 'F.').first().waitFor()
    await everyCard(page)
    await card(page, ugo.name).evaluate((link) => link.scrollIntoView({ block: 'center' }))
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(200)
    await card(page, ugo.name).click()
    await page.getByRole('heading', { name: ugo.name }).waitFor()
    await page.getByText('Ho aiutato mia zia per due estati.').waitFor()
    expect(page.url()).toContain('#mokor=ugo-s-')
    await page.getByRole('button', { name: /Torna ai risultati/ }).click()
    await card(page, ugo.name).waitFor()
    await page.waitForFunction((at) => Math.abs(scrollY - at) < 2, before)
    expect(page.url()).not.toContain('#')
    await done()
  }, 120_000)

  test('is written to: the message arrives when its sender has confirmed, and no address is given away', async () => {
    const slug = await slugOf(await member())
    const { page, done } = await read(`/chi-lo-sa-fare.html#mokor=${slug}`)
    await page.getByRole('button', { name: `Scrivi a ${ugo.name}` }).click()
    await page.getByRole('textbox', { name: 'Messaggio' }).fill('Ho tre maglioni di lana bucati dalle tarme.')
    await page.getByRole('textbox', { name: 'Nome e cognome' }).fill(carla.name)
    await page.getByRole('textbox', { name: 'E-mail' }).fill(carla.email)
    await page.getByRole('button', { name: 'Invia il messaggio' }).click()
    await page.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    const seenInTheBlog = await page.locator('main').ariaSnapshot()
    await done()

    const asked = await arrived(carla.email, `Conferma il messaggio per ${ugo.name}`)
    await pressIn(asked, 'Conferma e manda', async () => {
      expect(await queued('message-relay')).toBe(0)
      expect(mailbox.mails.filter(({ text }) => text.includes('maglioni'))).toEqual([])
    })
    const message = await arrived(ugo.email, `${carla.name} ti scrive`)
    expect(message.text).toContain('Ho tre maglioni di lana bucati dalle tarme.')
    expect(message.headers['reply-to']).toContain(carla.email)
    const told = await arrived(carla.email, `Messaggio consegnato a ${ugo.name}`)

    const api = `${network.url}/api/mokor/v1`
    const pages = await Promise.all(
      [`/members?q=rammendo`, `/members/${slug}`, `/pages/members/${slug}`, '/pages/directory?q=rammendo'].map(
        async (address) => {
          const answer = await fetch(api + address)
          expect([address, answer.status]).toEqual([address, 200])
          return answer.text()
        },
      ),
    )
    for (const seen of [...pages, seenInTheBlog]) expect(seen).toContain('rammendo')
    for (const seen of [...pages, seenInTheBlog, asked.raw, asked.text, asked.html, told.raw, told.text, told.html])
      for (const secret of [ugo.email, 'Sala', '7654321', helper.name, helper.email]) expect(seen).not.toContain(secret)
  }, 120_000)

  test('kept to the network, is gone from list, count, filters and own address at the next look', async () => {
    const id = await member()
    const slug = await slugOf(id)
    const page = await desk.context.newPage()
    await page.goto(`${network.url}/admin/collections/members/${id}`)
    const reach = page.locator('#field-reach')
    await reach.locator('.rs__control').click()
    await reach.locator('.rs__option', { hasText: 'Solo la rete' }).click()
    await page.locator('#action-save').click()
    await page.locator('.mokor-card').getByText('Solo la rete: al pubblico non si mostra.').waitFor()
    await page.close()

    const blogPage = await read('/chi-lo-sa-fare.html')
    await blogPage.page.getByText(`${neighbours} persone e aziende`).waitFor()
    await everyCard(blogPage.page)
    expect(await names(blogPage.page)).not.toContain(ugo.name)
    await blogPage.page.getByRole('button', { name: 'Provincia' }).click()
    expect(
      await blogPage.page.getByRole('group', { name: 'Provincia' }).locator('label').first().textContent(),
    ).toMatch(new RegExp(`Bergamo\\s*${neighbours}$`))
    await blogPage.page.keyboard.press('Escape')
    await blogPage.page.getByRole('searchbox').fill('rammendo')
    await blogPage.page.getByText('Qui non c’è ancora nessuno').waitFor()
    await blogPage.done()

    for (const address of [`/members/${slug}`, `/pages/members/${slug}`])
      expect([address, (await fetch(`${network.url}/api/mokor/v1${address}`)).status]).toEqual([address, 404])
    const old = await visit(`${blog.origin}/chi-lo-sa-fare.html#mokor=${slug}`)
    await old.page.getByText('Questa scheda non c’è').waitFor()
    // The browser itself writes down each answer 404; nothing else is said.
    expect(old.complaints.filter((line) => !line.includes('404'))).toEqual([])
    await old.close()
  }, 120_000)
})

test('a request goes by keyboard alone, is confirmed, taken on, and followed from the mail', async () => {
  const { page, done } = await read('/chiedi.html')
  await page.getByRole('form').waitFor()
  const keys = page.keyboard
  await tabTo(page, 'description')
  await keys.type('Rammendare sei tende di cotone')
  await tabTo(page, 'mode')
  await keys.press('Space')
  await page.getByRole('combobox', { name: 'Comune' }).waitFor()
  await tabTo(page, 'input')
  // Before it comes the field for trades, of the same make.
  while (!(await page.getByRole('combobox', { name: 'Comune' }).evaluate(hasFocus))) {
    await keys.press('Tab')
    await tabTo(page, 'input')
  }
  await keys.type('Albino')
  await page.getByRole('option', { name: /^Albino/ }).waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await tabTo(page, 'soon')
  await keys.press('Space')
  await tabTo(page, 'name')
  await keys.type(ada.name)
  await keys.press('Tab')
  await keys.type(ada.email)
  await tabTo(page, 'share')
  await keys.press('Space')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
  const [request] = (await listOf('commissions')).docs
  const { id, reference } = request as Doc
  await page.getByText(reference).waitFor()
  await done()

  const status = async () => (await oneOf('commissions', id)).doc.status
  await pressIn(await arrived(ada.email, `Conferma la richiesta ${reference}`), 'Conferma la richiesta', async () =>
    expect(await status()).toBe('unconfirmed'),
  )
  const received = await arrived(ada.email, `Richiesta ${reference} ricevuta`)
  expect(await status()).toBe('received')
  expect((await arrived('redazione@rete.example', `Nuova richiesta ${reference}`)).text).not.toContain(ada.email)
  await onStatusPage(received, 'La richiesta è arrivata alla rete.')

  const atDesk = await desk.context.newPage()
  await atDesk.goto(`${network.url}/admin`)
  await atDesk.locator('[data-mokor-pile=commissions]').click()
  await atDesk.locator('[data-mokor-row]', { hasText: 'Rammendare sei tende' }).click()
  const sheet = atDesk.locator('.mokor-sheet', { hasText: reference })
  await sheet.getByRole('button', { name: 'Prendi in carico' }).click()
  await sheet.locator('.mokor-sheet__status', { hasText: 'Presa in carico' }).waitFor()
  await atDesk.close()
  await onStatusPage(received, 'Una persona della rete se ne sta occupando.')
}, 180_000)

test('a pledge: slip, QR, mail and desk give the same reference', async () => {
  const { page, done } = await read('/sostieni.html')
  await page.getByLabel('25 €').check()
  await page.getByRole('textbox', { name: 'E-mail' }).fill(dino.email)
  await page.getByRole('button', { name: 'Prepara il bonifico' }).click()
  await page.getByRole('heading', { name: 'Grazie! Ora manca il bonifico' }).waitFor()
  const qr = page.getByRole('img', { name: /^Codice QR/ })
  await qr.waitFor()
  const lines = await page.locator('mokor-donate dd span').allTextContents()
  const reference = lines.at(-1) as string
  expect(reference).toMatch(/^RF\d\d[A-Z0-9]{8}$/)
  const { data, info } = await sharp(await qr.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const epc = decode(new Uint8ClampedArray(data), info.width, info.height)?.data.split('\n')
  expect(epc).toEqual(expect.arrayContaining(['BCD', 'SCT', 'IT60X0542811101000000123456', reference]))
  expect(epc?.find((line) => line.startsWith('EUR'))).toMatch(/^EUR25(\.00)?$/)
  await done()

  const mail = await arrived(dino.email, `donazione ${reference}`)
  for (const words of [reference, 'IT60 X054 2811 1010 0000 0123 456', 'Associazione Rete Mokor demo'])
    expect(mail.text).toContain(words)
  const atDesk = await desk.context.newPage()
  await atDesk.goto(`${network.url}/admin`)
  await atDesk.locator('[data-mokor-pile=donations]').click()
  await atDesk.locator('[data-mokor-row]', { hasText: reference }).click()
  await atDesk.locator('.mokor-sheet dd').getByText(reference, { exact: true }).waitFor()
  await atDesk.close()
}, 120_000)

test('the same elements serve inside React: its state goes in, their events come out, forms are sent', async () => {
  const plain = await read('/chi-lo-sa-fare.html')
  await card(plain.page, 'F.').first().waitFor()
  await everyCard(plain.page)
  const inThePlainPage = await names(plain.page)
  await plain.done()

  const { page, complaints, close } = await visit(`${network.url}/widgets-in-react`)
  page.setDefaultTimeout(patience)
  const heard = page.locator('output')
  await page.getByLabel(/Provincia/).selectOption('MI')
  await page.getByText(`${elsewhere} persone e aziende`).waitFor()
  expect(await names(page)).toEqual(['Milo F.', 'Milo F.'])
  await page.getByLabel(/Provincia/).selectOption('')
  await page.getByRole('button', { name: 'Togli Milano' }).waitFor({ state: 'detached' })
  await everyCard(page)
  expect((await names(page)).filter((name) => name !== 'Milo F.').toSorted()).toEqual(inThePlainPage.toSorted())

  await card(page, 'Milo F.').first().click()
  await page.getByRole('button', { name: 'Scrivi a Milo F.' }).waitFor()
  await heard.getByText('Aperta la scheda: Milo F.').waitFor()
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await card(page, 'Milo F.').first().waitFor()

  for (const form of ['mokor-commission-form', 'mokor-join-form']) await page.locator(form).getByRole('form').waitFor()
  const donation = page.locator('mokor-donate')
  // What React gives as a property, not what the element offers by itself.
  await donation.getByLabel('50 €').waitFor()
  expect(await donation.getByLabel('100 €').count()).toBe(0)
  await donation.getByLabel('25 €').check()
  await donation.getByRole('button', { name: 'Prepara il bonifico' }).click()
  await donation.getByRole('heading', { name: 'Grazie! Ora manca il bonifico' }).waitFor()
  await heard.getByText('Un modulo è partito.').waitFor()
  await shot(page, 'story-react')
  expect(await axe(page, 'main')).toEqual([])
  expect(complaints).toEqual([])
  await close()

  const phone = await visit(`${network.url}/en/widgets-in-react`, { viewport: { width: 280, height: 800 } })
  phone.page.setDefaultTimeout(patience)
  await phone.page.getByText('people and companies').waitFor()
  await phone.page.locator('mokor-donate').getByRole('form').waitFor()
  await shot(phone.page, 'story-react-en-280')
  expect(await overflows(phone.page)).toBe(false)
  expect(phone.complaints).toEqual([])
  await phone.close()
}, 120_000)

describe('to whoever listens to the page', () => {
  test.each([
    [
      'search',
      '/chi-lo-sa-fare.html',
      '[role=search]',
      [
        'heading "Chi lo sa fare" [level=1]',
        'search "Cerca persone e mestieri"',
        'searchbox "Cerca persone e mestieri"',
        'textbox "Vicino a"',
        'button "Cerca"',
        'group "Filtri"',
        'button "Capacità"',
        'button "Provincia · 1"',
        'button "Chi"',
        'button "Modo di lavorare"',
        'group "Filtri scelti"',
        'button "Togli Bergamo"',
        'status:',
        'list "Persone e aziende"',
        'listitem',
        'heading "',
        'link "',
      ],
    ],
    [
      'request',
      '/chiedi.html',
      'form',
      [
        'heading "Che lavoro ti serve?" [level=1]',
        'form',
        'group "Chi chiede?',
        'radio "Una persona" [checked]',
        'textbox "Che lavoro serve?',
        'textbox "Mestiere, se si conosce',
        'group "Dove si svolge?',
        'radio "In un luogo"',
        'group "Per quando?',
        'group "Chi sceglie?',
        'radio "La rete propone" [checked]',
        'textbox "Nome e cognome"',
        'textbox "E-mail',
        'checkbox "La rete può mostrare la richiesta',
        'button "Invia la richiesta"',
      ],
    ],
    [
      'pledge',
      '/sostieni.html',
      'form',
      [
        'heading "La rete vive di donazioni" [level=1]',
        'form',
        'group "Quanto vuoi donare?',
        'radio "10 €"',
        'radio "100 €"',
        'radio "Altro"',
        'group "Ogni quanto?',
        'radio "Una volta" [checked]',
        'group "Chi dona?',
        'textbox "Nome',
        'textbox "E-mail',
        'group "Come vuoi comparire?',
        'radio "Preferisco non comparire" [checked]',
        'textbox "Un messaggio',
        'button "Prepara il bonifico"',
      ],
    ],
  ])(
    '%s is told in order',
    async (_name, address, ready, order) => {
      const { page, done } = await read(address)
      await page.locator(`main ${ready}`).first().waitFor()
      if (ready === '[role=search]') await card(page, 'F.').first().waitFor()
      const tree = (await page.locator('main').ariaSnapshot()).replaceAll('\u00a0', ' ')
      expect(unsaid(tree, order)).toEqual([])
      await done()
    },
    120_000,
  )
})

/** Words of `order` that do not follow the ones before, each shown with the tree that lacks it. */
function unsaid(tree: string, order: readonly string[]): string[] {
  let at = 0
  return order.flatMap((words) => {
    const found = tree.indexOf(words, at)
    if (found < 0) return [`${words} — not in:\n${tree.slice(at)}`]
    at = found + words.length
    return []
  })
}

/** A page of the blog; `done` closes it, and wants that the browser has had nothing to complain of. */
async function read(address: string, options?: BrowserContextOptions) {
  const { page, complaints, close } = await visit(blog.origin + address, options)
  page.setDefaultTimeout(patience)
  return {
    page,
    async done() {
      await close()
      expect(complaints).toEqual([])
    },
  }
}

const card = (page: Page, name: string): Locator => page.locator('.card a', { hasText: name })
const names = (page: Page): Promise<string[]> => page.locator('.card a').allTextContents()
const hasFocus = (input: Element): boolean => (input.getRootNode() as ShadowRoot).activeElement === input

async function everyCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mostra altri' }).click()
  await page.getByRole('button', { name: 'Mostra altri' }).waitFor({ state: 'detached' })
}

const arrived = (to: string, words: string): Promise<ReceivedMail> =>
  until(`a mail to ${to} with “${words}”`, () =>
    mailbox.mails.find((mail) => mail.to.includes(to) && mail.subject.includes(words)),
  )

function linkIn({ subject, text }: ReceivedMail): string {
  const link = /https?:\S+\/pages\/link\/\S+/.exec(text)?.[0]
  if (!link) throw new Error(`no link in “${subject}”:\n${text}`)
  return link
}

/** Opens the mail's link, twice, as mail scanners do; `untouched` is asked then. Only the button acts. */
async function pressIn(mail: ReceivedMail, button: string, untouched: () => Promise<void>): Promise<void> {
  const { page, complaints, close } = await visit(linkIn(mail))
  page.setDefaultTimeout(patience)
  await page.getByRole('button', { name: button }).waitFor()
  await page.reload()
  await untouched()
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('button', { name: button }).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await close()
}

async function onStatusPage(mail: ReceivedMail, words: string): Promise<void> {
  const { page, complaints, close } = await visit(linkIn(mail))
  page.setDefaultTimeout(patience)
  await page.getByText(words).waitFor()
  expect(complaints).toEqual([])
  await close()
}

interface Doc {
  id: string
  slug: string
  status: string
  reference: string
}

const listOf = (collection: string): Promise<{ docs: Doc[] }> => desk.ask(`/${collection}?sort=-createdAt&depth=0`)

const oneOf = async (collection: string, id: string): Promise<{ doc: Doc }> => ({
  doc: await desk.ask<Doc>(`/${collection}/${id}?depth=0`),
})

const slugOf = async (id: string): Promise<string> => (await oneOf('members', id)).doc.slug

const queued = async (template: string): Promise<number> =>
  (await desk.ask<{ totalDocs: number }>(`/mokor-outbox?where[template][equals]=${template}`)).totalDocs

/** People who were there before: thirteen of Bergamo, two of Milano. */
async function addNeighbours(): Promise<void> {
  const people = Array.from({ length: neighbours + elsewhere }, (_, n) => ({
    kind: 'professional',
    firstName: n < neighbours ? `Persona${String.fromCharCode(65 + n)}` : 'Milo',
    // Namesakes of one town would be held back for a look.
    lastName: n === neighbours ? 'Fontana' : 'Fermi',
    displayAs: 'initial',
    headline: 'Riparo infissi e persiane',
    lang: 'it',
    skills: [{ own: 'Riparo infissi', origin: 'practised', years: 12 }],
    place: { municipality: n < neighbours ? '016024' : '015146' },
    modes: ['onsite'],
    radiusKm: 25,
    availability: { state: 'now' },
    email: `persona${n}@posta.example`,
    reach: 'public',
    channel: 'paper',
    status: 'pending',
    consents: [{ what: 'adult' }, { what: 'rules' }, { what: 'publish' }],
  }))
  const ids: string[] = []
  for (const data of people) ids.push((await desk.ask<{ doc: Doc }>('/members', { method: 'POST', data })).doc.id)
  await desk.ask('/members/mokor/approve', { method: 'POST', data: { ids } })
}

let joining: Promise<string> | null = null

/** Ugo, who joined in the blog and was approved at the desk: once, for whichever test asks first. */
function member(): Promise<string> {
  joining ??= join()
  return joining
}

async function join(): Promise<string> {
  const { page, done } = await read('/unisciti.html')
  const form = page.locator('mokor-join-form')
  await form.getByLabel('Sto compilando per un’altra persona').check()
  await form.getByLabel('Il tuo nome').fill(helper.name)
  await form.getByLabel('La tua e-mail').fill(helper.email)
  await form.getByLabel('È d’accordo e lo sa').check()
  await form.getByLabel('Cerco il primo lavoro').check()
  await form.getByLabel('Nome', { exact: true }).fill('Ugo')
  await form.getByRole('textbox', { name: 'Cognome' }).fill('Sala')
  await form.getByRole('button', { name: 'Avanti' }).click()

  await form.getByLabel('Cosa sai fare, in una riga').fill('Rimetto a nuovo maglie e tende, rammendo invisibile')
  await form.getByRole('combobox', { name: 'Le tue capacità' }).fill('rammendo di maglie')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Togli rammendo di maglie' }).waitFor()
  await form.getByLabel('Attitudine').check()
  await form.getByLabel('Che cosa hai fatto davvero?').fill('Ho aiutato mia zia per due estati.')
  await form.getByRole('button', { name: 'Avanti' }).click()

  await form.getByRole('combobox', { name: 'Il tuo comune' }).fill('Albino')
  await form.getByRole('option', { name: /^Albino/ }).click()
  await form.getByLabel('Sul posto').check()
  await form.getByLabel('Fin dove ti sposti?').selectOption('25 km')
  await form.getByLabel('Subito').check()
  await form.getByRole('textbox', { name: 'E-mail' }).fill(ugo.email)
  await form.getByLabel('Telefono').fill(ugo.phone)
  await form.getByLabel('Anche i clienti').check()
  await form.getByLabel('La rete può pubblicare').check()
  await form.getByLabel('Ho almeno 18 anni').check()
  await form.getByLabel('Accetto le regole').check()
  await form.getByRole('button', { name: 'Invia la tua adesione' }).click()
  await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
  await done()

  const { docs } = await listOf('members')
  const id = docs[0]?.id ?? ''
  const status = async () => (await oneOf('members', id)).doc.status
  await pressIn(await arrived(ugo.email, 'Conferma la tua adesione'), 'Confermo la mia adesione', async () =>
    expect(await status()).toBe('unconfirmed'),
  )
  expect(await status()).toBe('pending')

  const atDesk = await desk.context.newPage()
  await atDesk.goto(`${network.url}/admin`)
  await atDesk.locator('[data-mokor-pile=members]', { hasText: 'scheda da approvare' }).click()
  await atDesk.locator('[data-mokor-row]', { hasText: 'Ugo Sala' }).click()
  await atDesk.locator('.mokor-card').getByText(ugo.name).waitFor()
  await atDesk.getByRole('button', { name: 'Approva' }).click()
  await atDesk.locator('.mokor-desk__done', { hasText: 'Approvata' }).waitFor()
  await atDesk.close()
  return id
}
