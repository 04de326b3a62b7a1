// What the widgets say where a number or a date changes the words around it.
import { cardWords as english } from '../../widgets/locales/en/directory.js'
import { cardWords as italian } from '../../widgets/locales/it/directory.js'

test.each([
  ['2027-04-08', 'Dall’8 aprile', 'From 8 April'],
  ['2027-04-11', 'Dall’11 aprile', 'From 11 April'],
  ['2027-05-01', 'Dal 1º maggio', 'From 1 May'],
  ['2027-05-18', 'Dal 18 maggio', 'From 18 May'],
])('free from %s', (date, it, en) => {
  expect(italian.from(date)).toBe(it)
  expect(english.from(date)).toBe(en)
})

test.each([
  [1, 'un’altra capacità', 'one more skill'],
  [4, 'altre 4 capacità', '4 more skills'],
])('%i skills beyond those shown', (count, it, en) => {
  expect(italian.more(count)).toBe(it)
  expect(english.more(count)).toBe(en)
})
