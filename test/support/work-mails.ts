// What the table of mails says of work: of a request's offers, of a job's life, of teams.
import type { Payload } from 'payload'
import { termsKey } from '../../collections/teams/terms.js'
import type { Team } from '../../collections/teams/types.js'
import { slugOf } from '../../plugin/runtime.js'
import { addMember } from './people.js'

export interface Document {
  id: number | string
  reference?: string | null
  /** What is queued with the mail. */
  words?: Record<string, string>
  linkTarget?: string
}

export interface Mail {
  about(): Promise<Document>
  /** «#» stands for the reference. */
  subject: { it: string; en: string }
  link?: string
  /** @default the person of the file, the client, the donor */
  to?: string
  /** @default the desk */
  replyTo?: string
  /** Something it must say. */
  says: { it: string; en: string }
}

interface People {
  /** What a client put where their name is asked for. */
  bait: string
  client: string
  desk: string
}

const worker = 'anna@posta.example'
const colleague = 'bruno@posta.example'
const closing = '2030-12-01T21:59:00.000Z'

export function workMails(payload: Payload, { bait, client, desk }: People): Record<string, Mail> {
  const created = async (key: 'commissions' | 'offers' | 'teams', data: object): Promise<Document> =>
    (await payload.create({ collection: slugOf(payload, key), data, depth: 0 })) as unknown as Document
  const addWorker = (email = worker, firstName = 'Anna', lastName = 'Serra') =>
    addMember(payload, { status: 'active', firstName, lastName, email })

  const request = (status: string, more: object = {}, name = bait): Promise<Document> =>
    created('commissions', {
      status,
      client: { kind: 'person', name, email: client, phone: '+39 333 765 4321' },
      description: 'Montare una libreria. In due stanze.',
      mode: 'onsite',
      place: { municipality: '015146' },
      answerBy: '2026-12-08T21:59:00.000Z',
      ...more,
    })

  const job =
    (status: string, more: object = {}, words?: Record<string, string>, name = bait) =>
    async (): Promise<Document> => {
      const executor = (await addWorker()).id
      const agreement = { at: new Date().toISOString(), taxMode: 'vat' }
      const made = await request(status, { executor, agreement, ...more }, name)
      return { id: made.id, reference: made.reference ?? null, ...(words && { words }) }
    }

  const handed = (accepted: boolean) => async (): Promise<Document> => {
    const to = (await addWorker(colleague, 'Bruno', 'Costa')).id
    const at = new Date().toISOString()
    return job('agreed', { handOver: { how: 'give', to, at, ...(accepted && { acceptedAt: at }) } })()
  }

  const questioned = (by: 'client' | 'executor') => async (): Promise<Document> => {
    const made = await job('agreed', { questions: [{ at: new Date().toISOString(), by, text: 'Di che legno è?' }] })()
    const { questions } = (await payload.findByID({
      collection: slugOf(payload, 'commissions'),
      id: made.id,
    })) as unknown as {
      questions: { id: string }[]
    }
    return { ...made, words: { question: questions[0]?.id ?? '', what: 'asked' } }
  }

  const offered =
    (status: string, more: object = {}, inRequest: object = {}) =>
    async (): Promise<Document> => {
      const commission = await request('offered', inRequest)
      const member = (await addWorker()).id
      const { id } = await created('offers', {
        title: 'Offerta',
        key: `${commission.id}:${member}`,
        commission: commission.id,
        member,
        way: 'one',
        rank: 0,
        status,
        since: new Date().toISOString(),
        answerBy: closing,
        ...more,
      })
      return { id, reference: commission.reference ?? null }
    }

  /** The request of such an offer. */
  const requestOffered =
    (status: string, more: object = {}) =>
    async (): Promise<Document> => {
      const { id } = await offered(status, more, { choice: 'client' })()
      const offer = (await payload.findByID({ collection: slugOf(payload, 'offers'), id, depth: 0 })) as unknown as {
        commission: Document['id']
      }
      return (await payload.findByID({
        collection: slugOf(payload, 'commissions'),
        id: offer.commission,
        depth: 0,
      })) as unknown as Document
    }

  const askedAboutOffer = async (): Promise<Document> => {
    const made = await offered('sent', {}, { questions: [{ at: closing, by: 'executor', text: 'Di che legno è?' }] })()
    const { docs } = await payload.find({
      collection: slugOf(payload, 'commissions'),
      where: { reference: { equals: made.reference } },
    })
    const [{ questions: [question] = [] }] = docs as unknown as [{ questions?: { id: string }[] }]
    return { ...made, words: { question: question?.id ?? '' } }
  }

  const referred = async (): Promise<Document> => {
    const made = await request('referred')
    const company = { name: 'Serrature Rossi', phone: '+39 015 123 4567' }
    const { id } = await created('offers', {
      title: 'Azienda',
      key: `${made.id}:company`,
      commission: made.id,
      company,
      way: 'referral',
      rank: 0,
      status: 'sent',
      since: new Date().toISOString(),
    })
    return { id: made.id, reference: made.reference ?? null, words: { offer: String(id) } }
  }

  const team = (status: string, accepted: string | null) => async (): Promise<Document> => {
    const members = [await addWorker(), await addWorker(colleague, 'Bruno', 'Costa')]
    const made = (await created('teams', {
      name: 'Tetti e facciate',
      status,
      referent: members[0]?.id,
      members: members.map(({ id }) => ({ member: id, role: 'Tetti', accepted })),
      askedAt: new Date().toISOString(),
      answerBy: closing,
    })) as unknown as Team
    const member = String(members[0]?.id)
    return { id: made.id, linkTarget: `${made.id}:${member}`, words: { member, terms: termsKey(made) } }
  }

  /** Anna answers for the team; Bruno is written to. */
  const teamOf = async () => {
    const made = await team('active', 'yes')()
    const { referent, members } = (await payload.findByID({
      collection: slugOf(payload, 'teams'),
      id: made.id,
      depth: 0,
    })) as unknown as Team
    const [, other] = members ?? []
    return { id: made.id, referent, other: other?.member, words: { member: String(other?.member) } }
  }
  const teamOffered = (status: string) => async (): Promise<Document> => {
    const { id, referent, words } = await teamOf()
    return { ...(await offered(status, { way: 'team', team: id, member: referent })()), words }
  }
  const teamJob = async (): Promise<Document> => {
    const { id, referent, other, words } = await teamOf()
    return job('agreed', { team: id, executor: referent, partners: [other] }, words)()
  }

  const toClient = { link: 'request-status' }
  const toWorker = { link: 'job', to: worker }
  const offerTo = { link: 'offer', to: worker }
  const teamTo = { link: 'team', to: worker }
  const both = (it: string, en: string) => ({ it, en })

  return {
    'commission-offered': {
      ...toClient,
      about: requestOffered('sent'),
      subject: both('Richiesta #: abbiamo chiesto a una persona', 'Request #: we have asked one person'),
      says: both('anche se non c’è nessuno', 'even if there is nobody'),
    },
    'commission-next': {
      ...toClient,
      about: requestOffered('sent'),
      subject: both('Richiesta #: abbiamo chiesto a una persona', 'Request #: we have asked one person'),
      says: both('chi avevamo sentito non può', 'whoever we had asked cannot'),
    },
    'commission-choose': {
      ...toClient,
      about: requestOffered('accepted', { showToClient: true }),
      subject: both('Richiesta #: qualcuno ha detto sì', 'Request #: somebody said yes'),
      says: both('una persona ha detto sì', 'one person said yes'),
    },
    'commission-nobody': {
      ...toClient,
      about: () => request('triage'),
      subject: both('Richiesta #: non c’è ancora nessuno', 'Request #: nobody yet'),
      says: both('La redazione cerca ancora', 'The desk goes on looking'),
    },
    'commission-referred': {
      about: referred,
      subject: both('Richiesta #: un’azienda che può farlo', 'Request #: a company that can do it'),
      says: both('Serrature Rossi', 'Serrature Rossi'),
    },
    'commission-agreed': {
      ...toClient,
      about: job('agreed'),
      subject: both('Richiesta #: ti chiama Anna Serra', 'Request #: Anna Serra will call you'),
      says: both('La rete non prende nulla', 'The network takes nothing'),
    },
    'offer-sent': {
      ...offerTo,
      about: offered('sent'),
      subject: both('C’è un lavoro per te: un lavoro, Milano (MI)', 'There is a job for you: a job, Milano (MI)'),
      says: both('«Non questa volta» non cambia nulla', '“Not this time” changes nothing'),
    },
    'offer-reminder': {
      ...offerTo,
      about: offered('sent'),
      subject: both(
        'Aspettiamo la tua risposta: un lavoro, Milano (MI)',
        'We wait for your answer: a job, Milano (MI)',
      ),
      says: both('Poi chiediamo ad altri', 'Then we ask others'),
    },
    'offer-recalled': {
      to: worker,
      about: offered('recalled'),
      subject: both('Il lavoro # non serve più', 'Job # is no longer needed'),
      says: both('Non devi fare nulla', 'There is nothing to do'),
    },
    'offer-passed': {
      to: worker,
      about: offered('passed-over'),
      subject: both('Il lavoro # lo fa un’altra persona', 'Somebody else does job #'),
      says: both('Non conta né a favore né contro', 'counts neither for nor against you'),
    },
    'offer-question': {
      ...offerTo,
      about: askedAboutOffer,
      subject: both('Lavoro #: una domanda per te', 'Job #: a question for you'),
      says: both('Di che legno è?', 'Di che legno è?'),
    },
    'offer-desk': {
      to: desk,
      about: async () => ({ ...(await request('triage')), words: { news: 'nobody' } }),
      subject: both('Richiesta #: c’è da decidere', 'Request #: something to decide'),
      says: both('è di nuovo in redazione', 'is at the desk again'),
    },
    // Who agreed to do the work reads the client's whole name.
    'executor-agreed': {
      ...toWorker,
      about: job('agreed', {}, undefined, 'Ugo Bassi'),
      subject: both('Il lavoro # è tuo: chiama Ugo Bassi', 'Job # is yours: call Ugo Bassi'),
      says: both('Ecco i recapiti', 'Here are the contacts'),
    },
    'executor-question': {
      ...toWorker,
      about: questioned('client'),
      subject: both('#: una domanda per te', '#: a question for you'),
      says: both('Di che legno è?', 'Di che legno è?'),
    },
    'executor-disputed': {
      ...toWorker,
      about: job('disputed'),
      subject: both('Lavoro #: vi sentiamo tutti e due', 'Job #: we hear both of you'),
      says: both('vogliamo sentire anche te', 'We want to hear you too'),
    },
    'job-question': {
      ...toClient,
      about: questioned('executor'),
      subject: both('#: una domanda per te', '#: a question for you'),
      says: both('senza recapiti', 'without contacts'),
    },
    'job-delivered': {
      ...toClient,
      about: job('delivered', { closesAt: closing }),
      subject: both('Richiesta #: il lavoro è finito?', 'Request #: is the work done?'),
      says: both('il 1º dicembre 2030 la chiudiamo noi', 'we close it on 1 December 2030'),
    },
    'job-closing': {
      ...toClient,
      about: job('delivered', { closesAt: closing }),
      subject: both(
        'Richiesta #: il 1º dicembre 2030 si chiude da sé',
        'Request #: it closes by itself on 1 December 2030',
      ),
      says: both('non ci hai detto com’è andata', 'you have not told us how it went'),
    },
    'job-given-back': {
      ...toClient,
      about: () => request('triage'),
      subject: both('Richiesta #: cerchiamo un’altra persona', 'Request #: we look for somebody else'),
      says: both('non può più', 'no longer can'),
    },
    'job-closed': {
      about: job('closed'),
      subject: both('Richiesta #: chiusa', 'Request #: closed'),
      says: both('si è chiusa da sé', 'has closed by itself'),
    },
    'job-disputed': {
      ...toClient,
      about: job('disputed'),
      subject: both('Richiesta #: vi sentiamo tutti e due', 'Request #: we hear both of you'),
      says: both('La redazione lo sa', 'The desk knows'),
    },
    'job-hand-over': {
      ...toClient,
      about: handed(true),
      subject: both('Richiesta #: può passare ad altri?', 'Request #: may it go to somebody else?'),
      says: both('Finché non rispondi non cambia nulla', 'Until you answer nothing changes'),
    },
    'job-reopened': {
      ...toWorker,
      about: job('in-progress'),
      subject: both('Lavoro #: non è ancora finito', 'Job #: it is not done yet'),
      says: both('quando è finito dillo di nuovo', 'when it is done, say so again'),
    },
    'job-done': {
      to: worker,
      about: job('closed'),
      subject: both('Lavoro #: chiuso', 'Job #: closed'),
      says: both('due settimane dopo la consegna', 'two weeks after delivery'),
    },
    'job-withdrawn': {
      to: worker,
      about: job('withdrawn'),
      subject: both('Lavoro #: la richiesta è ritirata', 'Job #: the request was taken back'),
      says: both('il lavoro non si fa più', 'the work is off'),
    },
    'job-link': {
      ...toWorker,
      about: job('agreed'),
      subject: both('Lavoro #: un nuovo link', 'Job #: a new link'),
      says: both('ecco un nuovo link', 'Here is a new link'),
    },
    'job-kept': {
      ...toWorker,
      about: job('agreed'),
      subject: both('Lavoro #: resta tuo', 'Job #: it stays yours'),
      says: both('resta come prima', 'stays as it was'),
    },
    'job-handed': {
      link: 'hand-over',
      to: colleague,
      about: handed(false),
      subject: both('Anna Serra ti passa un lavoro', 'Anna Serra passes a job on to you'),
      says: both('te lo dona Anna Serra', 'It is a gift of Anna Serra'),
    },
    'job-passed': {
      ...toWorker,
      about: job('agreed'),
      subject: both('Lavoro #: è tuo', 'Job #: it is yours'),
      says: both('lo fai tu', 'you do the work'),
    },
    'job-brought': {
      to: worker,
      about: async () => request('received', { broughtBy: (await addWorker()).id }),
      subject: both('Lavoro #: il tuo cliente ha confermato', 'Job #: your client has confirmed'),
      says: both('l’hai portato tu', 'you brought it'),
    },
    'job-desk': {
      to: desk,
      about: job('disputed', {}, { what: 'dispute' }),
      subject: both('Richiesta #: c’è un problema', 'Request #: there is a problem'),
      says: both('nella scheda della richiesta', 'on the request’s page'),
    },
    'offer-team': {
      to: colleague,
      about: teamOffered('sent'),
      subject: both(
        'Un lavoro per la squadra «Tetti e facciate»: un lavoro, Milano (MI)',
        'A job for the team “Tetti e facciate”: a job, Milano (MI)',
      ),
      says: both('Risponde Anna S. per tutti', 'Anna S. answers for all of you'),
    },
    'offer-team-over': {
      to: colleague,
      about: teamOffered('declined'),
      subject: both(
        'Il lavoro proposto alla squadra «Tetti e facciate» non va avanti',
        'The job offered to the team “Tetti e facciate” goes no further',
      ),
      says: both('La squadra resta com’è.', 'The team stays as it is.'),
    },
    'job-team': {
      link: 'job',
      to: colleague,
      about: teamJob,
      subject: both('Lavoro #: lo fa la squadra «Tetti e facciate»', 'Job #: the team “Tetti e facciate” does it'),
      says: both('tiene i contatti Anna Serra', 'Anna Serra keeps in touch with the client'),
    },
    'team-ask': {
      ...teamTo,
      about: team('forming', null),
      subject: both('Una squadra per te: Tetti e facciate', 'A team for you: Tetti e facciate'),
      says: both('Rispondi entro il 1º dicembre 2030', 'Please answer by 1 December 2030'),
    },
    'team-reminder': {
      ...teamTo,
      about: team('forming', null),
      subject: both(
        'La squadra «Tetti e facciate» aspetta una risposta',
        'The team “Tetti e facciate” waits for an answer',
      ),
      says: both('Un no vale quanto un sì', 'A no is as good as a yes'),
    },
    'team-active': {
      ...teamTo,
      about: team('active', 'yes'),
      subject: both('La squadra «Tetti e facciate» c’è', 'The team “Tetti e facciate” stands'),
      says: both('tutti hanno detto di sì', 'Everybody has said yes'),
    },
    'team-change': {
      ...teamTo,
      about: team('proposed', 'yes'),
      subject: both('La squadra «Tetti e facciate» cambia', 'The team “Tetti e facciate” is changing'),
      says: both('non fa più parte', 'no longer in the team'),
    },
    'team-closed': {
      to: worker,
      about: team('closed', 'yes'),
      subject: both('La squadra «Tetti e facciate» si chiude', 'The team “Tetti e facciate” closes'),
      says: both('La tua scheda nella rete resta com’è', 'Your profile in the network stays as it is'),
    },
    'team-link': {
      ...teamTo,
      about: team('active', 'yes'),
      subject: both('La squadra «Tetti e facciate»: un nuovo link', 'The team “Tetti e facciate”: a new link'),
      says: both('ecco un nuovo link', 'Here is a new link'),
    },
  }
}
