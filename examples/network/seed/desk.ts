// Work for the desk: requests in several states, pledges, two teams. Everybody in them is invented.
import type { Payload } from 'payload'
import { type CommissionInput, commissionInput } from '../../../collections/commissions/dto.js'
import { createCommission } from '../../../collections/commissions/service.js'
import { transition } from '../../../collections/commissions/transition.js'
import type { Commission } from '../../../collections/commissions/types.js'
import { type DonationInput, donationInput } from '../../../collections/donations/dto.js'
import { createDonation } from '../../../collections/donations/service.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { recordConsents } from '../../../plugin/fields/consents.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'

type Id = number | string

const hour = 3_600_000
const day = 24 * hour

interface DemoRequest {
  client: CommissionInput['client']
  description: string
  /** Slugs of trades. */
  skills: string[]
  /** ISTAT code; absent when the work is done from afar. */
  place?: string
  soon?: 'soon' | 'no-hurry'
  hoursAgo: number
  /** How far it has come. @default 'unconfirmed' */
  steps?: ('take' | 'close' | 'decline')[]
  received?: true
  channel?: 'phone' | 'paper'
  why?: string
}

const person = (name: string, mail: string): CommissionInput['client'] => ({
  kind: 'person',
  name,
  email: `${mail}@posta.example`,
  contactBy: 'email',
})

const requests: DemoRequest[] = [
  {
    client: person('Irene Colli', 'irene.colli'),
    description:
      'Una persiana di legno non chiude più e due si sono scurite. Sono al secondo piano, ci si arriva bene.',
    skills: ['falegname'],
    place: '016024',
    soon: 'soon',
    hoursAgo: 2,
  },
  {
    client: person('Dario Ferri', 'dario.ferri'),
    description: 'Cerco chi mi insegni a usare il telefono per le videochiamate con i nipoti, un’ora alla settimana.',
    skills: ['aiuto-computer'],
    place: '015146',
    soon: 'no-hurry',
    hoursAgo: 5,
  },
  {
    client: {
      kind: 'organisation',
      name: 'Paola Neri',
      organisation: 'Biblioteca di quartiere',
      email: 'biblioteca@posta.example',
      phone: '+39 300 555 0111',
      contactBy: 'phone',
      callTimes: 'la mattina dalle 9 alle 12',
    },
    description: 'Letture ad alta voce per bambine e bambini, quattro sabati di dicembre, un’ora ciascuno.',
    skills: ['attore', 'narratore'],
    place: '001272',
    hoursAgo: 7,
    received: true,
  },
  {
    client: person('Gioele Marchi', 'gioele.marchi'),
    description: 'Il rubinetto della cucina perde da una settimana e lo scarico è lento. Casa degli anni settanta.',
    skills: ['idraulico'],
    place: '058091',
    soon: 'soon',
    hoursAgo: 26,
    received: true,
  },
  {
    client: { ...person('Assunta Riva', 'assunta.riva'), phone: '+39 300 555 0122', contactBy: 'phone' },
    description:
      'Compagnia a mia madre tre pomeriggi la settimana: ha ottantotto anni, le piace parlare e giocare a carte.',
    skills: ['badante'],
    place: '037006',
    hoursAgo: 50,
    received: true,
    channel: 'phone',
  },
  {
    client: person('Matteo Serra', 'matteo.serra'),
    description: 'Muretto del giardino caduto dopo la pioggia, circa sei metri, pietra già sul posto.',
    skills: ['muretti-a-secco', 'muratore'],
    place: '017029',
    hoursAgo: 9 * 24,
    received: true,
  },
  {
    client: person('Nadia Testa', 'nadia.testa'),
    description: 'Traduzione dall’italiano all’inglese di un sito di otto pagine su un piccolo museo della seta.',
    skills: ['traduttore'],
    hoursAgo: 30,
    steps: ['take'],
  },
  {
    client: {
      kind: 'organisation',
      name: 'Luca Bassi',
      organisation: 'Circolo Il Tiglio',
      email: 'circolo.tiglio@posta.example',
      contactBy: 'email',
    },
    description: 'Impianto luci e audio per la festa del circolo, due serate, con montaggio il venerdì.',
    skills: ['service-audio', 'tecnico-luci'],
    place: '048017',
    hoursAgo: 3 * 24,
    steps: ['take'],
  },
  {
    client: person('Rosa Leone', 'rosa.leone'),
    description: 'Orlo a sei pantaloni e una cerniera da cambiare. Posso portarli io.',
    skills: ['riparazioni-sartoriali'],
    place: '063049',
    hoursAgo: 12 * 24,
    steps: ['take', 'close'],
  },
  {
    client: person('Ivo Conti', 'ivo.conti'),
    description: 'Quattro sedie impagliate da rifare, la struttura è buona.',
    skills: ['impagliatore'],
    place: '024116',
    hoursAgo: 20 * 24,
    steps: ['take', 'close'],
    channel: 'paper',
  },
  {
    client: person('Sergio Galli', 'sergio.galli'),
    description: 'Cerco qualcuno che faccia la tesi al posto di mio figlio, argomento storia economica.',
    skills: ['ghostwriter'],
    hoursAgo: 40,
    steps: ['decline'],
    why: 'La rete non può mettere in contatto per scrivere una tesi al posto di chi si laurea. Se serve una revisione del testo, siamo qui.',
  },
]

