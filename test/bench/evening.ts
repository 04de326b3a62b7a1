// Twenty items of every kind, done at the desk by mouse, by keyboard alone and on a phone, and through the lists: counted in clicks,
// key presses and seconds of a page that nobody has to think over.
import type { BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { chromiumArgs } from '../support/chromium.mjs'
import { startSite } from '../support/site.js'
import { until } from '../support/until.js'
import { clearQueued, layOut, type Task, tasks } from './evening-items.js'
import { type Effort, Hand } from './hand.js'
import { startNext } from './next.js'
import { verdictOf } from './report.js'

const owner = { email: 'owner@rete.example', password: 'una parola lunga' }
const ways = ['mouse', 'keyboard', 'phone', 'lists'] as const
type Way = (typeof ways)[number]
type Perform = (hand: Hand, task: Task) => Promise<void>

const dialogOf = (page: Page) => page.locator('.mokor-ask')
const buttons = (page: Page) => dialogOf(page).locator('.mokor-ask__buttons button')
const action = (page: Page, step: string) => page.locator(`[data-mokor-action="${step}"]`)

/** Through the dialog's questions, however many a step has. @param go presses its last button */
async function answerDialog({ page }: Hand, task: Task, write: () => Promise<void>, go: () => Promise<void>) {
  const dialog = dialogOf(page)
  await dialog.waitFor()
  if (task.words) await write()
  // One question after the other, until the dialog has gone.
  for (let n = 0; n < 3 && (await dialog.isVisible()); n++) {
    const before = await dialog.locator('h2').textContent()
    await go()
    await until('the next question, or none', async () => {
      const now = await dialog
        .locator('h2')
        .textContent({ timeout: 500 })
        .catch(() => null)
      return now === null || now !== before
    })
  }
}

const byMouse: Perform = async (hand, task) => {
  const { page } = hand
  if (task.step === 'answer') {
    const writing = page.getByLabel('Scriversi')
    await hand.click(writing.getByRole('button', { name: /^Scrivi a/ }))
    await hand.type(task.words ?? '', writing.locator('textarea'))
    return hand.click(writing.getByRole('button', { name: 'Manda' }))
  }
  await hand.click(action(page, task.step))
  if (!task.words && !task.prefilled && !['drop', 'withdraw'].includes(task.step)) return
  await answerDialog(
    hand,
    task,
    () => hand.type(task.words ?? '', dialogOf(page).locator('textarea')),
    () => hand.click(buttons(page).last()),
  )
}

const byKeys: Perform = async (hand, task) => {
  const { page } = hand
  if (task.step === 'answer') {
    const writing = page.getByLabel('Scriversi')
    await hand.tabTo(writing.getByRole('button', { name: /^Scrivi a/ }))
    await hand.press('Enter')
    await hand.tabTo(writing.locator('textarea'))
    await hand.type(task.words ?? '')
    await hand.tabTo(writing.getByRole('button', { name: 'Manda' }))
    return hand.press('Enter')
  }
  const letter = await action(page, task.step).getAttribute('aria-keyshortcuts')
  if (!letter) throw new Error(`${task.kind} has no letter`)
  await hand.press(letter)
  await answerDialog(
    hand,
    task,
    async () => {
      await hand.tabTo(dialogOf(page).locator('textarea'))
      await hand.type(task.words ?? '')
    },
    async () => {
      await hand.tabTo(buttons(page).last())
      await hand.press('Enter')
    },
  )
}

/** One after the other, as the desk brings them. */
async function atDesk(hand: Hand, todo: Map<string, Task>, base: string, perform: Perform, next: () => Promise<void>) {
  const { page } = hand
  const efforts: [Task, Effort][] = []
  await page.goto(`${base}/admin/mokor/desk`)
  await page.locator('.mokor-queue[aria-busy=false]').waitFor()
  if (hand.isTouch) await hand.click(page.locator('[data-mokor-row]').first())
  for (let left = todo.size; left > 0; left--) {
    const sheet = page.locator('.mokor-sheet')
    await sheet.waitFor()
    const key = (await sheet.getAttribute('data-mokor-item')) ?? ''
    const task = todo.get(key)
    if (!task) throw new Error(`${key} is none of this evening's`)
    const effort = await hand.count(async () => {
      await perform(hand, task)
      await page.locator('.mokor-desk__item[aria-busy=false]').waitFor()
      if (['take', 'answer'].includes(task.step) && left > 1) {
        // It stays open: the work on it has only begun.
        await sheet
          .getByText(task.step === 'take' ? 'Presa in carico' : 'La redazione ha scritto')
          .first()
          .waitFor()
        await next()
      }
      if (left > 1) await page.locator(`.mokor-sheet:not([data-mokor-item="${key}"])`).waitFor()
    })
    efforts.push([task, effort])
    todo.delete(key)
  }
  return efforts
}

const lists: Partial<Record<Task['collection'], string>> = {
  members: 'members',
  commissions: 'commissions',
  donations: 'donations',
  outbox: 'mokor-outbox',
}

/** As before there was a desk: from the menu to a list, to a document, and back. Messages and answers have no way there. */
async function throughLists(hand: Hand, todo: Map<string, Task>, base: string, tidy: () => Promise<unknown>) {
  const { page } = hand
  const efforts: [Task, Effort][] = []
  await page.goto(`${base}/admin`)
  for (const [key, task] of todo) {
    const slug = lists[task.collection]
    if (!slug || task.step === 'answer') continue
    const id = key.split(':')[1]
    // What the steps before have queued would push a failed mail off the first page.
    await tidy()
    const effort = await hand.count(async () => {
      const link = page.locator(`#nav-${slug}`)
      await page.locator('.nav--nav-hydrated').waitFor({ state: 'attached' })
      if ((await page.locator('.nav--nav-open').count()) === 0)
        await hand.click(page.locator('.nav-toggler:visible').first())
      await hand.click(link)
      await hand.click(page.locator(`a[href$="/collections/${slug}/${id}"]`).first())
      await action(page, task.step).waitFor()
      await byMouse(hand, task)
      await page.locator('.payload-toast-item').first().waitFor()
    })
    efforts.push([task, effort])
  }
  return efforts
}

const sum = (efforts: readonly [Task, Effort][]): Effort =>
  efforts.reduce(
    (all, [, { clicks, keys, letters, seconds }]) => ({
      clicks: all.clicks + clicks,
      keys: all.keys + keys,
      letters: all.letters + letters,
      seconds: all.seconds + seconds,
    }),
    { clicks: 0, keys: 0, letters: 0, seconds: 0 },
  )

function print(all: Record<Way, [Task, Effort][]>): void {
  console.log(
    '\nAn evening of twenty items (per item: clicks or key presses; words that only an editor can write apart)',
  )
  console.log(`  ${''.padEnd(28)}${ways.map((way) => way.padStart(11)).join('')}`)
  for (const kind of new Set(tasks.map((task) => task.kind))) {
    const cells = ways.map((way) => {
      const mine = all[way].filter(([task]) => task.kind === kind)
      if (mine.length === 0) return '–'
      const { clicks, keys } = sum(mine)
      return ((clicks + keys) / mine.length).toFixed(1)
    })
    console.log(`  ${kind.padEnd(28)}${cells.map((cell) => cell.padStart(11)).join('')}`)
  }
  const total = (name: string, of: (effort: Effort) => number, digits = 0) =>
    console.log(`  ${name.padEnd(28)}${ways.map((way) => of(sum(all[way])).toFixed(digits).padStart(11)).join('')}`)
  console.log(`  ${'items done'.padEnd(28)}${ways.map((way) => String(all[way].length).padStart(11)).join('')}`)
  total('clicks', ({ clicks }) => clicks)
  total('key presses', ({ keys }) => keys)
  total('letters of own words', ({ letters }) => letters)
  total('seconds', ({ seconds }) => seconds, 1)
}

async function signedIn(base: string, phone: boolean): Promise<BrowserContext> {
  const browser = await chromium.launch({
    executablePath: process.env.MOKOR_TEST_CHROMIUM as string,
    args: chromiumArgs,
  })
  const context = await browser.newContext({
    locale: 'it',
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: phone,
  })
  context.setDefaultTimeout(60_000)
  await context.addCookies([{ name: 'payload-lng', value: 'it', url: base }])
  await context.request.post(`${base}/api/users/login`, { data: owner })
  return context
}

export async function evening(): Promise<void> {
  const site = await startSite({ database: 'mongo', plugin: { features: 'all', outbox: { worker: false } } })
  const { payload } = site
  await payload.create({ collection: 'users', data: { ...owner, mokorRoles: ['owner'] } as never })
  // Nothing leaves while the hand is at work.
  const next = await startNext(site.databaseUrl, { UNDO_SECONDS: '3600' })
  const all = {} as Record<Way, [Task, Effort][]>
  try {
    for (const way of ways) {
      const todo = await layOut(payload)
      const context = await signedIn(next.origin, way === 'phone')
      const page = await context.newPage()
      const hand = new Hand(page, way === 'phone')
      if (way === 'keyboard') await switchLettersOn(page, next.origin)
      all[way] =
        way === 'lists'
          ? await throughLists(hand, todo, next.origin, () => clearQueued(payload))
          : await atDesk(hand, todo, next.origin, way === 'keyboard' ? byKeys : byMouse, () =>
              way === 'keyboard' ? hand.press('j') : hand.click(page.getByRole('button', { name: 'Successiva' })),
            )
      await context.browser()?.close()
      console.log(`  by ${way}: ${all[way].length} items done`)
    }
    print(all)
    const mean = (way: Way, kind: string) => {
      const mine = all[way].filter(([task]) => task.kind === kind)
      const { clicks, keys } = sum(mine)
      return (clicks + keys) / Math.max(mine.length, 1)
    }
    for (const kind of ['member: approve', 'member: refuse', 'request: take'])
      verdictOf(
        `${kind} costs ${mean('mouse', kind).toFixed(1)} clicks at the desk, no more than the ${mean('lists', kind).toFixed(1)} through the list`,
        mean('mouse', kind) <= mean('lists', kind),
      )
    verdictOf(
      `all ${tasks.length} are done at the desk by mouse, by keyboard alone and on a phone`,
      (['mouse', 'keyboard', 'phone'] as const).every((way) => all[way].length === tasks.length),
    )
  } finally {
    await next.stop()
    await site.close()
  }
}

/** Once for all evenings: not counted. */
async function switchLettersOn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/admin/mokor/desk`)
  await page.locator('.mokor-queue[aria-busy=false]').waitFor()
  await page.getByRole('button', { name: 'Tasti' }).click()
  const kept = page.waitForResponse((answer) => answer.url().includes('payload-preferences') && answer.ok())
  await page.getByLabel('Usa i tasti').check()
  await kept
  await page.locator('.mokor-sheet .mokor-key').first().waitFor()
  await page.getByRole('button', { name: 'Chiudi' }).click()
}
