// What the page of whoever does a job says.
import type { Localized } from '../../../plugin/i18n/localized.js'
import { localized } from '../../../plugin/i18n/localized.js'
import type { CommissionStatus } from '../lifecycle.js'

export const executorStates: Partial<Record<CommissionStatus, (client: string) => Localized>> = {
  agreed: (client) =>
    localized(
      `Il lavoro è tuo. Ora senti ${client}: prezzo, tempi e garanzie li decidete fra voi due, meglio se scritti prima di cominciare.`,
      `The job is yours. Now talk to ${client}: price, times and guarantees are between the two of you, best in writing before you begin.`,
    ),
  'in-progress': (client) =>
    localized(
      `Il lavoro è in corso. Quando è finito dillo qui: lo chiediamo a ${client}.`,
      `The work is under way. When it is done, say so here: we ask ${client}.`,
    ),
  delivered: (client) =>
    localized(
      `Hai detto che è finito. Aspettiamo che lo dica anche ${client}.`,
      `You said that it is done. We wait for ${client} to say so too.`,
    ),
  disputed: (client) =>
    localized(
      `C’è qualcosa che non torna fra te e ${client}. La redazione vi sente tutti e due.`,
      `Something is not right between you and ${client}. The desk hears both of you.`,
    ),
  closed: () =>
    localized('Questo lavoro è chiuso. Grazie di averlo fatto.', 'This job is closed. Thank you for doing it.'),
}

export const executorWords = {
  it: {
    title: (reference: string) => `Lavoro ${reference}`,
    notYours: 'Questo lavoro non è più in mano tua',
    notYoursText:
      'È passato ad altri, o la richiesta è stata ritirata. Non serve fare nulla: tornerai in elenco come prima.',
    brought: 'Portato da',
    together: 'Lo fate insieme',
    start: 'Ho cominciato',
    deliver: 'Ho finito',
    started: 'Segnato: il lavoro è cominciato.',
    delivered: 'Segnato. Lo chiediamo a chi l’ha chiesto; se non dice nulla, fra due settimane si chiude da sé.',
    late: 'Intanto qualcosa è cambiato: guarda qui a che punto è il lavoro.',
    cannot: 'Non posso più farlo',
    cannotText: 'La rete cerca un’altra persona, e chi ha chiesto il lavoro lo sa. Tornerai in elenco come prima.',
    cannotTick: 'Sì, lascio questo lavoro',
    why: 'Perché? Lo legge solo la redazione.',
    givenBack: 'Va bene: ci pensiamo noi.',
    problem: 'C’è un problema con chi ha chiesto il lavoro',
    problemWhat: 'Che cosa è successo?',
    problemSend: 'Dillo alla redazione',
    problemSent: 'La redazione lo sa, e vi sente tutti e due. ',
    team: 'Serve una squadra',
    teamFold: 'È troppo per una persona sola',
    teamWhat: 'Chi o che cosa servirebbe?',
    teamSent: 'Lo abbiamo detto alla redazione, che ti risponde. Intanto non cambia nulla.',
  },
  en: {
    title: (reference: string) => `Job ${reference}`,
    notYours: 'This job is no longer in your hands',
    notYoursText:
      'It went to others, or the request was taken back. There is nothing to do: you are on the list as before.',
    brought: 'Brought by',
    together: 'You do it together',
    start: 'I have begun',
    deliver: 'It is done',
    started: 'Noted: the work has begun.',
    delivered: 'Noted. We ask the client; if they say nothing, it closes by itself in two weeks.',
    late: 'Something changed meanwhile: see here where the job stands.',
    cannot: 'I can no longer do it',
    cannotText: 'The network looks for somebody else, and the client is told. You are on the list as before.',
    cannotTick: 'Yes, I leave this job',
    why: 'Why? Only the desk reads it.',
    givenBack: 'All right: we see to it.',
    problem: 'There is a problem with the client',
    problemWhat: 'What happened?',
    problemSend: 'Tell the desk',
    problemSent: 'The desk knows, and will hear both of you. ',
    team: 'It needs a team',
    teamFold: 'It is too much for one person',
    teamWhat: 'Who or what would be needed?',
    teamSent: 'We have told the desk, which answers you. Nothing changes meanwhile.',
  },
}
