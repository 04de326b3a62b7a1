// A request in a partner's page, against the real API: by keyboard, with mistakes, reloaded, refused, cut off, and sent.
import type { Page } from 'playwright-core'
import { axe, shot, startBlog, visit } from '../support/blog.js'
import { fillRequest, formsIn, solving } from '../support/form-pages.js'
import { focused, tabTo } from '../support/keyboard.js'
import { startPartner } from '../support/partner.js'

const partner = await startPartner()
const { blog, site } = partner
const { body, open, stored } = formsIn(partner)

/** A blog that the network does not admit. */
const stranger = await startBlog()
afterAll(() => stranger.close())

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

  test.each([280, 1280])('what cannot wait: the form says what helps at once, at %i pixels', async (width) => {
    const { page, form, close } = await open('mokor-commission-form', {
      options: { viewport: { width, height: 900 } },
    })
    await fillRequest(form)
    const urgent = form.getByLabel('Non può aspettare')
    await urgent.check()
    await form.getByText('chiama subito un pronto intervento').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await form.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await shot(page, `request-urgent-${width}`)
    await form.getByLabel('Senza fretta').check()
    await urgent.waitFor({ state: 'detached' })
    await form.getByLabel('Presto').check()
    await urgent.waitFor()
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    const { docs } = await stored('commissions')
    expect(docs[0]).toMatchObject({ urgent: true, when: { soon: 'soon' } })
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

  test('Enter on a name that several municipalities bear leaves the list open to choose from', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('In un luogo').check()
    const place = form.getByRole('combobox', { name: 'Comune' })
    await place.pressSequentially('Castro')
    await page.keyboard.press('Enter')
    await form.getByRole('option', { name: /^Castro LE/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await form.getByRole('option', { name: /^Castro/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    expect(await place.inputValue()).toMatch(/^Castro \((BG|LE)\)$/)
    expect(await form.getByRole('option').count()).toBe(0)
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
    await form.getByRole('alert').getByText('Your name is missing').waitFor()
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

  test('goes to whom the page names when it is sent, not when it was begun', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    const sent = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('mokor-submit', (event) => {
            event.preventDefault()
            resolve((event as CustomEvent<{ body: { member?: string } }>).detail.body.member)
          })
          document.querySelector('mokor-commission-form')?.setAttribute('member', 'ugo-s-4d8h')
        }),
    )
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    expect(await sent).toBe('ugo-s-4d8h')
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

  test('what was begun for one person is not offered in another one’s form', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Che lavoro serve?').fill('Una libreria per tutti')
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    await form.evaluate((element) => element.setAttribute('member', 'maria-r-7k3f'))
    await form.getByLabel('Che lavoro serve?').fill('Una credenza per Maria')
    const drafts = await page.evaluate(() => Object.entries(sessionStorage))
    expect(drafts.map(([key, draft]) => [key.endsWith(' maria-r-7k3f'), draft.includes('credenza')])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    )
    await close()
  })

  test('what is typed while a draft is on its way stands, and the rest of the draft beside it', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await form.getByLabel('Che lavoro serve?').fill('Tradurre un contratto')
    await form.locator('#name').fill('Carla Bianchi')
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/controller-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.reload()
    await form.getByLabel('Che lavoro serve?').fill('Tradurre due contratti')
    release()
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toBe('Tradurre due contratti')
    expect(await form.locator('#name').inputValue()).toBe('Carla Bianchi')
    await page.unroute('**/controller-*.js')
    await page.reload()
    await form.getByRole('button', { name: 'Svuota' }).waitFor()
    expect(await form.getByLabel('Che lavoro serve?').inputValue()).toBe('Tradurre due contratti')
    expect(await form.locator('#name').inputValue()).toBe('Carla Bianchi')
    await close()
  })

  test('what stands in the controls is what is sent, whatever the browser said of filling them in', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    await form.locator('mokor-skills').waitFor()
    await form.evaluate((element) => {
      const fill = (id: string, value: string, event?: string) => {
        const input = element.shadowRoot?.getElementById(id) as HTMLInputElement
        input.value = value
        if (event) input.dispatchEvent(new Event(event, { bubbles: true }))
      }
      fill('name', 'Ida Neri', 'change')
      fill('email', 'ida@posta.example')
      const trades = element.shadowRoot
        ?.getElementById('skills')
        ?.shadowRoot?.querySelector('input') as HTMLInputElement
      trades.value = 'intaglio'
      trades.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    const { docs } = await stored('commissions')
    expect(docs[0]).toMatchObject({
      client: { name: 'Ida Neri', email: 'ida@posta.example' },
      skills: [{ own: 'intaglio' }],
    })
    await page.close()
    await close()
  })

  test('keys that make a letter choose nothing', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    const trades = form.getByRole('combobox', { name: 'Mestiere' })
    await form.getByLabel('Mestiere').click()
    await trades.waitFor()
    await page.keyboard.type('falegn')
    await form.getByRole('option', { name: 'Falegname' }).waitFor()
    await trades.evaluate((input) => {
      for (const how of [{ isComposing: true }, { keyCode: 229 }])
        for (const key of ['ArrowDown', 'Enter'])
          input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...how }))
    })
    expect(await trades.getAttribute('aria-activedescendant')).toBeNull()
    expect(await trades.inputValue()).toBe('falegn')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Togli Falegname' }).waitFor()
    await close()
  })

  test('from a page whose address is very long, the request goes out with the site’s alone', async () => {
    const js = `history.replaceState(null, '', '/' + 'ж'.repeat(90))`
    const { form, close } = await open('mokor-commission-form', { page: { js } })
    await fillRequest(form)
    await form.getByRole('button', { name: 'Invia la richiesta' }).click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    const { docs } = await stored('commissions')
    expect(docs[0]).toMatchObject({ consents: [{ page: `${blog.origin}/` }] })
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
    await solving(page)
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
    await solving(page)
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

  test('an answer that is lost on its way comes with the second try: there is one request', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    const given: { reference: string }[] = []
    await page.route('**/commissions', async (route) => {
      if (given.length > 0) return route.continue()
      given.push((await (await route.fetch()).json()) as { reference: string })
      await route.abort()
    })
    const send = form.getByRole('button', { name: 'Invia la richiesta' })
    await send.click()
    await form.getByRole('alert').waitFor()
    await send.click()
    await form.getByRole('heading', { name: 'Manca solo la conferma' }).waitFor()
    await form.getByText(given[0]?.reference as string).waitFor()
    await close()
  })

  test('a challenge that somebody else spent is renewed unseen', async () => {
    const { page, form, close } = await open('mokor-commission-form')
    await fillRequest(form)
    let asked = 0
    await page.route('**/commissions', async (route) => {
      asked += 1
      if (asked > 1) return route.continue()
      const body = route.request().postDataJSON() as { client: object }
      await route.fetch({ postData: { ...body, client: { ...body.client, name: 'Altro Nome' } } })
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
    const challenge = page.waitForResponse((response) => response.url().includes('/challenge'))
    await form.getByLabel('Nome e cognome').fill('A')
    await challenge
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
    // Nothing is written yet that could stay.
    await page.getByRole('alert').getByText('La rete non risponde: riprova fra poco.', { exact: true }).waitFor()
    expect(await page.evaluate(() => (window as unknown as { heard: number[] }).heard)).toEqual([0])
    expect(await page.getByRole('link', { name: 'Vai alla rete' }).isVisible()).toBe(true)
    await page.unroute('**/network*')
    await page.getByRole('button', { name: 'Riprova' }).click()
    await page.getByRole('form').waitFor()
    expect(await page.getByRole('link', { name: 'Vai alla rete' }).isVisible()).toBe(false)
    await close()
  })
})
