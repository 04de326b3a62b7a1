// How pages and mails put things into words.

import { availabilityOf } from '../../collections/members/publishing/profile-words.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { mailHtml } from '../../plugin/mail/layout.js'
import type { ResolvedOptions } from '../../plugin/options/index.js'
import { cardWords } from '../../widgets/locales/it/directory.js'

test.each([
  ['2026-03-01', 'Dal 1º marzo', 'From 1 March'],
  ['2026-03-02', 'Dal 2 marzo', 'From 2 March'],
  ['2026-03-08', 'Dall’8 marzo', 'From 8 March'],
  ['2026-03-11', 'Dall’11 marzo', 'From 11 March'],
  ['2026-03-18', 'Dal 18 marzo', 'From 18 March'],
])('available from %s', (from, italian, english) => {
  expect(availabilityOf({ state: 'from', from }, 'it')).toBe(italian)
  expect(availabilityOf({ state: 'from', from }, 'en')).toBe(english)
  expect(cardWords.from(from)).toBe(italian)
})

test.each([
  ['it', 'it', 'Prezzi e accordi'],
  ['en', 'en', 'Prices and agreements'],
  ['fr', 'en', 'Prices and agreements'],
])('a mail for a reader of %s says that it is in %s', (lang, spoken, words) => {
  const options = { organisation: { name: 'Rete', email: 'desk@rete.example' } } as ResolvedOptions
  const to = { address: 'maria@people.example' }
  const mail = mailHtml({ to, subject: 'Ciao', paragraphs: [] }, options, lang)
  expect(mail).toContain(`<html lang="${spoken}">`)
  expect(mail).toContain(words)
})

test.each([
  ['it', { it: 'Muratrice', en: 'Bricklayer' }, 'Muratrice'],
  ['fr', { it: 'Muratrice', en: 'Bricklayer' }, 'Muratrice'],
  ['en', { it: 'Muratrice', en: '' }, 'Muratrice'],
  ['it', { it: '  ', en: null }, 'muratura'],
  ['it', {}, 'muratura'],
])('a skill read in %s always has a name', (lang, names, read) => {
  expect(skillNameIn({ slug: 'muratura', names }, lang)).toBe(read)
})
