// Initials of people and firms: words that say who they are, never those that link them.
import { initialsOf } from '../../plugin/contract/initials.js'

test.each([
  ['Maria Rossi', 'MR'],
  ['Élise N.', 'ÉN'],
  ['Stiratura e lavanderia Bonacina', 'SL'],
  ['Officina e carrozzeria Locatelli', 'OC'],
  ['Pane & Farina', 'PF'],
  ['Cooperativa della Valle', 'CV'],
  ['Bottega dell’Olmo', 'BO'],
  ['L’Arte degli Intrecci', 'LA'],
  ['Mario D’Angelo', 'MD'],
  ['Della Rovere srl', 'DR'],
  ['maria de rossi', 'MR'],
  ['4 Stagioni snc', '4S'],
  ['«&»', ''],
])('%s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
