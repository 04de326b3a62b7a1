// The directory in a partner's page: found, narrowed, opened in place, left again; for eyes, keyboard and screen readers.
import type { Locator, Page, Route } from 'playwright-core'
import { axe, overflows, shot, visit } from '../support/blog.js'
import { startPartner } from '../support/partner.js'
import { people } from '../support/published.js'
import { until } from '../support/until.js'

const { blog, site } = await startPartner()

const directory = (attributes = '') =>
  `<mokor-directory ${attributes}><a href="${site.url}/api/mokor/v1/pages/directory">Le persone della rete</a></mokor-directory>`

const open = (body = directory(), options: Parameters<typeof visit>[1] = {}, page = {}) =>
  visit(blog.publish(site.url, body, page), options)

const everybody = '29 persone e aziende'
const cards = (page: Page): Locator => page.locator('.card a')

/** Waits until what has focus, however deep in shadow roots, bears this text. */
const focusOn = (page: Page, text: string) =>
  page.waitForFunction((wanted) => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at !== document.body && at?.textContent?.trim().startsWith(wanted)
  }, text)

test('shows people, how many they are, and no more than a page of them', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  expect(await cards(page).count()).toBe(12)
  await shot(page, 'directory-1280')
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('finds words while they are typed, and says the count once', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  const said = await page.locator('mokor-directory').evaluateHandle((element) => {
    const counts: string[] = []
    const status = element.shadowRoot?.querySelector('.count') as Element
    new MutationObserver(() => counts.push(status.textContent ?? '')).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    return counts
  })
  await page.getByRole('searchbox').pressSequentially('rubinetti')
  await page.getByText('6 persone e aziende').waitFor()
  expect(await said.evaluate((counts) => counts.filter(Boolean))).toEqual(['6 persone e aziende'])
  expect(complaints).toEqual([])
  await close()
})

