// The example blog as its readers meet it: every page, three looks, wide and narrow, with and without script.
import fs from 'node:fs'
import path from 'node:path'
import { populate } from '../../examples/network/seed/populate.js'
import { startBlog } from '../../examples/partner-blog/server.mjs'
import { axe, closeBrowser, measureShifts, overflows, shot, visit } from '../support/blog.js'
import { startSite } from '../support/site.js'

const folder = path.join(import.meta.dirname, '../../examples/partner-blog/site')
const pages = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('parts'))
  .map((file) => `/${file}`)
const looks = ['day', 'night', 'workshop'] as const

const site = await startSite()
await populate(site.payload, 120, () => undefined)
const blog = await startBlog({ network: site.url, port: 0 })

afterAll(async () => {
  await closeBrowser()
  await blog.close()
  await site.close()
})

test('there are stories to read, each with enough to say', () => {
  const stories = pages.filter((page) => fs.readFileSync(path.join(folder, page), 'utf8').includes('class="opening"'))
  const long = stories.filter((page) => fs.readFileSync(path.join(folder, page), 'utf8').split(/\s+/).length > 300)
  expect(long.length).toBeGreaterThanOrEqual(5)
})

test.each(pages)('%s: no violation of the policy, nothing clipped, axe content', async (page) => {
  for (const [index, width] of [1280, 280].entries()) {
    const seen = await visit(blog.origin + page, { viewport: { width, height: 900 } })
    const theme = looks[(pages.indexOf(page) + index) % looks.length] as string
    await seen.page.locator(`[data-theme="${theme}"]`).click()
    for (const element of await seen.page
      .locator('main :is(mokor-directory, mokor-member, mokor-commission-form, mokor-join-form, mokor-donate)')
      .all()) {
      await element.scrollIntoViewIfNeeded()
      await seen.page.waitForFunction(
        (one) => Boolean(one?.shadowRoot?.querySelector('h2, h3, form, ul')),
        await element.elementHandle(),
      )
    }
    await seen.page.waitForLoadState('networkidle')
    await shot(seen.page, `blog${page.replace(/\W+/g, '-')}-${width}-${theme}`)
    expect([page, width, await overflows(seen.page)]).toEqual([page, width, false])
    expect(await axe(seen.page, 'body')).toEqual([])
    expect(seen.complaints).toEqual([])
    await seen.close()
  }
})

test('without script the fallback links lead to pages of the network that serve', async () => {
  const found = new Set<string>()
  for (const page of pages) {
    const seen = await visit(blog.origin + page, { javaScriptEnabled: false })
    for (const link of await seen.page
      .locator('main :is(mokor-directory, mokor-member, mokor-commission-form, mokor-join-form, mokor-donate) a')
      .all()) {
      expect(await link.isVisible()).toBe(true)
      found.add(String(await link.getAttribute('href')))
    }
    await seen.close()
  }
  expect(found.size).toBeGreaterThanOrEqual(5)
  for (const address of found) {
    const answer = await fetch(address)
    expect([address, answer.status]).toEqual([address, 200])
    expect(answer.headers.get('content-type')).toContain('text/html')
  }
})

test.each(['/', '/chi-lo-sa-fare.html', '/sostieni.html'])('%s hardly moves while it is drawn', async (address) => {
  const { page, close } = await visit('about:blank')
  const shifts = await measureShifts(page)
  await page.goto(blog.origin + address)
  await page.waitForLoadState('networkidle')
  expect(await shifts()).toBeLessThan(0.05)
  await close()
})

test('text at 200 % on a small phone: no heading breaks a word, and the looks wrap', async () => {
  for (const address of pages) {
    const { page, close } = await visit(blog.origin + address, { viewport: { width: 320, height: 700 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '225%'
    })
    expect([address, await overflows(page)]).toEqual([address, false])
    const broken = await page.locator('main h1, main .lead h2').evaluateAll((headings) =>
      headings.flatMap((heading) => {
        const words: string[] = []
        const nodes = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
        for (let node = nodes.nextNode(); node; node = nodes.nextNode())
          for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + word.length)
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) words.push(word)
          }
        return words
      }),
    )
    expect([address, broken]).toEqual([address, []])
    await close()
  }
})

test('with forced colours only the look that is worn is marked', async () => {
  const { page, close } = await visit(blog.origin, { forcedColors: 'active' })
  await page.getByRole('button', { name: 'Notte' }).click()
  const marked = await page.locator('.themes button').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { textDecorationLine, borderBottomWidth } = getComputedStyle(button)
        return textDecorationLine !== 'none' || borderBottomWidth !== '0px'
      })
      .map((button) => button.textContent),
  )
  expect(marked).toEqual(['Notte'])
  await close()
})

test.each(looks)('lists that open in the look %s are on its own paper', async (look) => {
  const { page, close } = await visit(`${blog.origin}/chi-lo-sa-fare.html`)
  await page.locator(`[data-theme="${look}"]`).click()
  await page.getByRole('button', { name: 'Togli Bergamo' }).waitFor()
  await page.getByRole('button', { name: 'Provincia' }).click()
  const groundOf = (one: Element) => getComputedStyle(one).backgroundColor
  expect(await page.locator('.panel').evaluate(groundOf)).toBe(await page.locator('html').evaluate(groundOf))
  await shot(page, `blog-list-${look}`)
  expect(await axe(page)).toEqual([])
  await close()
})

test.each(looks)('on paper the look %s is dark ink', async (look) => {
  const { page, close } = await visit(blog.origin)
  await page.locator(`[data-theme="${look}"]`).click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(36, 28, 21)')
  await close()
})

test('who reads English finds the way to join and to give', async () => {
  const { page, close } = await visit(`${blog.origin}/en/`)
  for (const name of ['Join', 'Give']) {
    const address = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    const answer = await fetch(String(address))
    expect([address, answer.status]).toEqual([address, 200])
    expect(await answer.text()).toContain('<html lang="en"')
  }
  await close()
})

test('every link inside the blog leads somewhere', async () => {
  for (const page of pages) {
    const text = await (await fetch(blog.origin + page)).text()
    expect(text).not.toMatch(/\{\{|#include/)
    for (const [, address] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g))
      expect([page, address, (await fetch(blog.origin + address)).status]).toEqual([page, address, 200])
  }
  expect((await fetch(`${blog.origin}/..%2fserver.mjs`)).status).toBe(404)
  expect((await fetch(`${blog.origin}/%E0%A4%A`)).status).toBe(404)
})
