// The forms in a partner's page: opened as a visitor finds them, filled in, and what the network keeps of them.
import type { Locator, Page } from 'playwright-core'
import { slugOf } from '../../plugin/runtime.js'
import { type Blog, visit } from './blog.js'
import type { Site } from './site.js'

export type Tag = 'mokor-commission-form' | 'mokor-join-form' | 'mokor-donate'

interface Opening {
  options?: Parameters<typeof visit>[1]
  page?: object
  /** Another blog than the admitted one. */
  from?: Blog
}

export function formsIn({ blog, site }: { blog: Blog; site: Site }) {
  const body = (tag: Tag, attributes = '') =>
    `<${tag} ${attributes}><a href="${site.url}/api/mokor/v1/pages/ask">Vai alla rete</a></${tag}>`
  return {
    body,
    async open(tag: Tag, { options = {}, page = {}, from = blog }: Opening = {}) {
      const seen = await visit(from.publish(site.url, body(tag), page), options)
      seen.page.setDefaultTimeout(8000)
      const form = seen.page.locator(tag)
      await form.getByRole('form').waitFor()
      return { ...seen, form }
    },
    /** Newest first. */
    stored: (key: 'commissions' | 'members' | 'donations') =>
      site.payload.find({ collection: slugOf(site.payload, key), sort: '-createdAt', limit: 5, depth: 0 }),
  }
}

/** The challenge has come, and is being solved. */
export const solving = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/solver')))

export async function fillRequest(form: Locator): Promise<void> {
  await form.getByLabel('Che lavoro serve?').fill('Montare una mensola in cucina')
  await form.getByLabel('A distanza').check()
  await form.getByLabel('Presto').check()
  await form.getByLabel('Nome e cognome').fill('Ada Verdi')
  await form.getByRole('textbox', { name: 'E-mail' }).fill(`ada.${Math.random().toString(36).slice(2)}@posta.example`)
  await form.getByLabel('La rete può mostrare').check()
}
