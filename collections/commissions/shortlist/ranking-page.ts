// The page that says how people are ordered: in the directory, and when the desk looks for somebody for a request.
import { pick } from '../../../plugin/i18n/localized.js'
import type { ResolvedOptions } from '../../../plugin/options/index.js'
import { html } from '../../../plugin/pages/html.js'
import type { Page } from '../../../plugin/pages/serve.js'
import { distanceBands } from './shortlist.js'

const directory = {
  it: [
    'Nessuno è sempre primo, e nessuno può pagare per esserlo. Non ci sono stelle né punteggi.',
    'Senza parole e senza luogo, l’elenco gira: ogni scheda ha un posto fisso su un cerchio, dato a caso, e ogni giorno si comincia da un altro punto, lo stesso per tutti.',
    'Con le parole vengono prima le schede che le portano nel nome, nella riga di presentazione o tra le capacità; poi quelle che le hanno altrove. A pari merito decide il cerchio.',
    'Con un luogo decide la distanza, poi il cerchio. Di ciascuno si conosce il comune, mai l’indirizzo.',
    'Nell’elenco c’è solo chi ha scelto di essere pubblico. Chi ora non prende lavori resta visibile, ma non si può contattare.',
  ],
  en: [
    'Nobody is always first, and nobody can pay to be. There are no stars and no scores.',
    'Without words and without a place the directory turns: each profile has a fixed random place on a circle, and each day starts from another point, the same for everybody.',
    'With words, first come the profiles that bear them in the name, in the headline or among the skills; then those that have them elsewhere. Between equals the circle decides.',
    'With a place distance decides, then the circle. Of each person the municipality is known, never the address.',
    'Only those who chose to be public are there. Whoever takes no work now stays visible, but cannot be contacted.',
  ],
}

