// What forms send: bodies that are in order, and the proof of work that goes with them.
import { pbkdf2Sync } from 'node:crypto'
import { solveChallenge } from 'altcha-lib'
import { blogOrigin } from './organisation.js'

export const api = '/api/mokor/v1'

/** A site as far as forms know it: in this process, or one that was built. */
export interface Site {
  fetch(path: string, init?: RequestInit): Promise<Response>
  config: { routes: { api: string } }
}

/** Where this site has the public API. */
const baseOf = (site: Site): string => `${process.env.NEXT_BASE_PATH ?? ''}${site.config.routes.api}/mokor/v1`

/** The same key as the library's own function, in half the time: a form costs up to 2,000 of them. */
const deriveKey: Parameters<typeof solveChallenge>[0]['deriveKey'] = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: pbkdf2Sync(password, salt, cost, keyLength ?? 32, 'sha256'),
})

/** Asks for a challenge as the blog does, and solves it. */
export async function solvedChallenge(site: Site): Promise<string> {
  const response = await site.fetch(`${baseOf(site)}/challenge`, { headers: { Origin: blogOrigin } })
  const challenge = (await response.json()) as Parameters<typeof solveChallenge>[0]['challenge']
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64url')
}

export interface Sending {
  origin?: string | null
  headers?: Record<string, string>
}

/** Posts a form from the blog, with the body as it stands. */
export function post(site: Site, path: string, body: unknown, { origin = blogOrigin, headers = {} }: Sending = {}) {
  return site.fetch(`${baseOf(site)}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(origin === null ? {} : { Origin: origin }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** Posts a form from the blog with a fresh proof of work. */
export const send = async (site: Site, path: string, body: object, how?: Sending) =>
  post(site, path, { challenge: await solvedChallenge(site), ...body }, how)

const page = `${blogOrigin}/lavoro`

export const joinBody = {
  lang: 'it',
  page,
  kind: 'professional',
  firstName: 'Maria',
  lastName: 'Rossi',
  headline: 'Restauro mobili',
  skills: [{ own: 'Restauro di mobili antichi', origin: 'practised', years: 12 }],
  place: { municipality: '015146' },
  modes: ['onsite'],
  radiusKm: 25,
  availability: { state: 'now' },
  email: 'maria@people.example',
  reach: 'public',
  consents: [
    { what: 'adult', version: '1' },
    { what: 'rules', version: '1' },
    { what: 'publish', version: '1' },
  ],
} as const

export const contactBody = {
  lang: 'it',
  page,
  name: 'Carla Bianchi',
  email: 'carla@clients.example',
  message: 'Buongiorno, avrei una credenza da restaurare.',
} as const

export const commissionBody = {
  lang: 'it',
  page,
  client: { kind: 'person', name: 'Carla Bianchi', email: 'carla@clients.example' },
  description: 'Una credenza del nonno da restaurare, con due ante rotte.',
  skills: [{ own: 'Restauro di mobili' }],
  mode: 'onsite',
  place: { municipality: '015146' },
  when: { soon: 'no-hurry' },
  choice: 'network',
  consents: [{ what: 'share', version: '1-share-2' }],
} as const

export const donationBody = {
  lang: 'it',
  page,
  amountCents: 2500,
  frequency: 'once',
  donor: { type: 'person', name: 'Dino Verdi', email: 'dino@donors.example' },
  publicAs: 'anonymous',
} as const

/** Bodies with every field there is. */
export const wholeBodies: Record<string, object> = {
  '/members': {
    ...joinBody,
    kind: 'company',
    helper: { name: 'Ada Neri', email: 'ada@people.example', consent: true },
    companyName: 'Rossi e figli',
    displayAs: 'company',
    experience: 'Vent’anni di bottega',
    skills: [{ skill: 'falegname', origin: 'practised', years: 12, note: 'Anche infissi', qualified: 'yes' }],
    availability: { state: 'from', from: '2031-01-01' },
    languages: ['it'],
    links: [{ label: 'Sito', url: 'https://rossi.example' }],
    phone: '+39 333 123 4567',
    phonePublic: true,
  },
  '/members/maria-r-7k3f/contact': { ...contactBody, phone: '+39 333 123 4567' },
  '/commissions': {
    ...commissionBody,
    client: {
      ...commissionBody.client,
      kind: 'organisation',
      organisation: 'Bianchi srl',
      phone: '+39 333 123 4567',
      contactBy: 'phone',
      callTimes: 'La sera',
    },
    skills: [{ skill: 'falegname' }],
    placeNote: 'Al secondo piano',
    when: { soon: 'by', by: '2031-01-01' },
    member: 'maria-r-7k3f',
    wanted: ['maria-r-7k3f', 'ugo-b-2c9d'],
    urgent: true,
    micro: true,
  },
  '/donations': { ...donationBody, publicAs: 'name', currency: 'EUR', message: 'Bravi', method: 'bank-transfer' },
}
