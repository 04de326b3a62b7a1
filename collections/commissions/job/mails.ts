// Mails of a job's life, to the client, to whoever does it or is to do it, to the desk.
import type { MailContext, MailDefinition } from '../../../plugin/definitions/mail.js'
import type { Localized } from '../../../plugin/i18n/localized.js'
import { withoutContacts } from '../../../plugin/values/contact-details.js'
import { type Member, readMember } from '../../members/index.js'
import { type CommissionStatus, underWay } from '../lifecycle.js'
import type { Commission } from '../types.js'
import { toClient, toDesk, toExecutor, toMember, type WriteJob } from './letters.js'
import { asker, capital, executorOf } from './people.js'
import { authorities } from './standing.js'

const same = (text: string): Localized => ({ it: text, en: text })
const quoted = (text: string): Localized[] => (text ? [same(text)] : [])

const follow: Localized = { it: 'Apri la richiesta', en: 'Open the request' }
const openJob: Localized = { it: 'Apri il lavoro', en: 'Open the job' }

const delivered: WriteJob = ({ reference, job, executor, closing }) => ({
  subject: { it: `Richiesta ${reference}: il lavoro è finito?`, en: `Request ${reference}: is the work done?` },
  paragraphs: [
    {
      it: `${executor || 'chi fa il lavoro'} dice che il lavoro ${job.it} è finito. È così? Bastano due tocchi: «Sì, è finito», «Non ancora», «C’è un problema».`,
      en: `${executor || 'Whoever does the work'} says that the work ${job.en} is done. Is it? Two touches will do: “Yes, it is done”, “Not yet”, “There is a problem”.`,
    },
    {
      it: `Se non ci dici nulla, ${closing.it} la chiudiamo noi: non conta né a favore né contro.`,
      en: `If you tell us nothing, we close it on ${closing.en}: that counts neither for nor against anybody.`,
    },
  ],
  action: { it: 'Di’ com’è andata', en: 'Say how it went' },
})

const closing: WriteJob = ({ reference, job, closing: day }) => ({
  subject: {
    it: `Richiesta ${reference}: ${day.it} si chiude da sé`,
    en: `Request ${reference}: it closes by itself on ${day.en}`,
  },
  paragraphs: [
    {
      it: `il lavoro ${job.it} risulta finito, e non ci hai detto com’è andata. ${day.it ? `Se non ci dici nulla, ${day.it} la chiudiamo noi: non conta né a favore né contro.` : ''}`,
      en: `The work ${job.en} is said to be done, and you have not told us how it went. If you tell us nothing, we close it on ${day.en}: that counts neither for nor against anybody.`,
    },
  ],
  action: { it: 'Di’ com’è andata', en: 'Say how it went' },
})

const closed: WriteJob = ({ reference, job, network }) => ({
  subject: { it: `Richiesta ${reference}: chiusa`, en: `Request ${reference}: closed` },
  paragraphs: [
    {
      it: `sono passate due settimane e la richiesta ${job.it} si è chiusa da sé: non conta né a favore né contro. Se qualcosa non torna, basta rispondere a questa mail.`,
      en: `Two weeks have passed and your request ${job.en} has closed by itself: that counts neither for nor against anybody. If anything is not right, just answer this mail.`,
    },
    { it: `${network} ringrazia della fiducia.`, en: `Thank you for turning to ${network}.` },
  ],
})

const disputedClient: WriteJob = ({ reference, job }) => ({
  subject: { it: `Richiesta ${reference}: vi sentiamo tutti e due`, en: `Request ${reference}: we hear both of you` },
  paragraphs: [
    {
      it: `c’è un problema con il lavoro ${job.it}. La redazione lo sa, e sente tutti e due.`,
      en: `There is a problem with the work ${job.en}. The desk knows, and hears both of you.`,
    },
    authorities,
  ],
  action: follow,
})

