// The owner of a built network at work: signed up in Italian through the admin's own page, and at its API with that cookie.
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './blog.js'
import type { Network } from './network.js'
import { until } from './until.js'

type Options = Parameters<APIRequestContext['fetch']>[1]

export interface Desk {
  context: BrowserContext
  /** What the API answers to the owner. @throws its refusal */
  ask<T>(address: string, options?: Options): Promise<T>
  create(collection: string, data: object): Promise<{ id: string }>
}

export const owner = { email: 'owner@rete.example', password: 'una parola lunga' }

/** A member who joined on paper and waits for the editors. */
export const paperMember = (firstName: string, more: object = {}): object => ({
  kind: 'professional',
  firstName,
  lastName: 'Fermi',
  displayAs: 'initial',
  headline: `Falegname, riparo infissi (${firstName})`,
  lang: 'it',
  skills: [{ own: 'Riparo infissi', origin: 'practised', years: 12 }],
  place: { municipality: 'Monza' },
  modes: ['onsite'],
  radiusKm: 25,
  availability: { state: 'now' },
  email: `${firstName.toLowerCase()}@posta.example`,
  reach: 'public',
  channel: 'paper',
  status: 'pending',
  consents: [{ what: 'adult' }, { what: 'rules' }, { what: 'publish' }],
  ...more,
})

/** The first user's way in, up to their desk. */
export async function signUp(page: Page, network: Network): Promise<void> {
  await page.goto(`${network.url}/admin`)
  const wanted = { email: owner.email, password: owner.password, 'confirm-password': owner.password }
  const desk = page.locator('.mokor-today')
  const patience = { timeout: 2000 }
  const fillAndSend = async () => {
    for (const [name, value] of Object.entries(wanted)) await page.locator(`#field-${name}`).fill(value, patience)
    await page.locator('button[type=submit]').click(patience)
  }
  // What is typed or pressed before React and the form's first state are there is lost: it is done again, as a person would.
  await until('the first user’s desk', async () => {
    if (await desk.isVisible()) return true
    await fillAndSend().catch(() => undefined)
    return desk.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    )
  })
}

export async function openDesk(network: Network): Promise<Desk> {
  const context = await (await openBrowser()).newContext({ locale: 'it', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await signUp(page, network)
  await page.close()
  const ask: Desk['ask'] = async (address, options = {}) => {
    // Payload takes the cookie only with an origin it knows.
    const headers = { Origin: network.url }
    const answer = await context.request.fetch(`${network.url}/api${address}`, { ...options, headers })
    const body = await answer.json()
    if (!answer.ok()) throw new Error(`${address}: ${JSON.stringify(body)}`)
    return body
  }
  return {
    context,
    ask,
    async create(collection, data) {
      const { doc } = await ask<{ doc: { id: string } }>(`/${collection}`, { method: 'POST', data })
      return doc
    },
  }
}
