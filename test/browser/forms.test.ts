// The forms in a partner's page, against the real API: by keyboard, with mistakes, reloaded, refused, cut off, and sent.
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { slugOf } from '../../plugin/runtime.js'
import { axe, type Blog, measureShifts, overflows, shot, slowNetwork, startBlog, visit } from '../support/blog.js'
import { focused, tabTo } from '../support/keyboard.js'
import { startPartner } from '../support/partner.js'
import { decode } from '../support/qr.js'

const { blog, site } = await startPartner()
const stranger = await startBlog()
afterAll(() => stranger.close())

await site.payload.create({
  collection: slugOf(site.payload, 'skills'),
  data: {
    slug: 'elettricista',
    names: { it: 'Elettricista', en: 'Electrician' },
    sector: 'home',
    regulated: true,
    active: true,
  },
})

type Tag = 'mokor-commission-form' | 'mokor-join-form' | 'mokor-donate'

const body = (tag: Tag, attributes = '') =>
  `<${tag} ${attributes}><a href="${site.url}/api/mokor/v1/pages/ask">Vai alla rete</a></${tag}>`

const open = async (
  tag: Tag,
  { options = {}, page = {}, from = blog }: { options?: Parameters<typeof visit>[1]; page?: object; from?: Blog } = {},
) => {
  const seen = await visit(from.publish(site.url, body(tag), page), options)
  seen.page.setDefaultTimeout(8000)
  const form = seen.page.locator(tag)
  await form.getByRole('form').waitFor()
  return { ...seen, form }
}

const stored = (key: 'commissions' | 'members' | 'donations') =>
  site.payload.find({ collection: slugOf(site.payload, key), sort: '-createdAt', limit: 5, depth: 0 })

/** Types where focus is, as somebody without a mouse does. */
const keys = (page: Page) => ({
  type: (text: string) => page.keyboard.type(text),
  press: async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name)
  },
})

