// Joining and giving in a partner's page, against the real API: step by step, and up to a slip whose QR is read from the screen.
import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { slugOf } from '../../plugin/runtime.js'
import { axe, overflows, shot } from '../support/blog.js'
import { formsIn } from '../support/form-pages.js'
import { focused } from '../support/keyboard.js'
import { startPartner } from '../support/partner.js'
import { decode } from '../support/qr.js'

const partner = await startPartner()
const { site } = partner
const { open, stored } = formsIn(partner)

/** A trade for which the law asks a qualification. */
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
      'Elettricista: Scegli fra mestiere, attitudine e passione',
      'Elettricista: Di’ se hai l’abilitazione; va bene anche «non so»',
      'torte di compleanno: Scegli fra mestiere, attitudine e passione',
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
    // The list of suggestions may lie upon it until the field is left.
    await form.getByLabel('Sul posto').focus()
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

  test('on paper the slip is dark on white, QR included, on a dark page and on a phone', async () => {
    const { page, form, close } = await open('mokor-donate', {
      options: { viewport: { width: 390, height: 800 } },
      page: { css: ':root{background:#121212;color:#eee;--mokor-muted:#ccc}' },
    })
    await pledge(form)
    await page.emulateMedia({ media: 'print' })
    expect(await form.getByRole('img', { name: /^Codice QR/ }).isVisible()).toBe(true)
    const inks = await form
      .locator('[role=heading], dt, dd span, mokor-donation-slip > *')
      .evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).color))])
    expect(inks).toEqual(['rgb(0, 0, 0)'])
    await shot(page, 'slip-390-print')
    await close()
  })

  test('its slip survives a reload, until another one is begun', async () => {
    const { page, form, close } = await open('mokor-donate')
    await pledge(form)
    const reference = await form.locator('#remittance').textContent()
    await page.reload()
    await form.locator('#remittance').waitFor()
    expect(await form.locator('#remittance').textContent()).toBe(reference)
    await form.getByRole('button', { name: 'Prepara un’altra donazione' }).click()
    await form.getByLabel('25 €').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.reload()
    await form.getByLabel('25 €').waitFor()
    expect(await form.locator('#remittance').count()).toBe(0)
    await close()
  })

  test('an amount beyond either end is told both, and choices never break', async () => {
    const { page, form, close } = await open('mokor-donate', {
      options: { viewport: { width: 280, height: 700 } },
      page: { css: ':root{font-size:200%}' },
    })
    await form.getByLabel('Altro').check()
    await form.getByLabel('Importo in euro').fill('99999999999')
    await form.getByRole('button', { name: 'Prepara il bonifico' }).click()
    await form.getByRole('alert').getByText('Scrivi un importo da 1 a 999.999,99 euro').waitFor()
    const lines = await form
      .locator('.euros .option span')
      .evaluateAll((choices) => choices.map((choice) => choice.getBoundingClientRect().height))
    expect(new Set(lines).size).toBe(1)
    expect(await overflows(page)).toBe(false)
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
