// What is said about a job that a member brings into the network with a client of their own.
export const privateWords = {
  it: {
    heading: 'Porta un lavoro tuo',
    intro:
      'Hai un cliente tuo e il lavoro non fa per te, o è troppo? Passalo alla rete, o a una persona precisa. Il cliente resta tuo, e resta scritto che l’hai portato tu.',
    fold: 'Ho un lavoro da passare',
    trade: 'Che mestiere serve?',
    town: 'In quale comune?',
    to: 'A chi vorresti darlo?',
    toHint:
      'Vuoto: lo propone la rete. Altrimenti l’indirizzo e-mail, o quello della scheda, di una persona della rete.',
    send: 'Prepara il link per il cliente',
    made: 'Fatto. Manda questo indirizzo al tuo cliente, come vuoi tu: scrive lui che cosa serve e come sentirlo. Finché non conferma, di lui non sappiamo nulla.',
    link: 'Il link per il tuo cliente',
    until: 'Vale fino al',
    noTown: 'Nessun comune con questo nome: controlla come si scrive, o aggiungi la sigla della provincia.',
    severalTowns: (choices: string) =>
      `Più comuni si chiamano così: ${choices}. Scrivi anche la sigla della provincia.`,
    mine: 'I lavori che hai portato',
    title: (who: string) => `${who} ti mette in contatto con la rete`,
    clientIntro: (who: string, trade: string, town: string) =>
      `${who} pensa che per il tuo lavoro (${trade}, ${town}) ci sia chi può farlo bene. Scrivi qui che cosa serve: finché non confermi, di te non sappiamo nulla.`,
    clientFree:
      'Chiedere non costa nulla e non impegna. Se non ti interessa, chiudi la pagina: fra sette giorni si cancella da sé.',
    description: 'Che lavoro serve?',
    descriptionHint: 'Con parole semplici. Niente dati sulla salute o di altri.',
    name: 'Nome e cognome',
    email: 'E-mail',
    emailHint: 'Serve per confermare. Senza, ti chiamiamo noi.',
    phone: 'Telefono',
    soon: 'Per quando?',
    soonOptions: { soon: 'Presto', 'no-hurry': 'Senza fretta' },
    share:
      'La rete può mostrare la richiesta, con fotografie e risposte, alle persone e alle squadre che propone, e dare i recapiti solo a chi è scelto',
    confirm: 'Manda la richiesta',
    mailed: 'Manca solo la conferma',
    mailedText: (to: string) =>
      `Abbiamo mandato una mail a ${to}: apri il link e conferma, e la richiesta arriva alla rete.`,
    called: 'Grazie: ti chiamiamo noi',
    calledText: 'Senza un indirizzo e-mail la confermiamo per telefono, nei giorni in cui c’è la redazione.',
    shortText: 'Descrivi il lavoro con almeno una frase.',
    contactMissing: 'Serve un’e-mail o un telefono, per poterti rispondere.',
    done: 'Questa richiesta è già arrivata',
    doneText: 'Non serve fare altro: la mail che hai ricevuto dice a che punto è.',
  },
  en: {
    heading: 'Bring a job of your own',
    intro:
      'You have a client of your own, and the job is not for you, or too much? Pass it on to the network, or to one person. The client stays yours, and it stays written that you brought it.',
    fold: 'I have a job to pass on',
    trade: 'Which trade is needed?',
    town: 'In which municipality?',
    to: 'To whom would you give it?',
    toHint: 'Empty: the network offers it. Otherwise the e-mail address, or the profile’s, of somebody in the network.',
    send: 'Make the link for the client',
    made: 'Done. Send this address to your client, in any way you like: they write what is needed and how to reach them. Until they confirm we know nothing of them.',
    link: 'The link for your client',
    until: 'Works until',
    noTown: 'No municipality of this name: check how it is written, or add the abbreviation of its province.',
    severalTowns: (choices: string) =>
      `Several municipalities have this name: ${choices}. Add the abbreviation of the province.`,
    mine: 'Jobs that you brought',
    title: (who: string) => `${who} puts you in touch with the network`,
    clientIntro: (who: string, trade: string, town: string) =>
      `${who} thinks that there is somebody who can do your job well (${trade}, ${town}). Write here what is needed: until you confirm we know nothing of you.`,
    clientFree:
      'Asking is free and commits you to nothing. If you are not interested, close the page: in seven days it deletes itself.',
    description: 'What work is needed?',
    descriptionHint: 'In simple words. Nothing about health or other people.',
    name: 'Name and surname',
    email: 'E-mail',
    emailHint: 'Needed to confirm. Without one we call you.',
    phone: 'Phone',
    soon: 'By when?',
    soonOptions: { soon: 'Soon', 'no-hurry': 'No hurry' },
    share:
      'The network may show the request, with photographs and answers, to the people and teams it proposes, and give my contacts only to those chosen',
    confirm: 'Send the request',
    mailed: 'Only your confirmation is missing',
    mailedText: (to: string) =>
      `We have sent a mail to ${to}: open the link and confirm, and the request reaches the network.`,
    called: 'Thank you: we call you',
    calledText: 'Without an e-mail address we confirm it by phone, on the days when somebody is at the desk.',
    shortText: 'Describe the work in at least one sentence.',
    contactMissing: 'An e-mail or a phone is needed, to answer you.',
    done: 'This request has arrived already',
    doneText: 'There is nothing else to do: the mail you got says where it stands.',
  },
}