describe('a request', () => {
  test('is sent by keyboard alone, and says what follows with its reference', async () => {
    const { page, form, complaints, close } = await open('mokor-commission-form')
    const { type, press } = keys(page)
    await tabTo(page, 'description')
    await type('Riparare la persiana del balcone, al secondo piano')
    await press('Tab')
    await form.locator('mokor-skills').waitFor()
    await type('falegn')
    await form.getByRole('option', { name: 'Falegname' }).waitFor()
    await press('ArrowDown', 'Enter')
    await form.getByRole('button', { name: 'Togli Falegname' }).waitFor()
    await tabTo(page, 'mode')
    await press('Space')
    await form.getByRole('combobox', { name: 'Comune' }).waitFor()
    await tabTo(page, 'input')
    await type('Alba')
    await form.getByRole('option', { name: 'Alba CN, Piemonte' }).waitFor()
    await press('ArrowDown', 'Enter')
    expect(await form.getByRole('combobox', { name: 'Comune' }).inputValue()).toBe('Alba (CN)')
    await tabTo(page, 'soon')
    await press('Space')
    await tabTo(page, 'name')
    await type('Ada Verdi')
    await press('Tab')
    await type('ada@posta.example')
    await tabTo(page, 'share')
    await press('Space')
    await shot(page, 'request-filled')
    await press('Enter')
    const heading = form.getByRole('heading', { name: 'Manca solo la conferma' })
    await heading.waitFor()
    expect(await focused(page)).toBe('Manca solo la conferma')
    const { docs } = await stored('commissions')
    expect(docs[0]).toMatchObject({
      status: 'unconfirmed',
      client: { name: 'Ada Verdi' },
      place: { municipality: '004003' },
    })
    await form.getByText(String(docs[0]?.reference)).waitFor()
    await form.getByText('Rete di prova risponde entro 3 giorni lavorativi').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    expect(await axe(page)).toEqual([])
    await shot(page, 'request-done')
    expect(complaints).toEqual([])
    await close()
  })

  test('with mistakes: the summary takes focus, and each line leads to its field', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    const summary = form.getByRole('alert')
    await summary.getByText('Manca il lavoro che serve').waitFor()
    expect(await focused(page)).toBe('summary')
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Manca il lavoro che serve',
      'Manca dove si svolge il lavoro',
      'Manca per quando serve',
      'Manca il nome di chi chiede',
      'Manca l’e-mail per confermare la richiesta',
      'Serve un sì per mostrare la richiesta a chi può lavorarci',
    ])
    expect(await axe(page)).toEqual([])
    await shot(page, 'request-mistakes')
    await summary.getByRole('link', { name: 'Manca dove' }).click()
    expect(await focused(page)).toBe('mode')
    await summary.getByRole('link', { name: 'Manca il lavoro' }).click()
    expect(await focused(page)).toBe('description')
    expect(page.url()).not.toContain('#')
    await page.keyboard.type('Una mensola')
    await summary.getByRole('link', { name: 'Manca il lavoro' }).waitFor({ state: 'detached' })
    expect(await form.getByLabel('Che lavoro serve?').getAttribute('aria-invalid')).toBeNull()
    await close()
  })

  test('a mistake that no longer is one goes, whatever field was changed', async () => {
    const { form, close } = await open('mokor-commission-form')
    const summary = form.getByRole('alert')
    await form.getByLabel('In un luogo').check()
    await form.locator('[name=contactBy][value=phone]').check()
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await summary.getByRole('link', { name: 'Manca il comune' }).waitFor()
    await form.getByLabel('A distanza').check()
    await summary.getByRole('link', { name: 'Manca il comune' }).waitFor({ state: 'detached' })
    await summary.getByRole('link', { name: 'Manca il telefono' }).waitFor()
    await form.locator('[name=contactBy][value=email]').check()
    await summary.getByRole('link', { name: 'Manca il telefono' }).waitFor({ state: 'detached' })
    await summary.getByRole('link', { name: 'Manca il nome' }).waitFor()
    await close()
  })

  test('a second trade that is typed and not chosen is sent, though the network suggests nothing in time', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    const skills = form.getByRole('combobox', { name: 'Mestiere' })
    await skills.fill('falegn')
    await form.getByRole('option', { name: 'Falegname' }).click()
    await form.getByRole('button', { name: 'Togli Falegname' }).waitFor()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/skills?*', async (route) => {
      await held
      await route.continue()
    })
    await skills.fill('restauro')
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    release()
    const { docs } = await stored('commissions')
    expect(((docs[0]?.skills ?? []) as { own?: string }[]).map(({ own }) => own ?? '')).toEqual(['', 'restauro'])
    await close()
  })

  test('what the arrow keys marked is taken on leaving the field', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Mestiere').focus()
    const skills = form.getByRole('combobox', { name: 'Mestiere' })
    await skills.fill('falegn')
    await form.getByRole('option', { name: 'Falegname' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Togli Falegname' }).waitFor()
    expect(await form.getByRole('button', { name: /^Togli/ }).count()).toBe(1)
    await close()
  })

  test('beyond the most that can be chosen the words stay, and the form says why', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Mestiere').focus()
    const skills = form.getByRole('combobox', { name: 'Mestiere' })
    for (const own of ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei']) {
      await skills.fill(`lavoro ${own}`)
      await page.keyboard.press('Enter')
      if (own !== 'sei') await form.getByRole('button', { name: `Togli lavoro ${own}`, exact: true }).waitFor()
    }
    await form.getByText('Sono già 5: per aggiungere questa se ne toglie una.').waitFor()
    expect(await skills.inputValue()).toBe('lavoro sei')
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('alert').getByRole('link', { name: 'Non c’è più posto' }).click()
    expect(await focused(page)).toBe('input')
    await form.getByRole('button', { name: 'Togli lavoro due' }).click()
    await skills.focus()
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Togli lavoro sei' }).waitFor()
    await close()
  })

  test('a municipality that is not found is said for all to see, and so is a list that does not come', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('In un luogo').check()
    const place = form.getByRole('combobox', { name: 'Comune' })
    const said = form.locator('mokor-place').getByRole('status')
    await place.fill('Xyzzy')
    await said.getByText('Nessun comune con questo nome').waitFor()
    expect((await said.boundingBox())?.width).toBeGreaterThan(50)
    const asked = page.waitForRequest('**/places?*')
    await place.fill('X')
    await said.getByText('Nessun comune').waitFor({ state: 'detached' })
    await place.fill('Xy')
    await asked
    await page.route('**/places?*', (route) => route.abort())
    await place.fill('Alb')
    await said.getByText('L’elenco dei comuni ora non arriva').waitFor()
    await close()
  })

  test('a list longer than its room can be scrolled with the mouse', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('In un luogo').check()
    const place = form.getByRole('combobox', { name: 'Comune' })
    await place.fill('San')
    const list = form.getByRole('listbox')
    await form.getByRole('option').first().waitFor()
    const box = await list.boundingBox()
    if (!box) throw new Error('no list')
    // Where the scroll bar stands.
    await page.mouse.move(box.x + box.width - 4, box.y + 8)
    await page.mouse.down()
    await page.mouse.up()
    expect(await focused(page)).toBe('input')
    expect(await list.isVisible()).toBe(true)
    await close()
  })

  test('the page changes its language: later words, mistakes and the server’s own are in the new one', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Che lavoro serve?').fill('Una mensola in cucina')
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    await page.evaluate(() => {
      document.documentElement.lang = 'en'
    })
    await form.getByRole('button', { name: 'Clear' }).waitFor()
    expect(await form.locator('#description').inputValue()).toBe('Una mensola in cucina')
    await form.getByRole('button', { name: 'Send the request' }).click()
    await form.getByRole('alert').getByText('The name of who is asking is missing').waitFor()
    await page.route('**/commissions', async (route) => {
      const sent = route.request().postDataJSON() as object
      await route.continue({ postData: JSON.stringify({ ...sent, client: { name: 'Ada', email: 'x' } }) })
    })
    await form.getByLabel('Remote').check()
    await form.getByLabel('Soon').check()
    await form.locator('#name').fill('Ada Verdi')
    await form.getByRole('textbox', { name: 'E-mail' }).fill('ada@posta.example')
    await form.locator('#share').check()
    await form.getByRole('button', { name: 'Send the request' }).click()
    await form.getByRole('alert').getByText('address does not look right').waitFor()
    await close()
  })

  test('what only the server knows is shown beside its field', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await page.evaluate(() =>
      document.addEventListener('mokor-submit', (event) => {
        Object.assign((event as CustomEvent<{ body: object }>).detail.body, { skills: [{ skill: 'palombaro' }] })
      }),
    )
    await fillRequest(form)
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('alert').getByRole('link').first().click()
    expect(await focused(page)).toBe('input')
    await form.locator('mokor-skills').getByText('Questa capacità non è più nell’elenco').waitFor()
    await close()
  })

  test('a page may stop the sending, and hears of success', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    const before = (await stored('commissions')).totalDocs
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      let first = true
      document.addEventListener('mokor-submit', (event) => {
        heard.push('submit')
        if (first) event.preventDefault()
        first = false
      })
      document.addEventListener('mokor-success', (event) => {
        heard.push(
          `success ${(event as CustomEvent<{ answer: { reference: string } }>).detail.answer.reference.length}`,
        )
      })
    })
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    await fillRequest(form)
    const button = form.getByRole('button', { name: 'Invia la richiesta' })
    await button.click()
    await page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length === 1)
    await button.click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(await heard()).toEqual(['submit', 'submit', 'success 9'])
    expect((await stored('commissions')).totalDocs).toBe(before + 1)
    await close()
  })

  test('is sent once, however often the button is pressed', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    const before = (await stored('commissions')).totalDocs
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/commissions', async (route) => {
      await held
      await route.continue()
    })
    await fillRequest(form)
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    const working = form.getByRole('button', { name: 'Invio in corso' })
    await working.waitFor()
    expect(await working.getAttribute('aria-disabled')).toBe('true')
    await working.click({ force: true })
    await working.click({ force: true })
    release()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect((await stored('commissions')).totalDocs).toBe(before + 1)
    await close()
  })

  test('a draft survives a reload, and "Svuota" can be taken back', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Che lavoro serve?').fill('Tradurre un contratto')
    await form.getByLabel('In un luogo').check()
    await form.getByRole('combobox', { name: 'Comune' }).fill('Sali')
    await page.reload()
    // What was typed stands in the fields as soon as the part that sends has come.
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toBe('Tradurre un contratto')
    expect(await form.getByLabel('In un luogo').isChecked()).toBe(true)
    const place = form.getByRole('combobox', { name: 'Comune' })
    await place.waitFor()
    expect(await place.inputValue()).toBe('Sali')
    await form.getByRole('button', { name: 'Svuota' }).click()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toBe('')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await form.getByRole('button', { name: 'Riprendi quello che era scritto' }).click()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toBe('Tradurre un contratto')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
    await close()
  })

  test('the network down: it says so, keeps the draft, and sends when all is well', async () => {
    const { page, form, complaints, close } = await open('mokor-commission-form')
    await fillRequest(form)
    await page.route('**/commissions', (route) => route.abort())
    const button = form.getByRole('button', { name: 'Invia la richiesta' })
    await button.click()
    await form.getByRole('alert').getByText('La rete non risponde').waitFor()
    expect(await focused(page)).toBe('summary')
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toContain('mensola')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1)
    await page.unroute('**/commissions')
    await button.click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(complaints.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
    await close()
  })

  test('the network without its database: it says when to try again, keeps the draft, and sends when all is well', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    await solver(page)
    const { db } = site.payload
    const { updateOne } = db
    db.updateOne = () => Promise.reject(Object.assign(new Error('gone'), { name: 'MongoNetworkError' }))
    const button = form.getByRole('button', { name: 'Invia la richiesta' })
    const refused = page.waitForResponse((response) => response.url().endsWith('/commissions'))
    await button.click()
    expect((await refused).status()).toBe(503)
    await form.getByRole('alert').getByText('Si può riprovare tra 10 secondi.').waitFor()
    db.updateOne = updateOne
    await page.reload()
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toContain('mensola')
    await button.click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await close()
  })

  test('a challenge that expires while somebody writes is renewed unseen', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    const challenges: string[] = []
    page.on('response', async (response) => {
      if (response.url().includes('/challenge')) challenges.push(await response.text())
    })
    await fillRequest(form)
    await solver(page)
    expect(challenges).toHaveLength(1)
    // An hour at the coffee machine.
    await page.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 3_600_000
    })
    const sent = page.waitForRequest((request) => request.url().endsWith('/commissions'))
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    const { challenge } = (await sent).postDataJSON() as { challenge: string }
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(challenges).toHaveLength(2)
    const nonce = (text: string) => (JSON.parse(text) as { parameters: { nonce: string } }).parameters.nonce
    expect(Buffer.from(challenge, 'base64url').toString()).toContain(nonce(challenges[1] as string))
    await close()
  })

  test('a challenge that somebody else spent is renewed unseen', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    let asked = 0
    await page.route('**/commissions', async (route) => {
      asked += 1
      if (asked > 1) return route.continue()
      // The answer is lost on its way: the very same challenge comes a second time.
      await route.fetch()
      await route.continue()
    })
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(asked).toBe(2)
    await close()
  })

  test('nothing is asked of the network before the first input but what it is', async () => {
    const asked: string[] = []
    const { page, form, close } = await open('mokor-commission-form')
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''))
    await form.getByRole('button', { name: 'Invia la richiesta' }).focus()
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(asked).not.toContain('challenge')
    await form.getByLabel('Nome e cognome').fill('A')
    await page.waitForResponse((response) => response.url().includes('/challenge'))
    await close()
  })
})