const disputedExecutor: WriteJob = ({ reference, job, client }) => ({
  subject: { it: `Lavoro ${reference}: vi sentiamo tutti e due`, en: `Job ${reference}: we hear both of you` },
  paragraphs: [
    {
      it: `qualcosa non torna fra te e ${client.it} per il lavoro ${job.it}. Prima di tutto vogliamo sentire anche te: basta rispondere a questa mail. Intanto per la tua scheda non cambia nulla.`,
      en: `Something is not right between you and ${client.en} about the work ${job.en}. We want to hear you too: just answer this mail. Nothing changes for your profile meanwhile.`,
    },
    authorities,
  ],
  action: openJob,
})

const reopened: WriteJob = ({ reference, job, client, reason }) => ({
  subject: { it: `Lavoro ${reference}: non è ancora finito`, en: `Job ${reference}: it is not done yet` },
  paragraphs: [
    {
      it: `${client.it} dice che il lavoro ${job.it} non è ancora finito.`,
      en: `${capital(client).en} says that the work ${job.en} is not done yet.`,
    },
    ...quoted(reason),
    {
      it: 'Sentitevi; quando è finito dillo di nuovo dal link.',
      en: 'Talk to each other; when it is done, say so again by the link.',
    },
  ],
  action: openJob,
})

const done: WriteJob = ({ reference, job, client, commission }) => ({
  subject: { it: `Lavoro ${reference}: chiuso`, en: `Job ${reference}: closed` },
  paragraphs: [
    commission.feedback?.result
      ? {
          it: `${client.it} dice che il lavoro ${job.it} è finito. Grazie.`,
          en: `${capital(client).en} says that the work ${job.en} is done. Thank you.`,
        }
      : {
          it: `il lavoro ${job.it} si è chiuso da sé, due settimane dopo la consegna. Grazie.`,
          en: `The work ${job.en} has closed by itself, two weeks after delivery. Thank you.`,
        },
    ...quoted(commission.feedback?.words ?? ''),
  ],
})

const withdrawn: WriteJob = ({ reference, job, client, reason }) => ({
  subject: { it: `Lavoro ${reference}: la richiesta è ritirata`, en: `Job ${reference}: the request was taken back` },
  paragraphs: [
    {
      it: `${client.it} ha ritirato la richiesta ${job.it}: il lavoro non si fa più. Se avevi già cominciato, sentitevi; la redazione è qui.`,
      en: `${capital(client).en} has taken the request ${job.en} back: the work is off. If you had begun, talk to each other; the desk is here.`,
    },
    ...quoted(reason),
  ],
})

const questionOf: WriteJob = ({ reference, words, commission }) => {
  const question = commission.questions?.find(({ id }) => String(id) === words.question)
  if (!question) return null
  const isAnswer = words.what === 'answered'
  // Answered meanwhile: nothing waits any more.
  if (!isAnswer && question.answer) return null
  const said = isAnswer ? (question.answer ?? '') : question.text
  return {
    subject: isAnswer
      ? { it: `${reference}: una risposta per te`, en: `${reference}: an answer for you` }
      : { it: `${reference}: una domanda per te`, en: `${reference}: a question for you` },
    paragraphs: [
      isAnswer
        ? {
            it: `hai chiesto: «${question.text}». Ecco la risposta:`,
            en: `You asked: “${question.text}”. Here is the answer:`,
          }
        : { it: 'c’è una domanda sul lavoro:', en: 'There is a question about the job:' },
      same(said),
      {
        it: isAnswer ? '' : 'Si risponde dal link: la risposta passa dalla rete, senza recapiti.',
        en: isAnswer ? '' : 'Answer by the link: the answer goes through the network, without contacts.',
      },
    ],
    action: isAnswer ? follow : { it: 'Rispondi', en: 'Answer' },
  }
}