test('narrows by chips with counts, and every choice has its way out', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  const chip = page.getByRole('button', { name: 'Provincia' })
  await chip.click()
  // Its part of the script comes first.
  await page.getByRole('button', { name: 'Provincia', expanded: true }).waitFor()
  await page.getByRole('checkbox', { name: /Cuneo/ }).check()
  await page.getByText('16 persone e aziende').waitFor()
  await shot(page, 'directory-panel')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await focusOn(page, 'Provincia')
  await page.getByRole('button', { name: 'Prende lavori ora', exact: true }).click()
  await page.getByRole('button', { name: 'Togli Cuneo' }).waitFor()
  await page.getByRole('button', { name: 'Togli tutti' }).click()
  await page.getByText(everybody).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('suggests municipalities and orders by distance', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  await page.getByLabel('Vicino a').click()
  await page.getByRole('combobox', { name: 'Vicino a' }).pressSequentially('alb')
  await page.getByRole('option', { name: /^Alba CN/ }).click()
  await page.getByRole('button', { name: 'Togli vicino a Alba' }).waitFor()
  await page.getByText('in zona').first().waitFor()
  // Who lives farther away but comes stands apart; who works everywhere is one step away.
  await page.getByText('Una abita più lontano, ma si sposta fin qui').waitFor()
  const lists = page.getByRole('list', { name: 'Persone e aziende' })
  expect(await lists.count()).toBe(2)
  expect(
    await lists
      .nth(1)
      .getByText(/^Torino \(TO\) · a \d+ km · si sposta fin qui$/)
      .count(),
  ).toBe(1)
  expect(await lists.nth(0).getByText('si sposta fin qui').count()).toBe(0)
  await shot(page, 'directory-coming')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Una lavora in tutta Italia' }).click()
  await page.getByText('Una persona o azienda').waitFor()
  await page.getByRole('button', { name: 'Togli in tutta Italia' }).click()
  await page.getByText(everybody).waitFor()
  await page.getByRole('combobox', { name: 'Vicino a' }).pressSequentially('alb')
  await page.getByRole('option', { name: /^Alba CN/ }).click()
  await page.getByRole('button', { name: 'Togli vicino a Alba' }).waitFor()
  await page.getByLabel('Entro').selectOption('100')
  await page
    .getByText(/a \d+ km/)
    .first()
    .waitFor()
  await shot(page, 'directory-near')
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('the first click in the place field is enough: nothing typed is lost while suggestions come', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  const held: Route[] = []
  // The field's own words are late.
  await page.route(/widgets\/place-/, (route) => void held.push(route))
  const below = await page.locator('.count').evaluate((count) => count.getBoundingClientRect().top)
  await page.getByLabel('Vicino a').click()
  await until('the words of the field', () => held.length > 0)
  await page.keyboard.type('al')
  await Promise.all(held.map((route) => route.continue()))
  await page.getByRole('combobox', { name: 'Vicino a' }).waitFor()
  await page.keyboard.type('ba')
  expect(await page.getByRole('combobox', { name: 'Vicino a' }).inputValue()).toBe('alba')
  expect(await page.locator('.count').evaluate((count) => count.getBoundingClientRect().top)).toBe(below)
  await page.getByRole('option', { name: /^Alba CN/ }).click()
  await page.getByRole('button', { name: 'Togli vicino a Alba' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('where the place field has no words to come, the plain one goes on and takes names', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const refused = page.waitForEvent('requestfailed', (request) => /widgets\/place-/.test(request.url()))
  await page.route(/widgets\/place-/, (route) => route.abort())
  await page.getByLabel('Vicino a').click()
  await refused
  await page.keyboard.type('Alba')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Togli vicino a Alba' }).waitFor()
  expect(await page.locator('mokor-place').count()).toBe(0)
  await close()
})

test('a place that several bear is offered as choices', async () => {
  const { page, close } = await open(directory('near="Castro"'))
  await page.getByText('Quale luogo intendi?').waitFor()
  await page.getByRole('button', { name: /Castro \(LE\)/ }).click()
  await page.getByText('Qui non c’è ancora nessuno').waitFor()
  await close()
})

test('until it is known which place is meant, the list is everybody’s and dimmed, and no chip says otherwise', async () => {
  const { page, close } = await open(directory('near="Castro"'))
  await page.getByText('Quale luogo intendi?').waitFor()
  await page.getByText(everybody).waitFor()
  expect(await page.locator('.list').evaluate((list) => getComputedStyle(list).opacity)).toBe('0.65')
  expect(await page.getByRole('button', { name: /^Togli/ }).count()).toBe(0)
  expect(await page.getByLabel('Entro').count()).toBe(0)
  await close()
})

test('a place that nobody knows: the field says it and how to go on, and the list stays', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('near=')) asked.push(request.url())
  })
  await page.getByLabel('Vicino a').click()
  const field = page.getByRole('combobox', { name: 'Vicino a' })
  await field.fill('Atlantide')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  const problem = 'Nessun comune si chiama «Atlantide»: controlla come si scrive, o togli il luogo'
  await page.locator('mokor-place #error').getByText(problem).waitFor()
  // Heard, and not seen twice.
  await page
    .getByRole('status')
    .getByText('Nessun comune con questo nome')
    .and(page.locator('.aloud'))
    .waitFor({ state: 'attached' })
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await page.getByText(everybody).waitFor()
  expect(await cards(page).count()).toBe(12)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Togli/ }).count()).toBe(0)
  // In line, whatever the field says below itself.
  const tops = await page
    .locator('#q, [part=search] .primary')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 99))).toBeLessThan(2)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Prende lavori ora', exact: true }).click()
  await page.getByRole('button', { name: 'Togli Prende lavori ora' }).waitFor()
  expect(await field.inputValue()).toBe('Atlantide')
  expect(asked).toHaveLength(1)
  await field.fill('')
  await page.locator('mokor-place #error').getByText(problem).waitFor({ state: 'detached' })
  await close()
})

test('Enter in the place field asks too: which of several places is meant, or that there is none', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  await page.getByLabel('Vicino a').click()
  const field = page.getByRole('combobox', { name: 'Vicino a' })
  await field.pressSequentially('Castro')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('Quale luogo intendi?').waitFor()
  expect(await page.getByRole('option').count()).toBe(0)
  expect(await field.inputValue()).toBe('Castro')
  await field.fill('Atlantide')
  await page.keyboard.press('Enter')
  await page.locator('mokor-place #error').getByText('Nessun comune si chiama «Atlantide»').waitFor()
  await field.fill('alba')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Togli vicino a Alba' }).waitFor()
  await close()
})