/** The challenge has come, and is being solved. */
const solver = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/solver')))

async function fillRequest(form: Locator): Promise<void> {
  await form.getByLabel('Che lavoro serve?').fill('Montare una mensola in cucina')
  await form.getByLabel('A distanza').check()
  await form.getByLabel('Presto').check()
  await form.getByLabel('Nome e cognome').fill('Ada Verdi')
  await form.getByRole('textbox', { name: 'E-mail' }).fill(`ada.${Math.random().toString(36).slice(2)}@posta.example`)
  await form.getByLabel('La rete può mostrare').check()
}

describe('joining', () => {
  test('in three steps, for somebody else, going back without losing anything', async () => {
    const { page, form, complaints, close } = await open('mokor-join-form')
    await form.getByLabel('Sto compilando per un’altra persona').check()
    await form.getByLabel('Il tuo nome').fill('Nora Bo')
    await form.getByLabel('La tua e-mail').fill('nora@posta.example')
    await form.getByLabel('È d’accordo e lo sa').check()
    await form.getByLabel('Cerco il primo lavoro').check()
    await form.getByLabel('Nome', { exact: true }).fill('Ugo')
    await form.getByRole('textbox', { name: 'Cognome' }).fill('Sala')
    expect(await axe(page)).toEqual([])
    await shot(page, 'join-1')
    await form.getByRole('button', { name: 'Avanti' }).click()

    await form.getByRole('heading', { name: 'Cosa sai fare' }).waitFor()
    expect(await focused(page)).toContain('Cosa sai fare')
    await form.getByLabel('Cosa sai fare, in una riga').fill('Piccoli impianti e torte')
    const skills = form.getByRole('combobox', { name: 'Le tue capacità' })
    await skills.fill('elettr')
    await form.getByRole('option', { name: 'Elettricista' }).click()
    await skills.fill('torte di compleanno')
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Togli torte di compleanno' }).waitFor()
    await form.getByLabel('Che cosa hai fatto davvero?').fill('Ho aiutato mio zio per due estati.')
    await form.getByRole('button', { name: 'Avanti' }).click()
    const summary = form.getByRole('alert')
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Elettricista: Scegli: mestiere, attitudine o passione',
      'Elettricista: Manca se hai l’abilitazione: va bene anche «non so»',
      'torte di compleanno: Scegli: mestiere, attitudine o passione',
    ])
    await summary.getByRole('link').nth(1).click()
    expect(await focused(page)).toBe('0/qualified')
    await form.getByLabel('Non so').check()
    await form.getByLabel('Attitudine').first().check()
    await form.getByLabel('Passione').last().check()
    await shot(page, 'join-2')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Indietro' }).click()
    expect(await form.getByRole('textbox', { name: 'Cognome' }).inputValue()).toBe('Sala')
    await form.getByRole('button', { name: 'Avanti' }).click()
    await form.getByRole('button', { name: 'Togli torte di compleanno' }).waitFor()
    await form.getByRole('button', { name: 'Avanti' }).click()

    await form.getByRole('heading', { name: 'Come trovarti' }).waitFor()
    await form.getByRole('combobox', { name: 'Il tuo comune' }).fill('alba')
    await form.getByLabel('Sul posto').check()
    // Words that can only mean one municipality are taken for it, once the network has answered.
    await page.waitForFunction(
      () =>
        document
          .querySelector('mokor-join-form')
          ?.shadowRoot?.querySelector('mokor-place')
          ?.shadowRoot?.querySelector('input')?.value === 'Alba (CN)',
    )
    await form.getByLabel('Fin dove ti sposti?').selectOption('Tutta Italia')
    await form.getByLabel('Ogni tanto').check()
    await form.getByLabel('Telefono').fill('333 1234567')
    expect(await form.getByLabel('Solo la rete').isChecked()).toBe(false)
    await form.getByLabel('Anche i clienti').check()
    await form.getByLabel('La rete può pubblicare').check()
    await form.getByLabel('Ho almeno 18 anni').check()
    await form.getByLabel('Accetto le regole').check()
    expect(await form.getByRole('link', { name: 'Leggi le regole' }).getAttribute('href')).toBe(
      'https://rete.example/regole',
    )
    expect(await axe(page)).toEqual([])
    await shot(page, 'join-3')
    await form.getByRole('button', { name: 'Invia la tua adesione' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    expect(await focused(page)).toBe('Manca solo la conferma')
    const { docs } = await stored('members')
    expect(docs[0]).toMatchObject({
      status: 'unconfirmed',
      kind: 'never-employed',
      helper: { name: 'Nora Bo', email: 'nora@posta.example' },
      place: { municipality: '004003' },
      radiusKm: null,
      reach: 'public',
    })
    expect(complaints).toEqual([])
    await close()
  })

  test('who was a company and no longer is one appears as people do, and what no shown field answers for is said', async () => {
    const { page, form, close } = await open('mokor-join-form')
    await form.getByLabel('Azienda', { exact: true }).check()
    await form.locator('[name=displayAs][value=company]').check()
    await form.getByRole('button', { name: 'Avanti' }).click()
    await form.getByRole('alert').getByText('Manca il nome dell’azienda').waitFor()
    await form.getByLabel('Professionista').check()
    await form.getByRole('alert').getByText('Manca il nome dell’azienda').waitFor({ state: 'detached' })
    expect(await form.getByLabel('Nome e iniziale').isChecked()).toBe(true)
    const values = { kind: 'professional', firstName: 'Ugo', lastName: 'Sala', headline: 'Torte', modes: ['remote'] }
    const rest = { availability: 'now', email: 'u@posta.example', reach: 'network', adult: true, rules: true }
    const chosen = { skills: [{ name: 'torte', origin: 'passion' }], place: { code: '004003', name: 'Alba (CN)' } }
    await page.evaluate(
      ([key, draft]) => sessionStorage.setItem(key as string, draft as string),
      [
        `mokor-join-form ${site.url}/api/mokor/v1`,
        JSON.stringify({ values: { ...values, ...rest, ...chosen, displayAs: 'company' }, pending: {}, step: 2 }),
      ],
    )
    await page.reload()
    await page.route('**/v1/members', async (route) => {
      const sent = route.request().postDataJSON() as { displayAs: string }
      expect(sent.displayAs).toBe('initial')
      await route.continue({ postData: JSON.stringify({ ...sent, displayAs: 'company' }) })
    })
    await form.getByRole('button', { name: 'Invia la tua adesione' }).click()
    const summary = form.getByRole('alert')
    await summary.getByRole('listitem').first().waitFor()
    expect(await summary.getByRole('link').count()).toBe(0)
    expect(await focused(page)).toBe('summary')
    await close()
  })

  test('a step with mistakes is not left', async () => {
    const { page, form, close } = await open('mokor-join-form')
    await form.getByRole('button', { name: 'Avanti' }).click()
    await form.getByRole('alert').getByText('Manca chi sei').waitFor()
    expect(await focused(page)).toBe('summary')
    expect(await form.getByRole('heading', { name: 'Cosa sai fare' }).count()).toBe(0)
    await close()
  })
})

