// What people do on a site that has the network, over HTTP alone: widgets, a form, its mail, the editor, the directory.
import { joinBody, type Site, send } from '../support/forms.js'
import { linkIn, openLink } from '../support/mail-link.js'
import type { Mailbox } from '../support/mailbox.js'
import { until } from '../support/until.js'

const api = '/api/mokor/v1'
export const owner = { email: 'owner@network.example', password: 'una parola lunga' }

interface Answer {
  status: number
  text: string
}

export interface Visitor {
  get(at: string, headers?: Record<string, string>): Promise<Answer>
  /** Signs the owner in; the first user of a site is made so. */
  signIn(first: boolean): Promise<Record<string, string>>
  /** Joins, and confirms by the mail. */
  join(mailbox: Mailbox): Promise<void>
  approve(as: Record<string, string>): Promise<void>
  directory(query?: string): Promise<{ name: string; slug: string }[]>
}

/** @param url with the base path */
export function visitorOf(url: string): Visitor {
  const site: Site = { fetch: (at, init) => fetch(url + at, init), config: { routes: { api: '/api' } } }
  const get = async (at: string, headers = {}) => {
    const answer = await fetch(url + at, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  const jsonOf = async <T>(at: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(url + at, init)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${at}: ${answer.status} ${text.slice(0, 500)}`)
    return JSON.parse(text) as T
  }
  const posted = (data: object, headers = {}) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(data),
  })
  return {
    get,
    async signIn(first) {
      const at = `/api/users/${first ? 'first-register' : 'login'}`
      const { token } = await jsonOf<{ token: string }>(at, posted(owner))
      return { Authorization: `JWT ${token}` }
    },
    async join(mailbox) {
      const skills = [{ skill: 'falegname', origin: 'practised', years: 12 }]
      const answer = await send(site, '/members', { ...joinBody, skills })
      expect([answer.status, await answer.json()]).toMatchObject([202, { status: 'unconfirmed' }])
      const mail = await until('the mail that confirms', () =>
        mailbox.mails.find(({ to }) => to.includes(joinBody.email)),
      )
      const address = linkIn(mail)
      expect(address.startsWith(`${url}${api}/pages/link/`)).toBe(true)
      const page = await openLink(address)
      expect(page.status).toBe(200)
      expect((await page.press()).status).toBe(200)
    },
    async approve(as) {
      const { docs } = await jsonOf<{ docs: { id: number | string; status: string }[] }>('/api/members', {
        headers: as,
      })
      expect(docs.map(({ status }) => status)).toEqual(['pending'])
      const done = await jsonOf<{ doc: { status: string } }>(
        `/api/members/${docs[0]?.id}/mokor/approve`,
        posted({}, as),
      )
      expect(done.doc.status).toBe('active')
    },
    async directory(query = '') {
      return (await jsonOf<{ members: { name: string; slug: string }[] }>(`${api}/members${query}`, {})).members
    },
  }
}

/** The loader, and a part that it brings in. */
export async function widgetsOf(url: string): Promise<Answer[]> {
  const base = `${url}${api}/widgets/`
  const loader = await fetch(`${base}mokor.js`)
  const text = await loader.text()
  const [, part = 'none.js'] = /"\.\/([\w-]+\.js)"/.exec(text) ?? []
  const second = await fetch(base + part)
  expect([loader, second].map(({ headers }) => headers.get('content-type'))).toEqual(
    Array(2).fill(expect.stringContaining('text/javascript')),
  )
  return [
    { status: loader.status, text },
    { status: second.status, text: await second.text() },
  ]
}
