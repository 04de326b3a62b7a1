// What is said about a job that goes from one member to another.

interface Names {
  from: string
  to: string
}

export const handOverTexts = {
  it: {
    heading: 'Passare o dividere il lavoro',
    intro:
      'Puoi donarlo a un’altra persona della rete, o farlo in due. Serve il suo sì, poi quello di chi l’ha chiesto. Chi l’ha portato resta scritto.',
    fold: 'Passa questo lavoro a…',
    how: 'Che cosa vuoi fare?',
    give: 'Passarlo: lo farà l’altra persona',
    share: 'Dividerlo: lo facciamo insieme, rispondo io',
    to: 'A chi?',
    toHint:
      'L’indirizzo e-mail, oppure l’indirizzo della sua scheda. Se non li sai, il nome e il paese: la cerca la redazione.',
    words: 'Due parole per chi lo riceve',
    send: 'Chiedi',
    sent: 'Fatto. Se fa parte della rete le scriviamo adesso; altrimenti ti risponde la redazione. Finché non dicono sì, il lavoro resta tuo.',
    kept: 'Va bene: il lavoro resta tuo.',
    keep: 'Lascia stare: lo tengo io',
    late: 'Intanto qualcosa è cambiato: guarda qui a che punto è il lavoro.',
    waitsForMember: (named: string) =>
      `Aspettiamo la risposta di ${named || 'chi hai indicato'}. Intanto il lavoro resta tuo.`,
    waitsForClient: (name: string) =>
      `${name} ha detto sì: manca il sì di chi ha chiesto il lavoro. Intanto resta tuo.`,
    clientHeading: 'Il lavoro può passare ad altri?',
    clientGive: ({ from, to }: Names) => `${from} vorrebbe passare il lavoro a ${to}, che è d’accordo.`,
    clientShare: ({ from, to }: Names) =>
      `${from} vorrebbe fare il lavoro insieme a ${to}. Ne risponde sempre ${from}.`,
    somebody: 'una persona della rete',
    about: 'Della persona che lo farebbe',
    clientNote: 'Decidi tu. I tuoi recapiti si danno solo dopo il tuo sì; prezzo e tempi si riparlano fra voi.',
    yes: 'Sì, va bene',
    no: 'No, preferisco di no',
    passed: 'Va bene: lo abbiamo detto a tutti e due.',
    staysAsIs: 'Va bene: resta com’era. Lo diciamo noi.',
    receiverTitle: (from: string) => `${from} ti passa un lavoro`,
    receiverGive: (from: string, asker: string, client: string) =>
      `Te lo dona ${from}. Lo chiede ${asker}; i recapiti te li diamo quando anche ${client} è d’accordo.`,
    receiverShare: (from: string, asker: string, client: string) =>
      `${from} ti chiede di farlo insieme. Lo chiede ${asker}; di fronte a ${client} risponde ${from}, tu della tua parte.`,
    receiverWords: (from: string, words: string) => `${from} scrive: «${words}»`,
    receiverNote:
      'Il prezzo lo concordate fra voi; la rete non prende nulla e non giudica. Dire di no non cambia nulla.',
    receiverWaits: 'Hai detto sì, grazie. Ora chiediamo a chi ha chiesto il lavoro: ti scriviamo appena risponde.',
    accept: 'Sì, lo faccio',
    decline: 'Non questa volta',
    tax: 'Come lo farai?',
    responsible: 'Del lavoro rispondo io, di fronte a chi lo chiede e alla legge',
    declinedTitle: 'Va bene, non questa volta',
    declinedText: 'Lo diciamo a chi te l’ha proposto. Per te non cambia nulla.',
    over: 'Questo passaggio non c’è più',
    overText: 'Il lavoro è rimasto dov’era, o è già di altri. Non serve fare nulla.',
  },
  en: {
    heading: 'Passing the job on, or sharing it',
    intro:
      'You can give it to somebody else in the network, or do it together. They have to say yes, then the client. Whoever brought it stays written down.',
    fold: 'Pass this job on to…',
    how: 'What do you want to do?',
    give: 'Pass it on: the other person does it',
    share: 'Share it: we do it together, I answer for it',
    to: 'To whom?',
    toHint:
      'Their e-mail address, or the address of their profile. If you know neither, name and town: the desk looks for them.',
    words: 'A word for who gets it',
    send: 'Ask',
    sent: 'Done. If they belong to the network, we write to them now; otherwise the desk answers you. Until they say yes the job stays yours.',
    kept: 'All right: the job stays yours.',
    keep: 'Never mind: I keep it',
    late: 'Something changed meanwhile: see here where the job stands.',
    waitsForMember: (named: string) =>
      `We wait for the answer of ${named || 'whom you named'}. Meanwhile the job stays yours.`,
    waitsForClient: (name: string) => `${name} said yes: the client’s yes is missing. Meanwhile it stays yours.`,
    clientHeading: 'May the job go to somebody else?',
    clientGive: ({ from, to }: Names) => `${from} would like to pass the job on to ${to}, who agrees.`,
    clientShare: ({ from, to }: Names) =>
      `${from} would like to do the job together with ${to}. ${from} still answers for it.`,
    somebody: 'somebody of the network',
    about: 'About whoever would do it',
    clientNote: 'You decide. Your contacts are given only after your yes; price and times are between you again.',
    yes: 'Yes, that is fine',
    no: 'No, rather not',
    passed: 'All right: we have told them both.',
    staysAsIs: 'All right: it stays as it was. We tell them.',
    receiverTitle: (from: string) => `${from} passes a job on to you`,
    receiverGive: (from: string, asker: string, client: string) =>
      `It is a gift of ${from}, asked for by ${asker}; you get the contacts once ${client} agrees too.`,
    receiverShare: (from: string, asker: string, client: string) =>
      `${from} asks you to do it together, for ${asker}; ${from} answers to ${client}, you for your part.`,
    receiverWords: (from: string, words: string) => `${from} writes: “${words}”`,
    receiverNote: 'The price is between you; the network takes nothing and does not judge. Saying no changes nothing.',
    receiverWaits: 'You said yes, thank you. Now we ask the client: we write to you as soon as they answer.',
    accept: 'Yes, I will do it',
    decline: 'Not this time',
    tax: 'How will you do it?',
    responsible: 'I answer for the work, to the client and before the law',
    declinedTitle: 'All right, not this time',
    declinedText: 'We tell whoever offered it to you. Nothing changes for you.',
    over: 'There is nothing to pass on any more',
    overText: 'The job stayed where it was, or is somebody else’s already. There is nothing to do.',
  },
}