describe('a donation', () => {
  const pledge = async (form: Locator) => {
    await form.getByLabel('Altro').check()
    await form.getByLabel('Importo in euro').fill('12,50')
    await form.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await form.getByRole('heading', { name: 'Grazie! Ora manca il bonifico' }).waitFor()
    await form.getByText('Beneficiario', { exact: true }).waitFor()
  }

  test('becomes a slip whose QR, read from the screen, says what the slip says', async () => {
    const { page, form, complaints, close } = await open('mokor-donate')
    expect(await axe(page)).toEqual([])
    await shot(page, 'donate')
    const answer = page.waitForResponse(
      (response) => response.url().endsWith('/donations') && response.status() === 201,
    )
    await pledge(form)
    const slip = await (await answer).json()
    expect(await focused(page)).toBe('Grazie! Ora manca il bonifico')
    expect(await form.locator('dd span').allTextContents()).toEqual([
      'Associazione Rete di prova',
      'IT60 X054 2811 1010 0000 0123 456',
      expect.stringMatching(/^12,50\s€$/),
      slip.reference,
    ])
    const picture = await form.getByRole('img', { name: /^Codice QR/ }).screenshot()
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(decode(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(slip.payment.epc)
    expect(slip.payment.epc).toContain(slip.reference)
    expect(await form.getByText('RUNTS').count()).toBe(0)
    expect(await axe(page)).toEqual([])
    await shot(page, 'slip')
    await page.emulateMedia({ forcedColors: 'active' })
    await shot(page, 'slip-forced-colours')
    await page.emulateMedia({ forcedColors: 'none', media: 'print' })
    expect(await form.getByRole('button').filter({ visible: true }).count()).toBe(0)
    await shot(page, 'slip-print')
    expect(complaints).toEqual([])
    const { docs } = await stored('donations')
    expect(docs[0]).toMatchObject({ reference: slip.reference, amountCents: 1250, publicAs: 'anonymous' })
    await close()
  })

  test('each line can be copied; where the clipboard is denied the line is selected', async () => {
    const { page, form, close } = await open('mokor-donate', {
      options: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    await pledge(form)
    await form.getByRole('button', { name: 'Copia: IBAN' }).click()
    await form.getByText('IBAN: Copiato').waitFor()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await copied()).toBe('IT60X0542811101000000123456')
    await form.getByRole('button', { name: 'Copia: Importo' }).click()
    await form.getByText('Importo: Copiato').waitFor()
    expect(await copied()).toBe('12,50')
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))
    })
    await form.getByRole('button', { name: 'Copia: Causale' }).click()
    await form.getByText('Causale: Selezionato').waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^RF\d\d/)
    await close()
  })

  test('the QR is folded on a phone', async () => {
    const { page, form, close } = await open('mokor-donate', { options: { viewport: { width: 390, height: 800 } } })
    await pledge(form)
    expect(await form.getByRole('img', { name: /^Codice QR/ }).isVisible()).toBe(false)
    await form.getByText('se l’app della tua banca lo legge').click()
    expect(await form.getByRole('img', { name: /^Codice QR/ }).isVisible()).toBe(true)
    expect(await overflows(page)).toBe(false)
    await shot(page, 'slip-390')
    await close()
  })

  test('a name is shown only with a name and a yes', async () => {
    const { form, close } = await open('mokor-donate')
    await form.getByLabel('25 €').check()
    await form.getByLabel('Con il mio nome').check()
    await form.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await form.getByRole('alert').getByText('Manca il nome da far comparire').waitFor()
    await form.getByRole('alert').getByText('serve il tuo sì').waitFor()
    await close()
  })
})