const pledges: { gift: DonationInput; daysAgo: number; arrived?: true }[] = [
  {
    gift: { amountCents: 2500, donor: { type: 'person', name: 'Bruna Valli', email: 'bruna.valli@posta.example' } },
    daysAgo: 1,
  },
  { gift: { amountCents: 1000, frequency: 'monthly', donor: { type: 'person' } }, daysAgo: 3 },
  {
    gift: {
      amountCents: 5000,
      donor: { type: 'person', name: 'Elio Santi', email: 'elio.santi@posta.example' },
      publicAs: 'name',
      message: 'Per chi ricomincia.',
    },
    daysAgo: 12,
    arrived: true,
  },
  {
    gift: {
      amountCents: 20000,
      donor: { type: 'organisation', name: 'Cooperativa Il Melograno', email: 'melograno@posta.example' },
      publicAs: 'name',
      message: 'Con gratitudine dalla nostra falegnameria.',
    },
    daysAgo: 21,
    arrived: true,
  },
  { gift: { amountCents: 1500, donor: { type: 'person' }, message: 'Avanti così!' }, daysAgo: 26, arrived: true },
]

const teams = [
  {
    name: 'Casa vecchia, mani nuove',
    purpose: 'Ristrutturiamo case vecchie senza rifarle nuove',
    status: 'active',
    public: true,
    forRequest: false,
    people: [
      { trade: 'muratore', role: 'Muri e calce' },
      { trade: 'elettricista', role: 'Impianti' },
      { trade: 'falegname', role: 'Porte e finestre' },
      { trade: 'imbianchino', role: 'Colori' },
    ],
  },
  {
    name: 'Festa in cortile',
    purpose: 'Una festa di quartiere, dalla cucina alla musica',
    status: 'forming',
    public: false,
    forRequest: true,
    people: [
      { trade: 'cuoco', role: 'Cucina' },
      { trade: 'musicista', role: 'Musica' },
      { trade: 'animatore', role: 'Giochi' },
    ],
  },
]

export const deskSize = { commissions: requests.length, donations: pledges.length, teams: teams.length }

/**
 * What a filling that was cut short has left there already is passed over.
 * @param skills ids of trades by slug
 */
export async function fillDesk(payload: Payload, skills: Map<string, Id>): Promise<void> {
  const beyond = async <T>(list: T[], key: keyof typeof deskSize): Promise<T[]> =>
    list.slice((await payload.count({ collection: slugOf(payload, key), trash: true })).totalDocs)
  for (const request of await beyond(requests, 'commissions')) await saveRequest(payload, request, skills)
  for (const pledge of await beyond(pledges, 'donations')) await savePledge(payload, pledge)
  for (const team of await beyond(teams, 'teams')) await saveTeam(payload, team, skills)
}

const versionOf = (payload: Payload): string => mokor(payload).options.organisation.consentVersion

