// Requests that have come further than the desk's table: people were asked and answered, jobs were agreed, done, disputed, passed on.
import type { Play } from './play.js'
import { type DemoRequest, person } from './requests.js'

export interface DemoJob {
  request: DemoRequest
  play(play: Play): Promise<void>
}

const yes = { taxMode: 'vat', responsible: 'yes', agrees: 'yes' }
const occasional = { ...yes, taxMode: 'occasional' }
const shown = { ...yes, show: 'yes' }

export const jobs: DemoJob[] = [
  {
    // Somebody was asked and has not answered yet.
    request: {
      client: person('Livia Ponti', 'livia.ponti'),
      description: 'Potare due meli e una siepe prima del gelo. La scala c’è, le ramaglie restano in giardino.',
      skills: ['giardiniere'],
      place: '016024',
      hoursAgo: 30,
      steps: ['take'],
    },
    play: (play) => play.propose('one', 1, 'Abita a due passi e pota meli da una vita.'),
  },
  {
    // In an order: the first said no, the second is asked, the third waits.
    request: {
      client: person('Carlo Bini', 'carlo.bini'),
      description: 'Tinteggiare due stanze vuote, soffitti alti tre metri. La pittura la compro io.',
      skills: ['imbianchino'],
      place: '015146',
      hoursAgo: 52,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('order', 3)
      await play.member(0, 'decline', { reason: 'too-far', note: 'Senza auto, per ora, non ci arrivo.' })
    },
  },
  {
    // Two said yes, and the client chooses; a third has a question.
    request: {
      client: person('Olga Fermi', 'olga.fermi'),
      description: 'Due persiane di legno: una non chiude, all’altra mancano tre stecche. Le foto sono qui sotto.',
      skills: ['falegname'],
      place: '015146',
      choice: 'client',
      hoursAgo: 4 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.photograph('shutters')
      await play.photograph('slats')
      await play.propose('several', 3)
      await play.member(0, 'accept', shown)
      await play.member(1, 'accept', { ...shown, taxMode: 'occasional' })
      await play.member(2, 'ask-question', { question: 'Le stecche rotte ci sono ancora, o vanno rifatte tutte?' })
      await play.clientAnswers('Due ci sono, una l’ha portata via il vento.')
    },
  },
  {
    // Somebody said yes, somebody no: now the desk chooses.
    request: {
      client: person('Fabio Guerra', 'fabio.guerra'),
      description: 'Ripetizioni di matematica per una ragazza di seconda media, due pomeriggi la settimana.',
      skills: ['ripetizioni-matematica'],
      hoursAgo: 3 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('several', 2)
      await play.member(0, 'decline', { reason: 'no-time', note: 'Fino a Natale ho le serate piene.' })
      await play.member(1, 'accept', yes)
    },
  },
  {
    // Nobody answered: it is back at the desk.
    request: {
      client: person('Wanda Sala', 'wanda.sala'),
      description: 'Sgomberare una cantina piena di cassette e vecchi attrezzi; c’è da portare tutto in discarica.',
      skills: ['sgomberi'],
      place: '037006',
      micro: true,
      hoursAgo: 6 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('one', 1)
      await play.expire(0)
    },
  },
  {
    request: {
      client: {
        kind: 'organisation',
        name: 'Renata Oliva',
        organisation: 'Archivio della seta',
        email: 'archivio.seta@posta.example',
        contactBy: 'email',
      },
      description:
        'Catalogare trecento lettere donate all’archivio: leggerle, riassumerle in una riga, metterle in ordine.',
      skills: ['archivista'],
      hoursAgo: 5 * 24,
      steps: ['take'],
    },
    // An agreement for occasional work with an organisation, which owes a notice beforehand.
    async play(play) {
      await play.propose('one', 1)
      await play.member(0, 'accept', occasional)
    },
  },
  {
    // Under way, and about to be passed on to a colleague.
    request: {
      client: person('Ettore Villa', 'ettore.villa'),
      description: 'Il rubinetto del bagno gocciola e sotto il lavello c’è sempre un po’ d’acqua.',
      skills: ['idraulico'],
      place: '015146',
      soon: 'soon',
      hoursAgo: 6 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.photograph('tap')
      await play.propose('one', 1)
      await play.member(0, 'accept', yes)
      await play.executor('start')
      await play.executor('hand-over', {
        how: 'give',
        named: 'Ugo che lavora con me',
        words: 'Mi hanno chiamato fuori città per due settimane.',
      })
    },
  },
  {
    // Delivered: in two weeks silence closes it.
    request: {
      client: person('Pietro Zani', 'pietro.zani'),
      description: 'Rimettere in strada una bicicletta da donna ferma da dieci anni: freni, copertoni, luci.',
      skills: ['ciclofficina'],
      place: '016024',
      hoursAgo: 9 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('one', 1)
      await play.member(0, 'accept', yes)
      await play.executor('start')
      await play.executor('deliver')
    },
  },
  {
    // The client chose one of two, and the job is done.
    request: {
      client: person('Silvia Orsi', 'silvia.orsi'),
      description: 'Stringere in vita due giacche e accorciare le maniche di un cappotto di lana.',
      skills: ['sarto'],
      place: '048017',
      choice: 'client',
      hoursAgo: 24 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('several', 2)
      await play.member(0, 'accept', shown)
      await play.member(1, 'accept', shown)
      await play.clientChooses(1)
      await play.executor('start')
      await play.executor('deliver')
      await play.client('done', { result: 'done', words: 'Lavoro pulito, e mi ha spiegato come lavare il cappotto.' })
    },
  },
  {
    // Something went wrong: the desk hears both.
    request: {
      client: person('Donato Pace', 'donato.pace'),
      description: 'Rifare le fughe del bagno e cambiare sei piastrelle scheggiate: le piastrelle le ho io.',
      skills: ['piastrellista'],
      place: '058091',
      hoursAgo: 15 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('one', 1)
      await play.member(0, 'accept', yes)
      await play.executor('start')
      await play.executor('deliver')
      await play.client('problem', { words: 'Due piastrelle nuove si sono già staccate e al telefono non risponde.' })
    },
  },
  {
    // Taken back while somebody was being asked.
    request: {
      client: person('Marina Usai', 'marina.usai'),
      description: 'Servizio fotografico per la laurea di mia figlia, un paio d’ore il sabato mattina.',
      skills: ['fotografo'],
      place: '001272',
      hoursAgo: 8 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.propose('one', 1)
      await play.client('withdraw', { why: 'Ci ha pensato lo zio.' })
    },
  },
  {
    request: {
      client: person('Aldo Piras', 'aldo.piras'),
      description: 'Trasloco da un quarto piano senza ascensore, con un pianoforte a muro.',
      skills: ['traslochi'],
      place: '015146',
      hoursAgo: 10 * 24,
      steps: ['take'],
    },
    play: (play) =>
      play.refer({
        name: 'Traslochi La Formica',
        phone: '+39 300 555 0144',
        why: 'Ha le cinghie e l’assicurazione per i pianoforti: nella rete nessuno le ha.',
      }),
  },
  {
    // The team that stands does it.
    request: {
      client: person('Emma Rota', 'emma.rota'),
      description: 'Rimettere a posto una casa di ringhiera: un muro da rifare a calce, impianto, porte, colori.',
      skills: ['muratore', 'elettricista', 'falegname', 'imbianchino'],
      place: '015146',
      hoursAgo: 12 * 24,
      steps: ['take'],
    },
    async play(play) {
      await play.proposeTeam()
      await play.member(0, 'accept', yes)
      await play.executor('start')
    },
  },
]
