// What the page behind a mail link says.
import { maxReasonLength } from '../values/text-limits.js'

export const words = {
  it: {
    unknown: 'Questo link non vale',
    unknownText: (email: string) =>
      `Forse è stato copiato a metà, o una mail più recente lo ha sostituito: vale il link dell’ultima arrivata. Se non si trova, basta scrivere a ${email}.`,
    gone: 'Qui non c’è più niente',
    goneText: 'Il link è giusto, ma ciò di cui parla non c’è più.',
    usedTitle: 'Link già usato',
    expiredTitle: 'Link scaduto',
    tooLong: (field: string, length: number) =>
      `Non è successo nulla: in «${field}» ci sono ${length} caratteri. Al massimo ${maxReasonLength}: accorcia, poi premi di nuovo.`,
    missing: (field: string) =>
      `Non è successo nulla: manca «${field.replace(/[?:]$/, '')}». Completa, poi premi di nuovo.`,
    noDate: (field: string) =>
      `Non è successo nulla: in «${field}» serve un giorno che esiste, scritto come 2026-12-31.`,
    photoTooLarge:
      'Questa fotografia è troppo grande: al massimo 10 MB. Prova a mandarne una più piccola, o una schermata.',
    tickFirst: 'Non è successo nulla: per andare avanti spunta prima la casella.',
    used: 'Questo link è già stato usato: non serve fare altro.',
    expired: 'Questo link è scaduto.',
    renewText: 'Se serve ancora, possiamo mandare una mail nuova allo stesso indirizzo.',
    renew: 'Manda una mail nuova',
    optional: 'facoltativo',
    directory: 'Vai all’elenco della rete',
    renewed: 'Mail in arrivo',
    renewedText:
      'Se c’è ancora qualcosa da confermare o da seguire, tra poco arriva una mail nuova allo stesso indirizzo.',
  },
  en: {
    unknown: 'This link does not work',
    unknownText: (email: string) =>
      `Perhaps it was only partly copied, or a newer mail has taken its place: the link in the latest one works. If you cannot find it, write to ${email}.`,
    gone: 'Nothing is left here',
    goneText: 'The link is right, but what it speaks of is no longer there.',
    usedTitle: 'Link used already',
    expiredTitle: 'Link expired',
    tooLong: (field: string, length: number) =>
      `Nothing has happened: “${field}” has ${length} characters. Shorten it to ${maxReasonLength} at most, then press again.`,
    missing: (field: string) =>
      `Nothing has happened: “${field.replace(/[?:]$/, '')}” is missing. Fill it in, then press again.`,
    noDate: (field: string) => `Nothing has happened: “${field}” needs a day that exists, written like 2026-12-31.`,
    photoTooLarge: 'This photograph is too large: 10 MB at most. Try a smaller one, or a screenshot.',
    tickFirst: 'Nothing has happened: to go on, tick the box first.',
    used: 'This link was used already: there is nothing else to do.',
    expired: 'This link has expired.',
    renewText: 'If it is still needed, we can send a new mail to the same address.',
    renew: 'Send a new mail',
    optional: 'optional',
    directory: 'Go to the network’s directory',
    renewed: 'A mail is on its way',
    renewedText:
      'If there is still something to confirm or to follow, a new mail will soon arrive at the same address.',
  },
}
