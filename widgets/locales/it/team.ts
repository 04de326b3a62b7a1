// Italian words of a team.
import type { TeamWords } from '../en/team.js'

export const words: TeamWords = {
  busy: 'Carico la squadra…',
  gone: 'Questa squadra non c’è',
  failed: 'La rete non risponde. Riprova tra poco.',
  retry: 'Riprova',
}