test.each([
  ['ltr', 1280],
  ['rtl', 1280],
  ['ltr', 760],
  ['rtl', 760],
])('an open list stands below its own chip, inside the element: %s, %i pixels', async (dir, width) => {
  const { page, close } = await open(`<div dir="${dir}">${directory()}</div>`, { viewport: { width, height: 900 } })
  await page.getByText(everybody).waitFor()
  for (const name of ['Capacità', 'Provincia', 'Modo di lavorare']) {
    const chip = page.getByRole('button', { name })
    await chip.click()
    const panel = page.locator('.panel')
    await panel.waitFor()
    const [above, below, all] = await Promise.all([chip, panel, page.locator('.box')].map((one) => one.boundingBox()))
    if (!above || !below || !all) throw new Error('not drawn')
    expect(below.y - above.y - above.height).toBeGreaterThan(0)
    expect(below.y - above.y - above.height).toBeLessThan(20)
    expect(below.x).toBeGreaterThanOrEqual(all.x - 1)
    expect(below.x + below.width).toBeLessThanOrEqual(all.x + all.width + 1)
    const room = dir === 'ltr' ? all.x + all.width - above.x : above.x + above.width - all.x
    const apart = dir === 'ltr' ? below.x - above.x : below.x + below.width - above.x - above.width
    if (room > below.width) expect(Math.abs(apart)).toBeLessThan(2)
    await shot(page, `directory-list-${dir}-${width}-${name.split(' ')[0]}`)
    await page.keyboard.press('Escape')
  }
  expect(await overflows(page)).toBe(false)
  await close()
})

test('an open list begins with what was chosen before, and nothing in it moves while one ticks', async () => {
  const { page, close } = await open(directory('province="MI"'))
  await page.getByText('6 persone e aziende').waitFor()
  const chip = page.getByRole('button', { name: 'Provincia' })
  const listed = async () => (await page.locator('.panel label').allInnerTexts()).map((text) => text.split(/\s/)[0])
  await chip.click()
  expect(await listed()).toEqual(['Milano', 'Cuneo', 'Torino'])
  await page.getByRole('checkbox', { name: /Torino/ }).check()
  await page.getByText('13 persone e aziende').waitFor()
  await page.getByRole('checkbox', { name: /Milano/ }).uncheck()
  await page.getByText('7 persone e aziende').waitFor()
  expect(await listed()).toEqual(['Milano', 'Cuneo', 'Torino'])
  await page.keyboard.press('Escape')
  await chip.click()
  expect(await listed()).toEqual(['Torino', 'Cuneo', 'Milano'])
  await close()
})

test('the chip of a preset waits for its name, and moves nothing when it comes', async () => {
  const { page, close } = await visit('about:blank')
  const held: Route[] = []
  await page.route('**/mokor/v1/members?*', (route) => void held.push(route))
  await page.goto(blog.publish(site.url, directory('province="CN"')))
  await page.locator('.chip.on').waitFor({ state: 'attached' })
  expect(await page.locator('.chip.on').isVisible()).toBe(false)
  const top = () => page.locator('.count').evaluate((count) => count.getBoundingClientRect().top)
  const before = await top()
  await until('the list asked for', () => held.length > 0)
  await Promise.all(held.map((route) => route.continue()))
  await page.getByRole('button', { name: 'Togli Cuneo' }).waitFor()
  expect(await top()).toBe(before)
  await close()
})

test('what went wrong stands apart from the chips above it', async () => {
  const { page, close } = await open(directory('province="CN"'))
  await page.getByRole('button', { name: 'Togli Cuneo' }).waitFor()
  await page.route('**/mokor/v1/members?*', (route) => route.fulfill({ status: 500, body: '{}' }))
  await page.getByRole('searchbox').fill('rubinetti')
  const note = await page.getByRole('alert').boundingBox()
  const chip = await page.getByRole('button', { name: 'Togli Cuneo' }).boundingBox()
  expect((note?.y ?? 0) - (chip?.y ?? 0) - (chip?.height ?? 0)).toBeGreaterThan(12)
  await shot(page, 'directory-500')
  await close()
})