describe('where nothing can be sent', () => {
  const hearing = `window.heard = []
    addEventListener('mokor-error', ({ detail }) => window.heard.push(detail.status))`

  test('a blog that is not admitted is told at the first input, with the network’s own page', async () => {
    const { page, form, close } = await open('mokor-commission-form', { from: stranger, page: { js: hearing } })
    await form.getByLabel('Che lavoro serve?').fill('Una mensola')
    await form.getByRole('alert').getByText('Questo sito non è collegato alla rete').waitFor()
    expect(await page.evaluate(() => (window as unknown as { heard: number[] }).heard)).toEqual([403])
    expect(await form.getByRole('link', { name: 'Continua sul sito della rete' }).getAttribute('href')).toBe(
      `${site.url}/api/mokor/v1/pages/ask?lang=it`,
    )
    expect(await axe(page)).toEqual([])
    await shot(page, 'not-admitted')
    await close()
  })

  test('a page that is not secure says so before anything is typed', async () => {
    const address = blog.publish(site.url, body('mokor-donate'))
    const { page, close } = await visit(blog.publish(site.url, ''))
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
    await page.goto(address)
    await page.getByRole('alert').getByText('Questa pagina non è protetta').waitFor()
    const elsewhere = page.getByRole('link', { name: 'Continua sul sito della rete' })
    expect(await elsewhere.getAttribute('href')).toBe(`${site.url}/api/mokor/v1/pages/give?lang=it`)
    await page.getByLabel('25 €').check()
    await page.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await page.waitForFunction(
      () => document.querySelector('mokor-donate')?.shadowRoot?.activeElement?.id === 'elsewhere',
    )
    await elsewhere.click()
    await page.waitForURL('**/pages/give?lang=it')
    await close()
  })

  test('the network out of reach from the start: the page’s own fallback stays, and a way to try again', async () => {
    const { page, close } = await visit(blog.publish(site.url, ''))
    await page.route('**/network*', (route) => route.abort())
    await page.goto(blog.publish(site.url, body('mokor-donate'), { js: hearing }))
    await page.getByText('La rete non risponde').waitFor()
    expect(await page.evaluate(() => (window as unknown as { heard: number[] }).heard)).toEqual([0])
    expect(await page.getByRole('link', { name: 'Vai alla rete' }).isVisible()).toBe(true)
    await page.unroute('**/network*')
    await page.getByRole('button', { name: 'Riprova' }).click()
    await page.getByRole('form').waitFor()
    expect(await page.getByRole('link', { name: 'Vai alla rete' }).isVisible()).toBe(false)
    await close()
  })
})

