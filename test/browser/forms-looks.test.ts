// The forms in a partner's page as they look: narrow, large, in the dark, in English, in forced colours, on a slow line, in old browsers.
import type { Locator } from 'playwright-core'
import { axe, measureShifts, overflows, shot, slowNetwork, visit } from '../support/blog.js'
import { fillRequest, formsIn, type Tag } from '../support/form-pages.js'
import { startPartner } from '../support/partner.js'

const partner = await startPartner()
const { blog, site } = partner
const { open, body } = formsIn(partner)

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

  test('text at 200 % on a small phone: choices and steps of joining break no word', async () => {
    const { page, form, close } = await open('mokor-join-form', {
      options: { viewport: { width: 320, height: 700 } },
      page: { css: ':root{font-size:200%}body{margin:16px}' },
    })
    const broken = await form.locator('.option span, .progress li').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
        return [...(node?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
          const range = document.createRange()
          range.setStart(node as Node, index)
          range.setEnd(node as Node, index + word.length)
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? word : []
        })
      }),
    )
    expect(broken).toEqual([])
    await shot(page, 'mokor-join-form-320-200')
    await close()
  })

  test.each([0, 1, 2])('on a phone the names of the steps stand in one line each, at step %i too', async (step) => {
    const { page, form, close } = await open('mokor-join-form', { options: { viewport: { width: 390, height: 800 } } })
    await page.evaluate(
      ([key, draft]) => sessionStorage.setItem(key as string, draft as string),
      [`mokor-join-form ${site.url}/api/mokor/v1`, JSON.stringify({ values: {}, pending: {}, step })],
    )
    await page.reload()
    await form.locator(`.progress li:nth-child(${step + 1})[aria-current=step]`).waitFor()
    const lines = await form.locator('.progress li').evaluateAll((steps) =>
      steps.map((one) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        return range.getClientRects().length
      }),
    )
    expect(lines).toEqual([1, 1, 1])
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
    expect(await form.getByText('(optional)').count()).toBeGreaterThan(0)
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