test('on a phone an open filter follows its own chip', async () => {
  const { page, close } = await open(directory(), { viewport: { width: 320, height: 800 } })
  await page.getByText(everybody).waitFor()
  const chip = page.getByRole('button', { name: 'Capacità' })
  await chip.click()
  const panel = page.getByRole('group', { name: 'Capacità' })
  await panel.waitFor()
  const [above, below] = [await chip.boundingBox(), await panel.boundingBox()]
  expect((below?.y ?? 999) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(20)
  expect(await overflows(page)).toBe(false)
  await close()
})

test('where nobody is found it says so kindly and offers ways on', async () => {
  const { page, complaints, close } = await open(directory('province="CN" q="zampognaro"'))
  await page.getByText('Qui non c’è ancora nessuno').waitFor()
  expect(await page.getByRole('link', { name: 'mandare una richiesta alla rete' }).getAttribute('href')).toBe(
    `${site.url}/api/mokor/v1/pages/ask?lang=it`,
  )
  await shot(page, 'directory-empty')
  const offers = await page
    .locator('.note li')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(new Set(offers).size).toBe(1)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'cercare senza «zampognaro»' }).click()
  await page.getByText('16 persone e aziende').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('more people come with focus on the first of them', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  await page.getByRole('button', { name: 'Mostra altri' }).click()
  await page.waitForFunction(
    () => document.querySelector('mokor-directory')?.shadowRoot?.querySelectorAll('.card').length === 24,
  )
  await page.waitForFunction(() => {
    const root = document.querySelector('mokor-directory')?.shadowRoot
    return root?.activeElement !== null && root?.activeElement === root?.querySelectorAll('.card a')[12]
  })
  await page.getByRole('button', { name: 'Mostra altri' }).click()
  await page.waitForFunction(
    () => document.querySelector('mokor-directory')?.shadowRoot?.querySelectorAll('.card').length === 29,
  )
  expect(await page.getByRole('button', { name: 'Mostra altri' }).count()).toBe(0)
  const slugs = await cards(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(new Set(slugs).size).toBe(people.length)
  await close()
})

test('where more people cannot be had, those who are there stay, and it goes on from the same place', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  let down = true
  await page.route('**/mokor/v1/members?*cursor=*', (route) => (down ? route.abort() : route.continue()))
  await page.getByRole('button', { name: 'Mostra altri' }).click()
  await page.getByRole('alert').waitFor()
  expect(await cards(page).count()).toBe(12)
  expect(await axe(page)).toEqual([])
  down = false
  await page.getByRole('button', { name: 'Riprova' }).click()
  await page.locator('.card').nth(23).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  const slugs = await cards(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(new Set(slugs).size).toBe(24)
  await close()
})

test('more people are asked for once, and focus stays on the button meanwhile', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const held: Route[] = []
  await page.route('**/mokor/v1/members?*cursor=*', (route) => void held.push(route))
  const more = page.getByRole('button', { name: 'Mostra altri' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.locator('[part=more][aria-disabled=true]').waitFor()
  await page.keyboard.press('Enter')
  await focusOn(page, 'Mostra altri')
  await until('more people asked for', () => held.length > 0)
  await held[0]?.continue()
  await page.locator('.card').nth(23).waitFor()
  expect(held).toHaveLength(1)
  await close()
})

test('an empty answer that is still looking for the way on does not take a newer answer’s place', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const held: Route[] = []
  await page.route('**/mokor/v1/network*', (route) => void held.push(route))
  await page.getByRole('searchbox').fill('zampognaro')
  await until('the network asked for its pages', () => held.length > 0)
  await page.getByRole('searchbox').fill('rubinetti')
  await page.getByText('6 persone e aziende').waitFor()
  const told = page.waitForResponse('**/mokor/v1/network*')
  await held[0]?.continue()
  await (await told).finished()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await cards(page).count()).toBe(6)
  expect(await page.getByText('6 persone e aziende').count()).toBe(1)
  await close()
})

test('a page that changes one of its presets leaves the rest of the visitor’s search as it is', async () => {
  const { page, close } = await open(directory('kind="professional"'))
  await cards(page).first().waitFor()
  await page.getByRole('searchbox').fill('rubinetti')
  await page.getByText(/^\d persone e aziende/).waitFor()
  await page.evaluate(() => document.querySelector('mokor-directory')?.setAttribute('province', 'CN'))
  await page.getByRole('button', { name: 'Togli Cuneo' }).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('rubinetti')
  expect(await page.getByRole('button', { name: 'Togli Professionisti' }).count()).toBe(1)
  for (const line of await page.locator('.card .line').allInnerTexts()) expect(line).toContain('rubinetti')
  await close()
})

