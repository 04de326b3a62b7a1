// A room that brings everything of its own, in a browser: its page without script, and its documents at the editors' desk.
import path from 'node:path'
import { axe, closeBrowser, openBrowser, shot } from '../support/blog.js'
import { type Desk, openDesk } from '../support/desk.js'
import { type Mailbox, startMailbox } from '../support/mailbox.js'
import { type Network, startNetwork } from '../support/network.js'
import { bundleToyPlugin } from '../support/toy-plugin.mjs'
import { until } from '../support/until.js'

let network: Network
let mailbox: Mailbox
let desk: Desk

beforeAll(async () => {
  mailbox = await startMailbox()
  network = await startNetwork({
    DATABASE_URL: (process.env.MOKOR_TEST_MONGO ?? '').replace('/?', `/toy${process.pid}?`),
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    UNDO_SECONDS: '0',
    MOKOR_PLUGIN: await bundleToyPlugin(path.join(import.meta.dirname, '../..')),
  })
  desk = await openDesk(network)
}, 400_000)

afterAll(async () => {
  await closeBrowser()
  await network?.close()
  await mailbox?.stop()
})

const mailTo = (address: string, subject: string) =>
  until(`the mail «${subject}» to ${address}`, async () =>
    mailbox.mails.find((mail) => mail.to.includes(address) && mail.subject.includes(subject)),
  )

test('whoever has no script finds the form among the pages, fills it in and confirms by the mail’s link', async () => {
  const context = await (await openBrowser()).newContext({ javaScriptEnabled: false, locale: 'it' })
  const page = await context.newPage()
  await page.goto(`${network.url}/api/mokor/v1/pages?lang=it`)
  await page.getByRole('link', { name: 'Prendi in prestito' }).click()
  await page.getByText('Si tiene 14 giorni.').waitFor()
  await page.getByLabel('Che attrezzo serve?').fill('Trapano')
  await page.getByLabel('Nome e cognome').fill('Ada Neri')
  await page.getByRole('button', { name: 'Chiedi' }).click()
  // The e-mail is missing: it says so, and nothing that was typed is lost.
  expect(await page.getByLabel('Che attrezzo serve?').inputValue()).toBe('Trapano')
  await page.getByLabel('E-mail').fill('ada@posta.example')
  await shot(page, 'toy-page')
  await page.getByRole('button', { name: 'Chiedi' }).click()
  await page.getByRole('heading', { name: 'Manca la conferma' }).waitFor()
  const { text } = await mailTo('ada@posta.example', 'Conferma il prestito: Trapano')
  await page.goto(/https?:\/\/\S+\/pages\/link\/\S+/.exec(text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Confermo' }).click()
  await page.getByRole('heading', { name: 'Prestito chiesto' }).waitFor()
  await context.close()
}, 60_000)

test('editors find it in their list by its colour, and take its steps', async () => {
  const page = await desk.context.newPage()
  await page.goto(`${network.url}/admin/collections/loans`)
  await page.getByText('Si cerca anche per nome di chi lo chiede.').waitFor()
  const row = page.locator('tbody tr', { hasText: 'Trapano' })
  expect(await row.locator('.mokor-status--pending').textContent()).toBe('Chiesto')
  await shot(page, 'toy-list')
  await row.getByRole('link').first().click()
  const panel = page.locator('.mokor-panel')
  await panel.locator('.mokor-status--pending', { hasText: 'Chiesto' }).waitFor()
  await panel.getByRole('button', { name: 'Dai in prestito' }).click()
  await page.locator('.payload-toast-item', { hasText: 'Dato in prestito. Parte una mail.' }).waitFor()
  await panel.locator('.mokor-status--active', { hasText: 'In prestito' }).waitFor()
  await shot(page, 'toy-document')
  expect(await axe(page, '.mokor-panel')).toEqual([])
  await mailTo('ada@posta.example', 'È tuo in prestito: Trapano')
  await panel.getByRole('button', { name: 'È tornato' }).click()
  const dialog = page.locator('.mokor-ask')
  await dialog.getByText('Il prestito finisce qui.').waitFor()
  await dialog.getByRole('button', { name: 'Sì, è tornato' }).click()
  await panel.locator('.mokor-status--success', { hasText: 'Tornato' }).waitFor()
  expect(await page.locator('.mokor-timeline .mokor-status').allTextContents()).toEqual([
    'Tornato',
    'In prestito',
    'Chiesto',
    'Da confermare',
  ])
  await page.close()
}, 90_000)
