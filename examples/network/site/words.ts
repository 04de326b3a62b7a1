// What the home page says, in each language: who it is for, and what each of them can try here.
import { legalForm, organisation, publicUrl } from '../organisation.ts'

export interface Door {
  who: string
  what: string
  links: { label: string; href: string; note: string }[]
}

export interface HomeWords {
  lang: 'it' | 'en'
  other: { label: string; href: string; lang: string }
  kicker: string
  title: string
  lead: string
  tryIt: string
  doors: Door[]
  promises: string[]
  skip: string
  demo: string
  legalForm: string
  privacy: string
  rules: string
}

const pages = `${publicUrl}/api/mokor/v1/pages`
const name = organisation.name

/** Addresses of the demo's other servers are known only while it runs. */
export function homeWords(lang: 'it' | 'en'): HomeWords {
  const blog = process.env.BLOG_ORIGIN
  const mailbox = process.env.MAILBOX_URL
  return lang === 'it' ? italian(blog, mailbox) : english(blog, mailbox)
}

const italian = (blog?: string, mailbox?: string): HomeWords => ({
  lang: 'it',
  other: { label: 'English', href: '/en', lang: 'en' },
  kicker: name,
  title: 'Lavoro che si trova, si dà e si condivide. Senza chiedere niente a nessuno.',
  lead: 'Una rete di persone, professionisti e aziende: ognuno mostra quello che sa fare davvero, chi cerca chiede, l’associazione mette in contatto. Prezzi e accordi restano fra le persone.',
  tryIt: 'Da dove si comincia',
  doors: [
    {
      who: 'Chi cura la rete',
      what: 'Approva le schede, smista le richieste, registra le donazioni. Ogni stato è una parola, ogni passo un pulsante.',
      links: [
        { label: 'Il pannello', href: '/admin', note: 'accesso con le credenziali stampate all’avvio' },
        ...(mailbox ? [{ label: 'La posta', href: mailbox, note: 'le mail che la rete ha spedito' }] : []),
      ],
    },
    {
      who: 'Chi ha un blog',
      what: 'Incolla due righe: l’elenco e i moduli prendono l’aspetto della pagina, senza cookie e senza riquadri estranei.',
      links: [
        ...(blog
          ? [{ label: 'Un blog amico', href: blog, note: 'su un’altra origine, con le regole più severe' }]
          : []),
        { label: 'In una pagina React', href: '/widgets-in-react', note: 'gli stessi elementi, con i loro tipi' },
      ],
    },
    {
      who: 'Chi cerca',
      what: 'Racconta il lavoro con parole semplici, conferma dalla mail, riceve risposta entro tre giorni lavorativi.',
      links: [
        { label: 'L’elenco', href: `${pages}/directory`, note: 'si legge anche senza script' },
        { label: 'Chiedi un lavoro', href: `${pages}/ask`, note: 'basta una mail' },
      ],
    },
    {
      who: 'Chi si presta',
      what: 'Mestieri, attitudini e passioni: contano le capacità vere, non i titoli. Si resta liberi di andarsene quando si vuole.',
      links: [
        { label: 'Entra nella rete', href: `${pages}/join`, note: 'tre passi brevi, anche per conto di un altro' },
      ],
    },
    {
      who: 'Chi dona',
      what: 'La rete vive solo di donazioni: un bonifico con la sua causale, e il codice da inquadrare se la banca lo legge.',
      links: [{ label: 'Fai una donazione', href: `${pages}/give`, note: 'nome ed e-mail sono facoltativi' }],
    },
  ],
  promises: ['Nessuna quota', 'Nessuna provvigione', 'Nessun cookie', 'Nessuna stellina'],
  skip: 'Vai al contenuto',
  demo: 'Dimostrazione: le persone sono inventate, l’IBAN non è di nessuno, le mail non escono da questo computer.',
  legalForm: legalForm.it,
  privacy: 'Privacy',
  rules: 'Regole',
})

const english = (blog?: string, mailbox?: string): HomeWords => ({
  lang: 'en',
  other: { label: 'Italiano', href: '/', lang: 'it' },
  kicker: name,
  title: 'Work to find, give and share. Nobody is asked for anything.',
  lead: 'A network of people, professionals and companies: everyone shows what they can really do, whoever needs help asks, the association puts them in touch. Prices and agreements stay between people.',
  tryIt: 'Where to begin',
  doors: [
    {
      who: 'Those who run the network',
      what: 'They approve profiles, route requests, record donations. Every state is a word, every step a button.',
      links: [
        { label: 'The admin', href: '/admin', note: 'with the credentials printed at start' },
        ...(mailbox ? [{ label: 'The mailbox', href: mailbox, note: 'what the network has sent' }] : []),
      ],
    },
    {
      who: 'Those who have a blog',
      what: 'They paste two lines: directory and forms take the looks of their page, with no cookie and no foreign box.',
      links: [
        ...(blog
          ? [{ label: 'A partner blog', href: blog, note: 'on another origin, under the strictest policy' }]
          : []),
        { label: 'In a React page', href: '/en/widgets-in-react', note: 'the same elements, with their types' },
      ],
    },
    {
      who: 'Those who need work done',
      what: 'They tell it in plain words, confirm from the mail, and hear back within three working days.',
      links: [
        { label: 'The directory', href: `${pages}/directory?lang=en`, note: 'readable without script too' },
        { label: 'Ask for work', href: `${pages}/ask?lang=en`, note: 'an e-mail is enough' },
      ],
    },
    {
      who: 'Those who offer theirs',
      what: 'Trades, aptitudes and passions: what counts is what you can do, not your titles. You are free to leave at any time.',
      links: [
        { label: 'Join the network', href: `${pages}/join?lang=en`, note: 'three short steps, for someone else too' },
      ],
    },
    {
      who: 'Those who give',
      what: 'The network lives on donations alone: a bank transfer with its reference, and a code to scan if the bank reads it.',
      links: [{ label: 'Make a donation', href: `${pages}/give?lang=en`, note: 'name and e-mail are optional' }],
    },
  ],
  promises: ['No fee', 'No commission', 'No cookie', 'No stars'],
  skip: 'Skip to content',
  demo: 'A demonstration: the people are made up, the IBAN belongs to nobody, mail does not leave this computer.',
  legalForm: legalForm.en,
  privacy: 'Privacy notice (in Italian)',
  rules: 'Rules (in Italian)',
})
