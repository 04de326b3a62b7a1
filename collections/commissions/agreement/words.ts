// What the agreement of a job says.
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import type { TaxMode } from '../offers/types.js'

export const agreementWords = {
  it: {
    title: (reference: string) => `Accordo per il lavoro ${reference}`,
    about: (day: string, network: string) => `Concordato ${day}, tramite ${network}`,
    parties: 'Le parti',
    referent: 'Referente della squadra',
    together: 'Lo fanno insieme',
    noParty: (network: string) =>
      `${network} ha messo in contatto chi chiede e chi lavora: non è parte di questo accordo.`,
    team: (name: string) => `La squadra: ${name}`,
    job: 'Il lavoro',
    how: 'Come e quando',
    taxMode: 'Come lo fa',
    when: 'Quando',
    toFix: 'Il giorno lo fissano le parti',
    rules: 'Testi della rete',
    version: (version: string) => `versione ${version}`,
    between: 'Che cosa resta tra le parti',
    prices:
      'Prezzo, tempi e garanzie si decidono tra le parti, meglio se scritti prima di cominciare. La rete non decide il prezzo e non prende nulla.',
    answers: 'Del lavoro risponde chi lo fa: lo ha dichiarato accettando.',
    notice: 'Prima che cominci: la comunicazione dell’azienda',
    noticeText:
      'Per una prestazione occasionale di solito l’azienda deve avvisare prima l’Ispettorato del lavoro. Qui c’è ciò che la rete sa; il resto che il modulo chiede, come i codici fiscali e il compenso, lo aggiunge l’azienda.',
    copy: 'Testo da copiare.',
    client: 'Committente',
    worker: 'Prestatore',
    place: 'Luogo',
    start: 'Inizio',
    duration: 'Durata',
    activity: 'Attività',
    reference: 'Riferimento',
    blank: '(da scrivere)',
    worth: 'Per chi fa il lavoro',
    section: 'L’accordo',
    sectionText: 'Chi, che cosa, dove e quando: un foglio da tenere o da stampare.',
    open: 'Apri l’accordo',
    openPdf: 'L’accordo in PDF',
  },
  en: {
    title: (reference: string) => `Agreement on job ${reference}`,
    about: (day: string, network: string) => `Agreed on ${day}, through ${network}`,
    parties: 'The parties',
    referent: 'Who speaks for the team',
    together: 'They do it together',
    noParty: (network: string) =>
      `${network} brought the client and whoever does the work together: it is no party to this agreement.`,
    team: (name: string) => `The team: ${name}`,
    job: 'The job',
    how: 'How and when',
    taxMode: 'How they do it',
    when: 'When',
    toFix: 'The parties settle the day',
    rules: 'The network’s texts',
    version: (version: string) => `version ${version}`,
    between: 'What stays between the parties',
    prices:
      'Price, times and guarantees are settled between the parties, best in writing before the work begins. The network sets no price and takes nothing.',
    answers: 'Whoever does the work answers for it: they said so when they accepted.',
    notice: 'Before it begins: the company’s notice',
    noticeText:
      'For occasional work the company usually has to tell the labour inspectorate beforehand. This is what the network knows; what else the form asks for, such as fiscal codes and what the work earns, the company adds.',
    copy: 'Text to copy.',
    client: 'Client',
    worker: 'Worker',
    place: 'Place',
    start: 'Start',
    duration: 'Duration',
    activity: 'Activity',
    reference: 'Reference',
    blank: '(to be filled in)',
    worth: 'For whoever does the work',
    section: 'The agreement',
    sectionText: 'Who, what, where and when: a sheet to keep or to print.',
    open: 'Open the agreement',
    openPdf: 'The agreement as a PDF',
  },
}

/** In the mails that tell of it. */
export const onThePage = localized(
  'Sulla pagina del lavoro c’è anche l’accordo, da tenere o da stampare.',
  'The job’s page also has the agreement, to keep or to print.',
)

/** As both parties read it. */
export const taxSentences: Record<TaxMode, Localized> = {
  vat: localized('con partita IVA', 'with a VAT number'),
  occasional: localized('prestazione occasionale', 'occasional work'),
  talk: localized('si decide prima di cominciare', 'to be settled before the work begins'),
}