const handed: WriteJob = ({ job, executor, commission }) => ({
  subject: { it: `${executor} ti passa un lavoro`, en: `${executor} passes a job on to you` },
  paragraphs: [
    commission.handOver?.how === 'share'
      ? {
          it: `${executor} ti chiede di fare insieme il lavoro ${job.it}. Lo chiede ${asker(commission).it}.`,
          en: `${executor} asks you to do the job ${job.en} together, for ${asker(commission).en}.`,
        }
      : {
          it: `te lo dona ${executor}: ${job.it}. Lo chiede ${asker(commission).it}.`,
          en: `It is a gift of ${executor}: ${job.en}, for ${asker(commission).en}.`,
        },
    ...quoted(commission.handOver?.words ?? ''),
    {
      it: 'Dal link leggi tutto e dici sì o no. «Non questa volta» non cambia nulla.',
      en: 'Read everything by the link and say yes or no. “Not this time” changes nothing.',
    },
  ],
  action: { it: 'Guarda il lavoro', en: 'Look at the job' },
})

const handOver: WriteJob = ({ reference, job, executor, commission }) => ({
  subject: {
    it: `Richiesta ${reference}: può passare ad altri?`,
    en: `Request ${reference}: may it go to somebody else?`,
  },
  paragraphs: [
    commission.handOver?.how === 'share'
      ? {
          it: `${executor} vorrebbe fare il lavoro ${job.it} insieme a un’altra persona della rete, che è d’accordo.`,
          en: `${executor} would like to do the work ${job.en} together with somebody else of the network, who agrees.`,
        }
      : {
          it: `${executor} vorrebbe passare il lavoro ${job.it} a un’altra persona della rete, che è d’accordo.`,
          en: `${executor} would like to pass the work ${job.en} on to somebody else of the network, who agrees.`,
        },
    {
      it: 'Decidi tu, dal link. Finché non rispondi non cambia nulla.',
      en: 'You decide, by the link. Until you answer nothing changes.',
    },
  ],
  action: { it: 'Guarda e rispondi', en: 'Look and answer' },
})

const passed: WriteJob = ({ reference, job, client }) => ({
  subject: { it: `Lavoro ${reference}: è tuo`, en: `Job ${reference}: it is yours` },
  paragraphs: [
    {
      it: `${client.it} è d’accordo: il lavoro ${job.it} lo fai tu. Dal link trovi i recapiti e tutto il resto.`,
      en: `${capital(client).en} agrees: you do the work ${job.en}. The link has the contacts and everything else.`,
    },
    {
      it: 'Ricevi NASpI o un altro sostegno? Prima di cominciare informati: di solito va detto all’INPS entro un mese. Da verificare con un patronato.',
      en: 'Do you receive NASpI or another benefit? Ask before you begin: usually INPS has to be told within a month. To be checked with a patronato.',
    },
  ],
  action: openJob,
})

const kept: WriteJob = ({ reference, job }) => ({
  subject: { it: `Lavoro ${reference}: resta tuo`, en: `Job ${reference}: it stays yours` },
  paragraphs: [
    {
      it: `il lavoro ${job.it} resta come prima: l’altra persona, o chi l’ha chiesto, ha preferito così.`,
      en: `The job ${job.en} stays as it was: the other person, or the client, preferred so.`,
    },
  ],
  action: openJob,
})

const newLink: WriteJob = ({ reference, job }) => ({
  subject: { it: `Lavoro ${reference}: un nuovo link`, en: `Job ${reference}: a new link` },
  paragraphs: [{ it: `ecco un nuovo link per il lavoro ${job.it}.`, en: `Here is a new link for the job ${job.en}.` }],
  action: openJob,
})

const brought: WriteJob = ({ reference }) => ({
  subject: {
    it: `Lavoro ${reference}: il tuo cliente ha confermato`,
    en: `Job ${reference}: your client has confirmed`,
  },
  paragraphs: [
    {
      it: 'il lavoro che hai portato è arrivato alla rete. Resta scritto che l’hai portato tu; a che punto è lo vedi dalla tua pagina.',
      en: 'The job that you brought has reached the network. It stays written that you brought it; your page says where it stands.',
    },
  ],
})