test('words that were just typed go along with a chip', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const asked = page.waitForRequest('**/mokor/v1/members?*available=1*')
  await page.getByRole('searchbox').fill('rubinetti')
  await page.getByRole('button', { name: 'Prende lavori ora', exact: true }).click()
  expect(new URL((await asked).url()).searchParams.get('q')).toBe('rubinetti')
  await close()
})

test('a place given by its code is shown by its name', async () => {
  const { page, close } = await open(directory('near="004003"'))
  await page.getByRole('button', { name: 'Togli vicino a Alba (CN)' }).waitFor()
  expect(await page.getByLabel('Vicino a', { exact: true }).inputValue()).toBe('Alba (CN)')
  await close()
})

describe('what had focus is gone: it goes on at the count', () => {
  const onCount = (page: Page) =>
    page.waitForFunction(
      () => document.querySelector('mokor-directory')?.shadowRoot?.activeElement?.className === 'count',
    )

  test.each([
    ['the only chip', 'province="CN"', 'Togli Cuneo'],
    ['all chips', 'province="CN" kind="professional"', 'Togli tutti'],
    ['a meaning of an ambiguous place', 'near="Castro"', /Castro \(LE\)/],
    ['an offer of the empty list', 'q="zampognaro" province="CN"', 'cercare senza «zampognaro»'],
  ])('%s', async (_what, attributes, name) => {
    const { page, close } = await open(directory(attributes))
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await onCount(page)
    await close()
  })

  test('"Riprova"', async () => {
    const { page, close } = await visit('about:blank')
    let down = true
    await page.route('**/mokor/v1/members*', (route) => (down ? route.abort() : route.continue()))
    await page.goto(blog.publish(site.url, directory()))
    await page.getByRole('button', { name: 'Riprova' }).focus()
    down = false
    await page.keyboard.press('Enter')
    await onCount(page)
    await close()
  })

  test.each(['maria-rossi-7k3f', 'nessuno-0000'])(
    'the way back from #mokor=%s, opened by its address',
    async (slug) => {
      const address = blog.publish(site.url, `<div class="before"></div>${directory('history limit="1"')}`, {
        css: '.before{height:150vh}',
      })
      const { page, close } = await visit(address)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await page.getByText(everybody).waitFor()
      await page.goto(`${address}#mokor=${slug}`)
      await page.getByRole('button', { name: /Torna ai risultati/ }).click()
      await page.waitForFunction(() => {
        const root = document.querySelector('mokor-directory')?.shadowRoot
        return root?.activeElement && /count|^$/.test(root.activeElement.className)
      })
      // In sight, not at the top of the page.
      await page.waitForFunction(() => scrollY > 0)
      await close()
    },
  )
})