async function saveRequest(payload: Payload, request: DemoRequest, skills: Map<string, Id>): Promise<void> {
  const at = new Date(Date.now() - request.hoursAgo * hour)
  const facts = { lang: 'it', page: null, how: 'web', at } as const
  const data = commissionInput.parse({
    client: request.client,
    description: request.description,
    skills: request.skills.map((skill) => ({ skill })),
    mode: request.place ? 'onsite' : 'remote',
    ...(request.place ? { place: { municipality: request.place } } : {}),
    when: { soon: request.soon ?? 'no-hurry' },
    consents: [{ what: 'share', version: versionOf(payload) }],
  } satisfies CommissionInput)
  if (!request.received && !request.steps) {
    await createCommission(payload, data, facts)
    return
  }
  await inTransaction(payload, async (req) => {
    const { client, description, mode, place, when, choice } = data
    let commission = (await payload.create({
      collection: slugOf(payload, 'commissions'),
      req,
      depth: 0,
      context: transitionContext({ by: 'client', at }),
      data: {
        status: 'received',
        client: { ...client, lang: 'it' },
        description,
        skills: request.skills.map((slug) => ({ skill: skills.get(slug) })),
        mode,
        place: place ?? {},
        when,
        choice,
        channel: request.channel ?? 'web',
        consents: recordConsents(data.consents, facts),
        createdAt: at.toISOString(),
      },
    })) as unknown as Commission
    for (const [index, step] of (request.steps ?? []).entries())
      commission = await transition(req, commission, step, {
        by: mokor(payload).options.organisation.email,
        at: new Date(at.getTime() + (index + 1) * 20 * hour),
        ...(request.why ? { why: request.why } : {}),
      })
  })
}

async function savePledge(payload: Payload, { gift, daysAgo, arrived }: (typeof pledges)[number]): Promise<void> {
  const at = new Date(Date.now() - daysAgo * day)
  const consents = gift.publicAs === 'name' ? [{ what: 'publish', version: versionOf(payload) }] : []
  const data = donationInput.parse({ ...gift, consents })
  const slip = await createDonation(payload, data, { lang: 'it', page: null, how: 'web', at })
  if (!arrived) return
  await payload.update({
    collection: slugOf(payload, 'donations'),
    where: { reference: { equals: slip.reference } },
    depth: 0,
    data: {
      status: 'received',
      receivedAt: new Date(at.getTime() + 2 * day).toISOString(),
      receivedCents: slip.amountCents,
    },
  })
}

async function saveTeam(payload: Payload, team: (typeof teams)[number], skills: Map<string, Id>): Promise<void> {
  const members: { member: Id; role: string }[] = []
  for (const { trade, role } of team.people) {
    const { docs } = await payload.find({
      collection: slugOf(payload, 'members'),
      where: {
        and: [
          { 'skills.skill': { equals: skills.get(trade) } },
          { status: { equals: 'active' } },
          { reach: { equals: 'public' } },
          { id: { not_in: members.map(({ member }) => member) } },
        ],
      },
      limit: 1,
      depth: 0,
    })
    if (docs[0]) members.push({ member: docs[0].id, role })
  }
  const at = new Date(Date.now() - day).toISOString()
  // Of the one that is forming the first has answered; of the other all have.
  const said = { accepted: 'yes', answeredAt: at, answeredBy: 'link' }
  const { docs: requests } = await payload.find({
    collection: slugOf(payload, 'commissions'),
    where: { status: { equals: 'triage' } },
    limit: 1,
    depth: 0,
  })
  await payload.create({
    collection: slugOf(payload, 'teams'),
    depth: 0,
    data: {
      name: team.name,
      purpose: team.purpose,
      status: team.status,
      public: team.public,
      referent: members[0]?.member ?? null,
      members: members.map((one, n) => (team.status === 'active' || n === 0 ? { ...one, ...said } : one)),
      askedAt: at,
      ...(team.status === 'forming' ? { answerBy: new Date(Date.now() + 3 * day).toISOString() } : {}),
      ...(team.forRequest && requests[0] ? { commission: requests[0].id } : {}),
    },
  })
}