/** As `rankOf` and `shortlist` do it, from the same numbers: what is changed there changes here. */
function requests({ restDays, openJobsCap, newcomerEvery, shortlistPlaces }: ResolvedOptions['organisation']) {
  const bands = { it: distanceBands.join(', '), en: distanceBands.join(', ') }
  return {
    it: {
      before: [
        'Quando arriva una richiesta, la redazione vede un elenco di chi potrebbe farla, con i motivi scritti a parole. Il programma propone, una persona decide. Non c’è nessun numero nascosto: l’ordine viene solo da questi motivi, guardati uno dopo l’altro.',
        'Ci sono tutti gli aderenti attivi che hanno il mestiere chiesto e che arrivano fin lì secondo quanto hanno detto di spostarsi; chi lavora solo a distanza, se il lavoro si può fare a distanza. Chi è in pausa non c’è.',
      ],
      steps: [
        'chi ha più mestieri fra quelli chiesti;',
        'chi arriva di sicuro; poi chi abita nella provincia, quando del comune non si sa la posizione;',
        'chi parla la lingua di chi chiede;',
        'chi può subito, o in tempo; poi chi può ogni tanto; poi chi può più tardi;',
        'per i lavori piccoli, chi dice di prendere anche lavoretti;',
        ...(restDays > 0
          ? [
              `chi non ha avuto un lavoro dalla rete negli ultimi ${restDays} giorni e non è stato sentito negli ultimi ${Math.ceil(restDays / 2)}; poi chi è stato sentito; poi chi ha avuto il lavoro;`,
            ]
          : []),
        'chi non ha lavori in corso;',
        `chi è più vicino, a fasce di ${bands.it} chilometri;`,
        'a parità di tutto decide un cerchio, che ogni giorno comincia da un altro punto: nessuno è sempre primo.',
      ],
      after: [
        `Chi ha già ${openJobsCap} lavori in corso, o quanti ha detto di volerne, sta a parte finché uno finisce.`,
        ...(newcomerEvery > 0
          ? [`Un posto ogni ${newcomerEvery} è tenuto per chi dalla rete non ha ancora avuto un lavoro, se c’è.`]
          : []),
        'Se per il mestiere la legge chiede un’abilitazione, chi dichiara di averla sta in un gruppo suo. Gli altri non sono esclusi: chi chiede legge quale certificato farsi mostrare.',
        `Si vedono ${shortlistPlaces} persone per gruppo. A richiesta la redazione vede anche chi ha i mestieri che di solito vanno insieme a quello chiesto, e chi lavora nello stesso settore lì vicino: con lo stesso ordine.`,
        'Se negli ultimi due anni qualcuno ha rifiutato un altro lavoro dicendo «non per questa persona», «troppo lontano», «troppo grande» o «troppo piccolo», e vale anche per questo, la redazione lo legge accanto al nome: l’ordine non cambia.',
        'Non contano i titoli, gli anni di mestiere, la condizione di lavoro, né se il mestiere viene da una bottega, da un’attitudine o da una passione: si leggono, e decide chi sceglie. I prezzi restano fra le persone, e qui non si guardano.',
      ],
    },
    en: {
      before: [
        'When a request comes in, the desk sees a list of those who could do it, with the reasons in words. The software proposes, a person decides. There is no hidden number: the order follows from these reasons alone, looked at one after the other.',
        'On it are all active members who have the trade asked for and who get there by what they said of how far they travel; who works remotely only, where the work can be done so. Whoever is paused is not on it.',
      ],
      steps: [
        'who has more of the trades asked for;',
        'who surely gets there; then who lives in the province, where the position of their town is not known;',
        'who speaks the language of whoever asks;',
        'who can at once, or in time; then who can now and then; then who can later;',
        'for small jobs, who says that they take such jobs too;',
        ...(restDays > 0
          ? [
              `who had no job from the network in the last ${restDays} days and was not asked in the last ${Math.ceil(restDays / 2)}; then who was asked; then who had the job;`,
            ]
          : []),
        'who has no job under way;',
        `who is nearer, in bands of ${bands.en} kilometres;`,
        'where all is alike a circle decides, which begins elsewhere each day: nobody is always first.',
      ],
      after: [
        `Whoever has ${openJobsCap} jobs under way already, or as many as they said they want, stands apart until one is over.`,
        ...(newcomerEvery > 0
          ? [`One place in ${newcomerEvery} is kept for somebody who had no job from the network yet, if there is one.`]
          : []),
        'Where the law asks for a qualification, those who declare it stand in a group of their own. The others are not barred: whoever asks reads which certificate to ask for.',
        `${shortlistPlaces} people a group are shown. On demand the desk also sees who has trades that usually go with the one asked for, and who works in the same sector nearby: in the same order.`,
        'Where somebody declined another job within two years because of its client, its place or its size, and that holds for this one, the desk reads it beside the name: the order does not change.',
        'Titles, years, the working condition, and whether a trade comes from practice, aptitude or passion do not count: they are read, and whoever chooses decides. Prices stay between the people, and are not looked at here.',
      ],
    },
  }
}

export const rankingPage: Page = {
  path: '/pages/ranking',
  name: 'ranking',
  summary: 'How people are ordered',
  card: null,
  features: ['pages', 'directory'],
  secret: false,
  async show({ lang, options }) {
    const title = pick(lang, { it: 'Come sono ordinate le persone', en: 'How people are ordered' })
    const paragraphs = (texts: readonly string[]) => texts.map((text) => html`<p>${text}</p>`)
    const text = pick(lang, requests(options.organisation))
    return {
      title,
      body: html`<h2>${pick(lang, { it: 'Nell’elenco pubblico', en: 'In the public directory' })}</h2>
${paragraphs(pick(lang, directory))}
${
  options.features.commissions &&
  html`<h2>${pick(lang, { it: 'Per una richiesta', en: 'For a request' })}</h2>
${paragraphs(text.before)}
<p>${pick(lang, { it: 'Vengono prima, in quest’ordine:', en: 'First come, in this order:' })}</p>
<ol>${text.steps.map((step) => html`<li>${step}</li>`)}</ol>
${paragraphs(text.after)}`
}`,
    }
  },
}
