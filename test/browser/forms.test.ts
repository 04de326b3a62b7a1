// The forms in a partner's page, against the real API: by keyboard, with mistakes, reloaded, refused, cut off, and sent.
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { slugOf } from '../../plugin/runtime.js'
import { axe, type Blog, closeBrowser, overflows, shot, startBlog, visit } from '../support/blog.js'
import { focused, tabTo } from '../support/keyboard.js'
import { startNetwork } from '../support/published.js'
import { decode } from '../support/qr.js'
import type { Site } from '../support/site.js'

let blog: Blog
let stranger: Blog
let site: Site

beforeAll(async () => {
  blog = await startBlog()
  stranger = await startBlog()
  site = await startNetwork(blog.origin)
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
})
afterAll(async () => {
  await closeBrowser()
  await site.close()
  await blog.close()
  await stranger.close()
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
      'Serve il tuo sì per mostrare la richiesta a chi può lavorarci',
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
    await form.getByRole('button', { name: 'Riprendi quello che avevi scritto' }).click()
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
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('IT60X0542811101000000123456')
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
  test('a blog that is not admitted is told at the first input, with the network’s own page', async () => {
    const { page, form, close } = await open('mokor-commission-form', { from: stranger })
    await form.getByLabel('Che lavoro serve?').fill('Una mensola')
    await form.getByRole('alert').getByText('Questo sito non è collegato alla rete').waitFor()
    expect(await form.getByRole('link', { name: 'Continua sul sito della rete' }).getAttribute('href')).toBe(
      `${site.url}/api/mokor/v1/pages/ask`,
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
    await close()
  })

  test('the network out of reach from the start: the page’s own fallback stays, and a way to try again', async () => {
    const { page, close } = await visit(blog.publish(site.url, ''))
    await page.route('**/network*', (route) => route.abort())
    await page.goto(blog.publish(site.url, body('mokor-donate')))
    await page.getByText('La rete non risponde').waitFor()
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
    expect(await form.getByText('(optional)').count()).toBeGreaterThan(tag === 'mokor-join-form' ? -1 : 0)
    expect(await form.getByText('facoltativo').count()).toBe(0)
    expect(complaints).toEqual([])
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
