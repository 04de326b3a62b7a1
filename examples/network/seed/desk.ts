// Work for the desk: requests in every state, pledges, two teams. Everybody in them is invented.

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { bringJob } from '../../../collections/commissions/job/private.js'
import { type DonationInput, donationInput } from '../../../collections/donations/dto.js'
import { createDonation } from '../../../collections/donations/service.js'
import { documents } from '../../../plugin/database/documents.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { jobs } from './jobs.js'
import { Play } from './play.js'
import { type DemoRequest, person, receivedRequest, saveRequest } from './requests.js'

type Id = number | string

const day = 24 * 3_600_000

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
    // Never confirmed.
    client: person('Tito Manca', 'tito.manca'),
    description: 'Montare una libreria comprata smontata, tre elementi alti due metri.',
    skills: ['falegname'],
    place: '015146',
    hoursAgo: 9 * 24,
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

/** One by one, the last being what a member brings. */
export const deskSize = {
  commissions: requests.length + jobs.length + 1,
  donations: pledges.length,
  teams: teams.length,
}

/**
 * What a filling that was cut short has left there already is passed over. What is played to the end comes last.
 * @param skills ids of trades by slug
 */
export async function fillDesk(payload: Payload, skills: Map<string, Id>): Promise<void> {
  const there = async (key: keyof typeof deskSize): Promise<number> =>
    (await payload.count({ collection: slugOf(payload, key), trash: true })).totalDocs
  const known = await there('commissions')
  for (const request of requests.slice(known)) await saveRequest(payload, request, skills)
  for (const pledge of pledges.slice(await there('donations'))) await savePledge(payload, pledge)
  for (const team of teams.slice(await there('teams'))) await saveTeam(payload, team, skills)
  await playJobs(payload, Math.max(0, known - requests.length), skills)
}

async function playJobs(payload: Payload, from: number, skills: Map<string, Id>): Promise<void> {
  const caller = await editor(payload)
  const busy = new Set<string>()
  for (const { request, play } of jobs.slice(from))
    await inTransaction(
      payload,
      async (req) => {
        const { id } = await receivedRequest(req, request, skills)
        const story = new Play(req, id, busy)
        await play(story)
        await story.end()
      },
      caller,
    )
  if (from <= jobs.length) await inTransaction(payload, bringOne)
}

/** Whose steps the timelines show: the owner's, where there is one already. */
async function editor(payload: Payload): Promise<Pick<PayloadRequest, 'user' | 'i18n'> | null> {
  const { docs } = await payload.find({ collection: 'users', limit: 1, sort: 'createdAt', depth: 0 })
  const [user] = docs
  if (!user) return null
  const { i18n } = await createLocalReq({}, payload)
  return { user: { ...user, collection: 'users' } as PayloadRequest['user'], i18n }
}

/** A member has a client of their own, who has not written yet: of them nothing is known. */
async function bringOne(req: PayloadRequest): Promise<void> {
  const [member] = await documents(req, 'members').find(
    { and: [{ status: { equals: 'active' } }, { reach: { equals: 'public' } }] },
    { limit: 1, sort: '-createdAt' },
  )
  if (!member) return
  const form = { trade: 'Riparare un cancello', town: 'Monza', to: '' }
  await bringJob.acts['bring-job']?.(
    { req, target: String(member.id), lang: 'it', button: 'bring-job', form },
    member.id,
  )
}

async function savePledge(payload: Payload, { gift, daysAgo, arrived }: (typeof pledges)[number]): Promise<void> {
  const at = new Date(Date.now() - daysAgo * day)
  const consents =
    gift.publicAs === 'name' ? [{ what: 'publish', version: mokor(payload).options.organisation.consentVersion }] : []
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