test('with `history` an anchor of the page is the page’s own, and the profile stays', async () => {
  const address = blog.publish(site.url, `<a href="#nota">Nota</a><p id="nota">La nota.</p>${directory('history')}`)
  const { page, close } = await visit(address)
  await cards(page).first().click()
  await page.waitForURL(/#mokor=/)
  await page.locator('article').waitFor()
  await page.getByRole('link', { name: 'Nota' }).click()
  await page.waitForURL(/#nota$/)
  expect(await page.locator('article').isVisible()).toBe(true)
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await page.getByText(everybody).waitFor()
  expect(page.url()).toBe(`${address}#nota`)
  await close()
})

test('a profile opens in place and gives place and scroll back', async () => {
  const { page, complaints, close } = await open(directory('q="Maria Rossi"'), {
    viewport: { width: 390, height: 500 },
  })
  await cards(page).first().waitFor()
  await cards(page).first().scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await cards(page).first().click()
  await page.getByRole('heading', { name: 'Maria Rossi' }).waitFor()
  await page.waitForFunction(
    () =>
      document
        .querySelector('mokor-directory')
        ?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.getAttribute('role') === 'heading',
  )
  for (const title of ['Mestiere', 'Attitudine', 'Passione', 'Che cosa ho fatto davvero', 'Dove e come'])
    expect(await page.getByRole('heading', { name: title, exact: true }).count()).toBe(1)
  expect(await page.getByRole('link', { name: 'Segnala' }).getAttribute('href')).toContain('/pages/report')
  expect(page.url()).not.toContain('#')
  await shot(page, 'profile-390')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await page.waitForFunction((at) => Math.abs(scrollY - at) < 2, before)
  await focusOn(page, 'Maria Rossi')
  expect(complaints).toEqual([])
  await close()
})

test('with `history` a profile has an address, and the back button leaves it', async () => {
  const address = blog.publish(site.url, directory('history'))
  const { page, close } = await visit(`${address}#mokor=maria-rossi-7k3f`)
  await page.getByRole('heading', { name: 'Maria Rossi' }).waitFor()
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await page.getByText(everybody).waitFor()
  expect(page.url()).toBe(address)
  await cards(page).first().click()
  await page.waitForURL(/#mokor=/)
  await page.goBack()
  await page.getByText(everybody).waitFor()
  expect(page.url()).toBe(address)
  await close()
})

test('without an address too, a phone’s way back leads from the profile to the list', async () => {
  const address = blog.publish(site.url, directory())
  const { page, complaints, close } = await visit(address)
  await cards(page).nth(2).click()
  await page.getByRole('button', { name: /Torna ai risultati/ }).waitFor()
  expect(page.url()).toBe(address)
  await page.goBack()
  await page.getByText(everybody).waitFor()
  await page.waitForFunction(
    () => !document.querySelector('mokor-directory')?.shadowRoot?.querySelector('mokor-member'),
  )
  expect(page.url()).toBe(address)
  await cards(page).nth(2).click()
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await page.getByText(everybody).waitFor()
  expect(page.url()).toBe(address)
  expect(complaints).toEqual([])
  await close()
})

test('with a `<base>` an opened profile’s address is the page’s own', async () => {
  const address = blog.publish(site.url, `<base href="/altrove/">${directory('history')}`)
  const { page, close } = await visit(address)
  await cards(page).first().click()
  await page.waitForURL(/#mokor=/)
  expect(page.url()).toMatch(new RegExp(`^${address}#mokor=[\\w-]+$`))
  await page.getByRole('button', { name: /Torna ai risultati/ }).click()
  await page.getByText(everybody).waitFor()
  expect(page.url()).toBe(address)
  await close()
})

test('whoever leaves the page and comes back finds the search again', async () => {
  const { page, complaints, close } = await open()
  await page.getByText(everybody).waitFor()
  await page.getByRole('searchbox').fill('rubinetti')
  await page.getByText('6 persone e aziende').waitFor()
  await page.getByRole('button', { name: 'Prende lavori ora', exact: true }).click()
  await page.getByRole('button', { name: 'Togli prende lavori ora' }).waitFor()
  const found = await page.locator('.count').textContent()
  await page.goto(blog.publish(site.url, '<p>Altrove.</p>'))
  await page.goBack()
  await page.getByText(found ?? '?', { exact: true }).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('rubinetti')
  await page.getByRole('button', { name: 'Togli prende lavori ora' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a list that opens is whole where the page cuts off what stands out', async () => {
  const clip = { css: '.clip { overflow: hidden; width: 900px }' }
  const { page, close } = await open(`<div class="clip">${directory('limit="1"')}</div>`, {}, clip)
  await cards(page).first().waitFor()
  await page.getByRole('button', { name: 'Capacità' }).click()
  const panel = await page.locator('.panel').boundingBox()
  const box = await page.locator('.clip').boundingBox()
  if (!panel || !box) throw new Error('nothing is there')
  expect(panel.y + panel.height).toBeLessThanOrEqual(box.y + box.height)
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.panel', '.chip', 'form', '.more'])
    expect(await page.locator(gone).first().isVisible()).toBe(false)
  expect(await cards(page).first().isVisible()).toBe(true)
  await close()
})

test('a list whose part did not come is not said to be open, and comes at the next click', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  let down = true
  await page.route(/widgets\/filter-controls-/, (route) => (down ? route.abort() : route.continue()))
  const chip = page.getByRole('button', { name: 'Provincia' })
  const twice = page.waitForEvent('requestfailed', (request) => request.url().includes('?'))
  await chip.click()
  await twice
  expect(await chip.getAttribute('aria-expanded')).toBe('false')
  down = false
  await chip.click()
  await page.getByRole('checkbox', { name: /Cuneo/ }).waitFor()
  await page.getByRole('button', { name: 'Provincia', expanded: true }).waitFor()
  await close()
})

test('what a page does to its own lines leaves cards as they are', async () => {
  const css =
    'main { letter-spacing: 4px; text-indent: 3em; text-transform: uppercase; white-space: nowrap; word-break: break-all; word-spacing: 1em }'
  const { page, close } = await open(directory(), {}, { css })
  const looks = await cards(page)
    .first()
    .evaluate((link) => {
      const { letterSpacing, textIndent, textTransform, whiteSpace, wordBreak, wordSpacing } = getComputedStyle(link)
      return [letterSpacing, textIndent, textTransform, whiteSpace, wordBreak, wordSpacing]
    })
  expect(looks).toEqual(['normal', '0px', 'none', 'normal', 'normal', '0px'])
  await close()
})

test('a page may tell of failures by itself', async () => {
  const { page, close } = await open()
  await page.getByText(everybody).waitFor()
  const status = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener('mokor-error', (event) => {
          event.preventDefault()
          resolve(event.detail.status)
        }),
      ),
  )
  await page.route('**/mokor/v1/members*', (route) => route.fulfill({ status: 503, body: '' }))
  await page.getByRole('searchbox').fill('rubinetti')
  expect(await status).toBe(503)
  await page.locator('.list[aria-busy=false]').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await cards(page).count()).toBe(12)
  await close()
})

test('headings begin at the level that the page gives', async () => {
  const { page, close } = await open(directory('heading-level="4" q="Maria Rossi"'))
  await page.getByRole('heading', { name: 'Maria Rossi', level: 4 }).waitFor()
  await cards(page).first().click()
  await page.getByRole('heading', { name: 'Dove e come', level: 5 }).waitFor()
  expect(await page.getByRole('heading', { name: 'Maria Rossi', level: 4 }).count()).toBe(1)
  await close()
})

test('parts of a profile opened in place can be styled from the page', async () => {
  const css = 'mokor-directory::part(picture) { border-radius: 3px } mokor-directory::part(form) { padding: 7px }'
  const { page, close } = await open(directory('q="Maria Rossi"'), {}, { css })
  await cards(page).first().click()
  await page.getByRole('button', { name: 'Scrivi a Maria Rossi' }).click()
  const form = page.locator('mokor-contact-form form')
  await form.waitFor()
  expect(await form.evaluate((element) => getComputedStyle(element).padding)).toBe('7px')
  expect(await page.locator('article .face').evaluate((face) => getComputedStyle(face).borderRadius)).toBe('3px')
  await close()
})

test('links to the network speak the language of the page', async () => {
  const { page, close } = await open(`<div lang="en">${directory('q="Maria Rossi"')}</div>`)
  const own = `${site.url}/api/mokor/v1/pages`
  expect(await cards(page).first().getAttribute('href')).toBe(`${own}/members/maria-rossi-7k3f?lang=en`)
  await cards(page).first().click()
  const report = page.getByRole('link', { name: 'Report this profile' })
  expect(await report.getAttribute('href')).toBe(`${own}/report?member=maria-rossi-7k3f&lang=en`)
  await close()
})

test('under a finger links are large enough', async () => {
  const { page, close } = await open('<mokor-member slug="maria-rossi-7k3f"></mokor-member>', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  })
  await page.getByRole('link', { name: 'Segnala' }).waitFor()
  const heights = await page.locator('article a').evaluateAll((links) => links.map((link) => link.clientHeight))
  expect(heights.length).toBeGreaterThanOrEqual(3)
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44)
  await close()
})