describe('looks', () => {
  const tags: Tag[] = ['mokor-commission-form', 'mokor-join-form', 'mokor-donate']
  const narrow = { viewport: { width: 280, height: 700 }, colorScheme: 'dark' } as const
  const large = ':root{color-scheme:light dark;font-size:200%}body{background:Canvas;color:CanvasText;margin:8px}'

  test.each(tags)('%s is whole at 280 px, in the dark, with text at 200 %', async (tag) => {
    const { page, form, close } = await open(tag, { options: narrow, page: { css: large } })
    expect(await overflows(page)).toBe(false)
    await form.getByRole('button').first().click()
    await form.getByRole('alert').waitFor()
    expect(await overflows(page)).toBe(false)
    expect(await clipped(form)).toEqual([])
    expect(await axe(page)).toEqual([])
    await shot(page, `${tag}-280-dark-200`)
    await close()
  })

  test.each([1, 2])('step %i of joining is whole there too, with every question asked and unanswered', async (step) => {
    const { page, form, close } = await open('mokor-join-form', { options: narrow, page: { css: large } })
    const values = {
      helper: true,
      kind: 'company',
      skills: [{ slug: 'elettricista', name: 'Elettricista', regulated: true }],
      modes: ['onsite'],
      availability: 'from',
      phone: '333',
      reach: 'public',
    }
    await page.evaluate(
      ([key, draft]) => sessionStorage.setItem(key as string, draft as string),
      [`mokor-join-form ${site.url}/api/mokor/v1`, JSON.stringify({ values, pending: {}, step })],
    )
    await page.reload()
    await form.getByRole('combobox', { name: step === 1 ? 'Le tue capacità' : 'Il tuo comune' }).waitFor()
    if (step === 1) await form.getByRole('radiogroup', { name: 'Serve un’abilitazione' }).waitFor()
    await form.getByRole('button', { name: step === 1 ? 'Avanti' : 'Invia la tua adesione' }).click()
    await form.getByRole('alert').waitFor()
    expect(await overflows(page)).toBe(false)
    expect(await clipped(form)).toEqual([])
    expect(await axe(page)).toEqual([])
    await shot(page, `mokor-join-form-280-dark-200-step-${step + 1}`)
    await close()
  })

  test.each(tags)('%s speaks English where the page does', async (tag) => {
    const { form, complaints, close } = await open(tag, { page: { lang: 'en' } })
    // Joining begins with what is needed.
    expect((await form.getByText('(optional)').count()) > 0).toBe(tag !== 'mokor-join-form')
    await form.locator('[part=button]').click()
    await form
      .getByRole('alert')
      .getByText(/is missing|Choose an amount|amount/)
      .first()
      .waitFor()
    expect(await form.getByText(/facoltativo|Manca/).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test.each(tags)('%s: forced colours leave every control and what is wrong with it to be seen', async (tag) => {
    const { page, form, close } = await open(tag, { options: { forcedColors: 'active' } })
    await form.locator('[part=button]').click()
    await form.getByRole('alert').waitFor()
    const unseen = await form.evaluate((element) =>
      [...(element.shadowRoot as ShadowRoot).querySelectorAll('.input, .button, .notice')]
        .map((one) => ({ one, style: getComputedStyle(one) }))
        .filter(({ style }) => style.borderTopWidth === '0px' || style.borderTopColor === style.backgroundColor)
        .map(({ one }) => one.outerHTML.slice(0, 60)),
    )
    expect(unseen).toEqual([])
    expect(await axe(page)).toEqual([])
    await shot(page, `${tag}-forced-colours`)
    await close()
  })

  test('the first heading has the level that the page gives', async () => {
    const { page, close } = await visit(blog.publish(site.url, body('mokor-join-form', 'heading-level="4"')))
    await page.getByRole('heading', { name: 'Chi sei', level: 4 }).waitFor()
    await close()
  })

  test.each(tags)('%s: on a slow network room is kept, and what comes below hardly moves', async (tag) => {
    const { page, close } = await visit('about:blank')
    await slowNetwork(page)
    const shifts = await measureShifts(page)
    await page.goto(blog.publish(site.url, `<${tag}></${tag}><p>Poi continua l’articolo.</p>`))
    await page.getByRole('form').waitFor()
    await page.locator('form input, form textarea').first().focus()
    await page.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(await shifts()).toBeLessThan(0.1)
    await close()
  })

  test.each(tags)('%s works, if plainly, where a browser lacks what is newer than the floor', async (tag) => {
    const { page, complaints, close } = await visit('about:blank')
    await page.addInitScript(() => {
      for (const root of [Document, ShadowRoot]) Reflect.deleteProperty(root.prototype, 'adoptedStyleSheets')
      Reflect.deleteProperty(CSSStyleSheet.prototype, 'replace')
      Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals')
      const supports = CSS.supports.bind(CSS)
      CSS.supports = (...asked: [string]) => !asked.join().includes('color-mix') && supports(...asked)
    })
    await page.goto(blog.publish(site.url, body(tag)))
    const form = page.locator(tag)
    await form.getByRole('form').waitFor()
    await form.locator('[part=button]').click()
    await form.getByRole('alert').waitFor()
    // No style sheet applies here: what only robots fill in is out of sight all the same.
    expect(await form.locator('[name=website]').isVisible()).toBe(false)
    if (tag === 'mokor-commission-form') {
      await fillRequest(form)
      const skills = form.getByRole('combobox', { name: 'Mestiere' })
      await skills.fill('falegn')
      await form.getByRole('option', { name: 'Falegname' }).click()
      await form.getByRole('button', { name: 'Togli Falegname' }).waitFor()
      await form.locator('[part=button]').click()
      await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    }
    if (tag === 'mokor-donate') {
      await form.getByLabel('25 €').check()
      await form.locator('[part=button]').click()
      await form.getByText('Beneficiario', { exact: true }).waitFor()
    }
    expect(complaints.filter((line) => !line.includes('style'))).toEqual([])
    await close()
  })

  test('survives being moved in the page', async () => {
    const { page, form, close } = await open('mokor-donate')
    await form.getByLabel('25 €').check()
    await page.evaluate(() => document.body.append(document.querySelector('mokor-donate') as Element))
    expect(await form.getByLabel('25 €').isChecked()).toBe(true)
    await form.getByLabel('50 €').check()
    await form.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await form.getByText('Beneficiario', { exact: true }).waitFor()
    await form.getByText(/^50,00\s€$|^50\s€$/).waitFor()
    await close()
  })
})

/** Elements whose content is wider than themselves. */
const clipped = (form: Locator) =>
  form.evaluate((element) => {
    const found: string[] = []
    const look = (root: ParentNode) => {
      for (const one of root.querySelectorAll('*')) {
        const scrolls = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
        if (scrolls && !one.matches('.aloud, .trap, .trap *, textarea, input, select'))
          found.push(`${one.localName}.${one.className}`)
        if (one.shadowRoot) look(one.shadowRoot)
      }
    }
    look(element.shadowRoot as ShadowRoot)
    return found
  })
