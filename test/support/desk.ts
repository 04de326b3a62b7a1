// The owner of a built network at work: signed up in Italian through the admin's own page, and at its API with that cookie.
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './blog.js'
import type { Network } from './network.js'

type Options = Parameters<APIRequestContext['fetch']>[1]

export interface Desk {
  context: BrowserContext
  /** What the API answers to the owner. @throws its refusal */
  ask<T>(address: string, options?: Options): Promise<T>
}

export const owner = { email: 'owner@rete.example', password: 'una parola lunga' }

/** The first user's way in, up to their desk. */
export async function signUp(page: Page, network: Network): Promise<void> {
  await page.goto(`${network.url}/admin`)
  // What is typed before React has taken the page over is lost to it.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('#field-email') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  await page.locator('#field-email').fill(owner.email)
  await page.locator('#field-password').fill(owner.password)
  await page.locator('#field-confirm-password').fill(owner.password)
  await page.locator('button[type=submit]').click()
  await page
    .locator('.mokor-desk')
    .waitFor()
    .catch(async (cause: unknown) => {
      throw new Error(`the first user does not get in:\n${await page.locator('body').textContent()}`, { cause })
    })
}

export async function openDesk(network: Network): Promise<Desk> {
  const context = await (await openBrowser()).newContext({ locale: 'it', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await signUp(page, network)
  await page.close()
  return {
    context,
    async ask(address, options = {}) {
      // Payload takes the cookie only with an origin it knows.
      const headers = { Origin: network.url }
      const answer = await context.request.fetch(`${network.url}/api${address}`, { ...options, headers })
      const body = await answer.json()
      if (!answer.ok()) throw new Error(`${address}: ${JSON.stringify(body)}`)
      return body
    },
  }
}