test('a page may open profiles by itself', async () => {
  const js = `document.addEventListener('mokor-select', (event) => { event.preventDefault(); document.title = event.detail.slug })`
  const { page, close } = await open(directory('q="Maria Rossi"'), {}, { js })
  await cards(page).first().click()
  await page.waitForFunction(() => document.title === 'maria-rossi-7k3f')
  expect(await cards(page).first().isVisible()).toBe(true)
  await close()
})

test('one who takes no work now cannot be written to, and it is said', async () => {
  const { page, close } = await open(`<mokor-member slug="piero-riposa-4d8h"></mokor-member>`)
  await page.getByText('In questo periodo non prende lavori').waitFor()
  expect(await page.getByRole('button', { name: /Scrivi a/ }).count()).toBe(0)
  await close()
})

test('a message to a person goes by keyboard alone', async () => {
  const { page, complaints, close } = await open(`<mokor-member slug="maria-rossi-7k3f"></mokor-member>`)
  await page.getByRole('button', { name: 'Scrivi a Maria Rossi' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Messaggio' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ho una credenza dell’Ottocento da rimettere in piedi.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Carla Neri')
  await page.keyboard.press('Tab')
  await page.keyboard.type('carla@posta.example')
  await shot(page, 'profile-writing')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Manca solo la conferma').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('reads in order: search, filters, count, people', async () => {
  const { page, close } = await open(directory('limit="2"'))
  await page.getByText(everybody).waitFor()
  const tree = await page.locator('main').ariaSnapshot()
  const order = [
    'searchbox',
    '"Vicino a"',
    '"Cerca"',
    'group "Filtri"',
    everybody,
    'list "Persone e aziende"',
    '"Mostra altri"',
  ]
  const places = order.map((what) => tree.indexOf(what))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
  await close()
})

test.each([280, 390, 1280])('at %i pixels nothing is clipped', async (width) => {
  const { page, close } = await open(directory(), { viewport: { width, height: 800 } })
  await page.getByText(everybody).waitFor()
  expect(await overflows(page)).toBe(false)
  const columns = await page
    .locator('.list')
    .evaluate((list) => getComputedStyle(list).gridTemplateColumns.split(' ').length)
  expect(columns).toBe(width < 600 ? 1 : 3)
  await shot(page, `directory-${width}`)
  await close()
})

test.each([
  ['dark', 'color-scheme: dark; background: #121212; color: #eee'],
  ['dark page that says nothing of it', 'color-scheme: light; background: #16181d; color: #e8e6e1'],
  ['sepia', 'background: #f4ecd8; color: #433422'],
])('keeps its contrast on a %s page', async (name, css) => {
  const { page, close } = await open(directory(), { colorScheme: 'dark' }, { css: `:root { ${css} }` })
  await page.getByText(everybody).waitFor()
  await page.getByRole('button', { name: 'Prende lavori ora', exact: true }).click()
  await page.getByRole('button', { name: 'Togli Prende lavori ora' }).waitFor()
  // While an answer is awaited the old list is dimmed.
  await page.locator('.list[aria-busy=false]').waitFor()
  await shot(page, `directory-${name.split(' ').join('-')}`)
  expect(await axe(page)).toEqual([])
  await close()
})

test('text at 200 % stays whole', async () => {
  const { page, close } = await open(
    directory(),
    { viewport: { width: 640, height: 800 } },
    { css: 'html { font-size: 200% }' },
  )
  await page.getByText(everybody).waitFor()
  expect(await overflows(page)).toBe(false)
  await shot(page, 'directory-200-percent')
  await close()
})

test('text at 200 % on a small phone: the picture makes room, and nothing of the headline is cut', async () => {
  const { page, close } = await open(
    directory(),
    { viewport: { width: 320, height: 800 } },
    { css: 'html { font-size: 200% } body { margin: 16px }' },
  )
  await page.getByText(everybody).waitFor()
  expect(await overflows(page)).toBe(false)
  const cut = await page
    .locator('.card .line')
    .evaluateAll((lines) => lines.filter((line) => line.scrollHeight > line.clientHeight + 2).length)
  expect(cut).toBe(0)
  const face = await page.locator('.card .face').first().boundingBox()
  const name = await cards(page).first().boundingBox()
  expect(name?.y).toBeGreaterThan((face?.y ?? 0) + (face?.height ?? 0) - 1)
  await shot(page, 'directory-320-200-percent')
  await close()
})

test('forced colours: edges of cards and chosen chips are the system’s own, and solid', async () => {
  const { page, close } = await open(directory('province="CN"'), { forcedColors: 'active' })
  await page.getByRole('button', { name: 'Togli Cuneo' }).waitFor()
  await shot(page, 'directory-forced-colors')
  for (const what of ['.card', '.chip.on', '.chip[aria-pressed]']) {
    const edge = await page
      .locator(what)
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopColor)
    // The page's own hairline is a mix that lets the ground through.
    expect([what, edge]).toEqual([what, expect.stringMatching(/^rgb\(/)])
  }
  // A full dot is all edge, since the system paints no ground of ours.
  const full = await page
    .locator('[data-state=now]')
    .first()
    .evaluate((line) => Number.parseFloat(getComputedStyle(line, '::before').borderTopWidth))
  expect(full).toBeGreaterThan(4)
  await close()
})

test('speaks English under an English parent', async () => {
  const { page, close } = await open(`<div lang="en">${directory()}</div>`)
  await page.getByText('29 people and companies').waitFor()
  await close()
})