const deskSubjects: Record<string, (reference: string) => Localized> = {
  dispute: (reference) => ({
    it: `Richiesta ${reference}: c’è un problema`,
    en: `Request ${reference}: there is a problem`,
  }),
  'hand-over': (reference) => ({
    it: `Lavoro ${reference}: passaggio da seguire`,
    en: `Job ${reference}: a hand-over to see to`,
  }),
  team: (reference) => ({ it: `Lavoro ${reference}: serve una squadra`, en: `Job ${reference}: it needs a team` }),
  'team-changed': (reference) => ({
    it: `Lavoro ${reference}: la squadra che lo fa è cambiata`,
    en: `Job ${reference}: the team that does it has changed`,
  }),
  call: (reference) => ({
    it: `Richiesta ${reference}: da confermare per telefono`,
    en: `Request ${reference}: to be confirmed by phone`,
  }),
  'given-back': (reference) => ({
    it: `Lavoro ${reference}: serve un’altra persona`,
    en: `Job ${reference}: somebody else is needed`,
  }),
}

const givenBack: WriteJob = ({ reference, job, reason }) => ({
  subject: {
    it: `Richiesta ${reference}: cerchiamo un’altra persona`,
    en: `Request ${reference}: we look for somebody else`,
  },
  paragraphs: [
    {
      it: `chi doveva fare il lavoro ${job.it} non può più. Succede: ne cerchiamo un’altra, e ti scriviamo anche se non c’è ancora nessuno.`,
      en: `Whoever was to do the work ${job.en} no longer can. It happens: we look for somebody else, and write to you even if there is nobody yet.`,
    },
    ...quoted(reason),
  ],
  action: follow,
})

const desk: WriteJob = ({ reference, words }) => {
  const subject = deskSubjects[words.what ?? '']
  if (!subject) return null
  return {
    subject: subject(reference),
    paragraphs: [
      {
        it: 'Le parole di chi scrive stanno nella scheda della richiesta.',
        en: 'What they wrote stands on the request’s page.',
      },
    ],
  }
}

const alive = ['received', 'triage', 'offered', ...underWay] as const satisfies readonly CommissionStatus[]
const passing = ['agreed', 'in-progress'] as const satisfies readonly CommissionStatus[]

/** The one of those who do it that the mail was queued for. */
async function amongThem({ req, words }: MailContext, commission: Commission): Promise<Member | null> {
  const among = [commission.executor, ...(commission.partners ?? [])].some((id) => String(id) === words.member)
  return among && words.member ? readMember(req, words.member) : executorOf(req, commission)
}

export const jobMails = {
  'job-delivered': toClient(['delivered'], delivered),
  'job-closing': toClient(['delivered'], closing),
  'job-given-back': toClient(['triage', 'offered'], givenBack),
  'job-closed': toClient(['closed'], closed),
  'job-disputed': toClient(['disputed'], disputedClient),
  'job-question': toClient(alive, questionOf),
  'job-hand-over': toClient(passing, (facts) => (facts.commission.handOver?.acceptedAt ? handOver(facts) : null)),
  'executor-disputed': toExecutor(['disputed'], disputedExecutor),
  'executor-question': toExecutor(underWay, questionOf),
  'job-reopened': toExecutor(['in-progress'], reopened),
  'job-done': toExecutor(['closed'], done),
  'job-withdrawn': toExecutor(['withdrawn'], withdrawn),
  'job-link': toMember(underWay, amongThem, newLink),
  'job-kept': toExecutor(passing, kept),
  'job-handed': toMember(
    passing,
    async ({ req }, { handOver: to }) => (to?.to && !to.acceptedAt ? readMember(req, to.to) : null),
    // Before the client's yes.
    ({ job, ...facts }) => handed({ ...facts, job: { it: withoutContacts(job.it), en: withoutContacts(job.en) } }),
  ),
  'job-passed': toMember(passing, amongThem, passed),
  'job-brought': toMember(
    alive,
    async ({ req }, { broughtBy }) => (broughtBy ? readMember(req, broughtBy) : null),
    brought,
  ),
  'job-desk': toDesk(desk),
} satisfies Record<string, MailDefinition>

export type JobMail = keyof typeof jobMails
