// Texts of the mails to a member.
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { type LetterName, notYou, pageFact, type Write } from './letter.js'

export const ownLetters: Record<LetterName, Write> = {
  'member-confirm': ({ network }) => ({
    it: {
      subject: `Conferma la tua adesione a ${network}`,
      paragraphs: [
        `Abbiamo ricevuto il modulo di adesione a ${network}. Manca solo la tua conferma: hai ${confirmationDays} giorni.`,
        'Poi la redazione legge la scheda e ti scrive. Aderire è gratis, e lo resta.',
      ],
      action: 'Conferma l’adesione',
      footer: notYou.it,
    },
    en: {
      subject: `Confirm that you join ${network}`,
      paragraphs: [
        `We have received the form to join ${network}. Only your confirmation is missing: you have ${confirmationDays} days.`,
        'Then an editor reads the profile and writes to you. Joining is free and stays so.',
      ],
      action: 'Confirm that you join',
      footer: notYou.en,
    },
  }),
  'member-reminder': ({ network }) => ({
    it: {
      subject: 'La tua adesione aspetta conferma',
      paragraphs: [
        `Due giorni fa è arrivato il modulo di adesione a ${network}, ma non è ancora confermato.`,
        'Se vuoi ancora aderire, basta un clic. Non ti scriveremo di nuovo per questo.',
      ],
      action: 'Conferma l’adesione',
      footer: notYou.it,
    },
    en: {
      subject: 'Your request to join awaits confirmation',
      paragraphs: [
        `Two days ago the form to join ${network} arrived, but it is not confirmed yet.`,
        'If you still want to join, one click is enough. We will not write about this again.',
      ],
      action: 'Confirm that you join',
      footer: notYou.en,
    },
  }),
  'member-known': ({ network }) => ({
    it: {
      subject: `Hai già una scheda su ${network}`,
      paragraphs: [
        `Qualcuno, forse tu, ha compilato di nuovo il modulo di adesione a ${network} con questo indirizzo. La tua scheda c’è già e non è cambiata.`,
        'Se vuoi modificarla, rispondi a questa mail e scrivici che cosa cambiare.',
      ],
    },
    en: {
      subject: `You already have a profile on ${network}`,
      paragraphs: [
        `Somebody, perhaps you, filled the form to join ${network} in again with this address. Your profile is there already and has not changed.`,
        'If you want to change it, answer this mail and tell us what.',
      ],
    },
  }),
  'member-received': ({ network, answerDays }) => ({
    it: {
      subject: 'Adesione ricevuta',
      paragraphs: [
        `Grazie: la tua adesione a ${network} è confermata.`,
        `Ora una persona della redazione legge la scheda. Ti rispondiamo entro ${answerDays} giorni lavorativi.`,
      ],
    },
    en: {
      subject: 'We have received your request to join',
      paragraphs: [
        `Thank you: your request to join ${network} is confirmed.`,
        `An editor now reads the profile. You will hear from us within ${answerDays} working days.`,
      ],
    },
  }),
  'member-changes': ({ reason }) => ({
    it: {
      subject: 'Manca qualcosa alla tua scheda',
      paragraphs: ['Prima di attivare la scheda ci serve ancora qualcosa:', reason, 'Basta rispondere a questa mail.'],
    },
    en: {
      subject: 'Something is missing from your profile',
      paragraphs: ['Before your profile becomes active we still need something:', reason, 'Just answer this mail.'],
    },
  }),
  'member-active': ({ network, shown, page, linked }) => ({
    it: {
      subject: 'La tua scheda è attiva',
      paragraphs: [
        `Ti diamo il benvenuto in ${network}.`,
        shown
          ? 'La tua scheda si può trovare e chi cerca può scriverti attraverso la rete. Il tuo indirizzo non si vede.'
          : 'La tua scheda la vede solo la rete: ti scriviamo noi quando c’è un lavoro che fa per te.',
        linked
          ? 'Prezzi e accordi restano tra te e chi ti chiama. Per cambiare i testi basta rispondere a questa mail; la pausa e l’uscita sono sulla tua pagina.'
          : 'Prezzi e accordi restano tra te e chi ti chiama. Per cambiare i testi, per una pausa o per uscire basta rispondere a questa mail.',
      ],
      ...pageFact('Dove si vede', page),
      action: 'Apri la tua pagina',
    },
    en: {
      subject: 'Your profile is active',
      paragraphs: [
        `Welcome to ${network}.`,
        shown
          ? 'Your profile can be found, and people can write to you through the network. Your address is not shown.'
          : 'Only the network sees your profile: we write to you when there is work that suits you.',
        linked
          ? 'Prices and agreements stay between you and whoever calls you. To change the texts just answer this mail; pausing and leaving are on your own page.'
          : 'Prices and agreements stay between you and whoever calls you. To change the texts, pause or leave, just answer this mail.',
      ],
      ...pageFact('Where it is shown', page),
      action: 'Open your page',
    },
  }),
  'member-refused': ({ network, reason }) => ({
    it: {
      subject: 'Adesione non accolta',
      paragraphs: [
        `Abbiamo letto la tua richiesta di aderire a ${network} e non possiamo accoglierla. Il motivo:`,
        reason,
        'Se pensi che ci sia un errore, rispondi a questa mail: la rilegge una persona.',
      ],
    },
    en: {
      subject: 'Your request to join was not accepted',
      paragraphs: [
        `We have read your request to join ${network} and cannot accept it. The reason:`,
        reason,
        'If you think this is a mistake, answer this mail: a person reads it.',
      ],
    },
  }),
  'member-paused': ({ linked }) => ({
    it: {
      subject: 'La tua scheda è in pausa',
      paragraphs: [
        `Da ora la scheda non si vede più. La riattivi quando vuoi ${linked ? 'dalla tua pagina, o ' : ''}rispondendo a questa mail.`,
      ],
      action: 'Apri la tua pagina',
    },
    en: {
      subject: 'Your profile is paused',
      paragraphs: [
        `From now on your profile is not shown. You make it active again ${linked ? 'from your own page, or ' : ''}by answering this mail.`,
      ],
      action: 'Open your page',
    },
  }),
  'member-suspended': ({ reason }) => ({
    it: {
      subject: 'La tua scheda è sospesa',
      paragraphs: [
        'La scheda non si vede più finché la sospensione dura. Il motivo:',
        reason,
        'Vogliamo sentire anche te: rispondi a questa mail, la legge una persona.',
      ],
    },
    en: {
      subject: 'Your profile is suspended',
      paragraphs: [
        'Your profile is not shown while the suspension lasts. The reason:',
        reason,
        'We want to hear you too: answer this mail, a person reads it.',
      ],
    },
  }),
  'member-lifted': ({ linked }) => ({
    it: {
      subject: 'La sospensione della tua scheda è finita',
      paragraphs: [
        `La scheda resta in pausa, come l’avevi lasciata, e non si vede. La riattivi quando vuoi ${linked ? 'dalla tua pagina, o ' : ''}rispondendo a questa mail.`,
      ],
      action: 'Apri la tua pagina',
    },
    en: {
      subject: 'The suspension of your profile has ended',
      paragraphs: [
        `Your profile stays paused, as you had left it, and is not shown. You make it active again ${linked ? 'from your own page, or ' : ''}by answering this mail.`,
      ],
      action: 'Open your page',
    },
  }),
  'member-let-go': ({ network, reason }) => ({
    it: {
      subject: 'La tua scheda esce dalla rete',
      paragraphs: [
        `La tua scheda su ${network} non si vede più e presto la cancelliamo, con i tuoi dati. Il motivo:`,
        reason,
        'Se pensi che ci sia un errore, rispondi subito a questa mail: la legge una persona.',
      ],
    },
    en: {
      subject: 'Your profile leaves the network',
      paragraphs: [
        `Your profile on ${network} is no longer shown and we erase it soon, with your data. The reason:`,
        reason,
        'If you think this is a mistake, answer this mail at once: a person reads it.',
      ],
    },
  }),
  'member-link': ({ replaces }) => ({
    it: {
      subject: 'Un nuovo link per la tua pagina',
      paragraphs: [
        `Ecco un nuovo link per la tua pagina: da lì metti la scheda in pausa, la riattivi o esci dalla rete.${replaces ? ' Quello di prima non funziona più.' : ''}`,
      ],
      action: 'Apri la tua pagina',
    },
    en: {
      subject: 'A new link to your own page',
      paragraphs: [
        `Here is a new link to your own page: there you pause your profile, make it active again or leave the network.${replaces ? ' The previous link no longer works.' : ''}`,
      ],
      action: 'Open your page',
    },
  }),
  'member-again': ({ shown }) => ({
    it: {
      subject: 'La tua scheda è di nuovo attiva',
      paragraphs: [
        shown ? 'La scheda si vede di nuovo e chi cerca può scriverti.' : 'La rete può di nuovo contare su di te.',
      ],
      action: 'Apri la tua pagina',
    },
    en: {
      subject: 'Your profile is active again',
      paragraphs: [
        shown ? 'Your profile is shown again and people can write to you.' : 'The network can count on you again.',
      ],
      action: 'Open your page',
    },
  }),
}
