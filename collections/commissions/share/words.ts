// What a client reads who is asked for the new text of the consent.

export const shareWords = {
  it: {
    heading: 'Il consenso a mostrare la richiesta',
    old: 'Quando hai chiesto, il consenso parlava solo della richiesta. Ora copre anche le fotografie, le domande e le squadre: decidi tu.',
    none: 'Per proporre la richiesta serve il tuo sì.',
    text: '«La rete può mostrare la richiesta, con fotografie e risposte, alle persone e alle squadre che propone, e dare i recapiti solo a chi è scelto»',
    otherwise:
      'Se dici di no non cambia nulla: le fotografie le vedono solo la redazione e poi chi farà il lavoro, e non la proponiamo a una squadra.',
    refused: 'Hai detto di no: va bene così. Se cambi idea, il pulsante resta qui.',
    yes: 'Sì, va bene',
    no: 'No, lascia com’è',
    agreed: 'Grazie: segnato.',
    kept: 'Va bene: resta com’è.',
  },
  en: {
    heading: 'The consent to show your request',
    old: 'When you asked, the consent spoke of the request alone. Now it covers photographs, questions and teams too: you decide.',
    none: 'To propose your request we need your yes.',
    text: '“The network may show the request, with photographs and answers, to the people and teams it proposes, and give my contacts only to those chosen”',
    otherwise:
      'If you say no nothing changes: only the desk and then whoever does the work see the photographs, and no team is asked.',
    refused: 'You said no: that is fine. If you change your mind, the button stays here.',
    yes: 'Yes, that is fine',
    no: 'No, leave it as it is',
    agreed: 'Thank you: noted.',
    kept: 'All right: it stays as it is.',
  },
}
