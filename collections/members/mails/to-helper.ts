// Texts of the mails to a person who helps a member.
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { type LetterName, notYou, pageFact, type Write } from './letter.js'

export const helpedLetters: Record<LetterName, Write> = {
  'member-confirm': ({ network }, who) => ({
    it: {
      subject: `Conferma l’adesione di ${who.it} a ${network}`,
      paragraphs: [
        `Abbiamo ricevuto il modulo di adesione a ${network} compilato per ${who.it}. Manca solo la tua conferma: hai ${confirmationDays} giorni.`,
        'Poi la redazione legge la scheda e ti scrive. Aderire è gratis, e lo resta.',
      ],
      action: 'Conferma l’adesione',
      footer: notYou.it,
    },
    en: {
      subject: `Confirm that ${who.en} joins ${network}`,
      paragraphs: [
        `We have received the form to join ${network} filled in for ${who.en}. Only your confirmation is missing: you have ${confirmationDays} days.`,
        'Then an editor reads the profile and writes to you. Joining is free and stays so.',
      ],
      action: 'Confirm the request to join',
      footer: notYou.en,
    },
  }),
  'member-reminder': ({ network }, who) => ({
    it: {
      subject: `L’adesione di ${who.it} aspetta conferma`,
      paragraphs: [
        `Due giorni fa è arrivato il modulo di adesione a ${network} per ${who.it}, ma non è ancora confermato.`,
        `Se ${who.it} vuole ancora aderire, basta un clic. Non ti scriveremo di nuovo per questo.`,
      ],
      action: 'Conferma l’adesione',
      footer: notYou.it,
    },
    en: {
      subject: `The request of ${who.en} to join awaits confirmation`,
      paragraphs: [
        `Two days ago the form to join ${network} arrived for ${who.en}, but it is not confirmed yet.`,
        `If ${who.en} still wants to join, one click is enough. We will not write about this again.`,
      ],
      action: 'Confirm the request to join',
      footer: notYou.en,
    },
  }),
  'member-known': ({ network }, who) => ({
    it: {
      subject: `C’è già una scheda di ${who.it} su ${network}`,
      paragraphs: [
        `Qualcuno, forse tu, ha compilato di nuovo il modulo di adesione a ${network} per ${who.it}. La scheda c’è già e non è cambiata.`,
        'Se va modificata, rispondi a questa mail e scrivici che cosa cambiare.',
      ],
    },
    en: {
      subject: `There is already a profile of ${who.en} on ${network}`,
      paragraphs: [
        `Somebody, perhaps you, filled the form to join ${network} in again for ${who.en}. The profile is there already and has not changed.`,
        'If it should change, answer this mail and tell us what.',
      ],
    },
  }),
  'member-received': ({ network, answerDays }, who) => ({
    it: {
      subject: `Adesione di ${who.it} ricevuta`,
      paragraphs: [
        `Grazie: l’adesione di ${who.it} a ${network} è confermata.`,
        `Ora una persona della redazione legge la scheda. Ti rispondiamo entro ${answerDays} giorni lavorativi.`,
      ],
    },
    en: {
      subject: `We have received ${who.en}’s request to join`,
      paragraphs: [
        `Thank you: ${who.en}’s request to join ${network} is confirmed.`,
        `An editor now reads the profile. You will hear from us within ${answerDays} working days.`,
      ],
    },
  }),
  'member-changes': ({ reason }, who) => ({
    it: {
      subject: `Manca qualcosa alla scheda di ${who.it}`,
      paragraphs: [
        `Prima di attivare la scheda di ${who.it} ci serve ancora qualcosa:`,
        reason,
        'Basta rispondere a questa mail.',
      ],
    },
    en: {
      subject: `Something is missing from ${who.en}’s profile`,
      paragraphs: [
        `Before ${who.en}’s profile becomes active we still need something:`,
        reason,
        'Just answer this mail.',
      ],
    },
  }),
  'member-active': ({ network, shown, page, linked }, who) => ({
    it: {
      subject: `La scheda di ${who.it} è attiva`,
      paragraphs: [
        `La scheda di ${who.it} ora è su ${network}.`,
        shown
          ? 'Si può trovare, e chi cerca può scrivere attraverso la rete: i messaggi arrivano a te. Il tuo indirizzo non si vede.'
          : `La vede solo la rete: ti scriviamo noi quando c’è un lavoro che fa per ${who.it}.`,
        linked
          ? `Prezzi e accordi restano tra ${who.it} e chi chiama. Per cambiare i testi basta rispondere a questa mail; la pausa e l’uscita sono sulla pagina qui sotto, riservata a te.`
          : `Prezzi e accordi restano tra ${who.it} e chi chiama. Per cambiare i testi, per una pausa o per uscire basta rispondere a questa mail.`,
      ],
      ...pageFact('Dove si vede', page),
      action: `Gestisci la scheda di ${who.it}`,
    },
    en: {
      subject: `The profile of ${who.en} is active`,
      paragraphs: [
        `The profile of ${who.en} is on ${network} now.`,
        shown
          ? 'It can be found, and people can write through the network: their messages come to you. Your address is not shown.'
          : `Only the network sees it: we write to you when there is work that suits ${who.en}.`,
        linked
          ? `Prices and agreements stay between ${who.en} and whoever calls. To change the texts just answer this mail; pausing and leaving are on the page below, which is yours alone.`
          : `Prices and agreements stay between ${who.en} and whoever calls. To change the texts, pause or leave, just answer this mail.`,
      ],
      ...pageFact('Where it is shown', page),
      action: `Look after ${who.en}’s profile`,
    },
  }),
  'member-refused': ({ network, reason }, who) => ({
    it: {
      subject: `Adesione di ${who.it} non accolta`,
      paragraphs: [
        `Abbiamo letto la richiesta di ${who.it} di aderire a ${network} e non possiamo accoglierla. Il motivo:`,
        reason,
        'Se pensi che ci sia un errore, rispondi a questa mail: la rilegge una persona.',
      ],
    },
    en: {
      subject: `The request of ${who.en} to join was not accepted`,
      paragraphs: [
        `We have read ${who.en}’s request to join ${network} and cannot accept it. The reason:`,
        reason,
        'If you think this is a mistake, answer this mail: a person reads it.',
      ],
    },
  }),
  'member-paused': ({ linked }, who) => ({
    it: {
      subject: `La scheda di ${who.it} è in pausa`,
      paragraphs: [
        `Da ora la scheda di ${who.it} non si vede più. La riattivi quando serve ${linked ? 'dalla sua pagina, o ' : ''}rispondendo a questa mail.`,
      ],
      action: `Gestisci la scheda di ${who.it}`,
    },
    en: {
      subject: `The profile of ${who.en} is paused`,
      paragraphs: [
        `From now on ${who.en}’s profile is not shown. You make it active again ${linked ? 'from its page, or ' : ''}by answering this mail.`,
      ],
      action: `Look after ${who.en}’s profile`,
    },
  }),
  'member-suspended': ({ reason }, who) => ({
    it: {
      subject: `La scheda di ${who.it} è sospesa`,
      paragraphs: [
        `La scheda di ${who.it} non si vede più finché la sospensione dura. Il motivo:`,
        reason,
        `Vogliamo sentire anche ${who.it}, e te: rispondi a questa mail, la legge una persona.`,
      ],
    },
    en: {
      subject: `The profile of ${who.en} is suspended`,
      paragraphs: [
        `The profile of ${who.en} is not shown while the suspension lasts. The reason:`,
        reason,
        `We want to hear ${who.en} too, and you: answer this mail, a person reads it.`,
      ],
    },
  }),
  'member-lifted': ({ linked }, who) => ({
    it: {
      subject: `La sospensione della scheda di ${who.it} è finita`,
      paragraphs: [
        `La scheda di ${who.it} resta in pausa, come prima, e non si vede. La riattivi quando serve ${linked ? 'dalla sua pagina, o ' : ''}rispondendo a questa mail.`,
      ],
      action: `Gestisci la scheda di ${who.it}`,
    },
    en: {
      subject: `The suspension of ${who.en}’s profile has ended`,
      paragraphs: [
        `The profile of ${who.en} stays paused, as it was before, and is not shown. You make it active again ${linked ? 'from its page, or ' : ''}by answering this mail.`,
      ],
      action: `Look after ${who.en}’s profile`,
    },
  }),
  'member-let-go': ({ network, reason }, who) => ({
    it: {
      subject: `La scheda di ${who.it} esce dalla rete`,
      paragraphs: [
        `La scheda di ${who.it} su ${network} non si vede più e presto la cancelliamo, con i suoi dati e i tuoi. Il motivo:`,
        reason,
        'Se pensi che ci sia un errore, rispondi subito a questa mail: la legge una persona.',
      ],
    },
    en: {
      subject: `The profile of ${who.en} leaves the network`,
      paragraphs: [
        `The profile of ${who.en} on ${network} is no longer shown and we erase it soon, with the data of both of you. The reason:`,
        reason,
        'If you think this is a mistake, answer this mail at once: a person reads it.',
      ],
    },
  }),
  'member-link': ({ replaces }, who) => ({
    it: {
      subject: `Un nuovo link per la scheda di ${who.it}`,
      paragraphs: [
        `Ecco un nuovo link per la scheda di ${who.it}: da lì la metti in pausa, la riattivi o la togli dalla rete.${replaces ? ' Quello di prima non funziona più.' : ''}`,
      ],
      action: `Gestisci la scheda di ${who.it}`,
    },
    en: {
      subject: `A new link to ${who.en}’s profile`,
      paragraphs: [
        `Here is a new link to ${who.en}’s profile: there you pause it, make it active again or take it off the network.${replaces ? ' The previous link no longer works.' : ''}`,
      ],
      action: `Look after ${who.en}’s profile`,
    },
  }),
  'member-again': ({ shown }, who) => ({
    it: {
      subject: `La scheda di ${who.it} è di nuovo attiva`,
      paragraphs: [
        shown
          ? 'La scheda si vede di nuovo e chi cerca può scrivere: i messaggi arrivano a te.'
          : `La rete può di nuovo contare su ${who.it}.`,
      ],
      action: `Gestisci la scheda di ${who.it}`,
    },
    en: {
      subject: `The profile of ${who.en} is active again`,
      paragraphs: [
        shown
          ? 'The profile is shown again and people can write: their messages come to you.'
          : `The network can count on ${who.en} again.`,
      ],
      action: `Look after ${who.en}’s profile`,
    },
  }),
}
