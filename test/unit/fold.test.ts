// The folded key: what people write in different ways is one, for towns, the directory and the desk.
import fc from 'fast-check'
import { fold, foldedWords, joined, joinedForms, joinedTails } from '../../plugin/values/fold.js'

describe('one text', () => {
  test.each([
    ['Forlì', 'forli'],
    ["FORLI'", 'forli'],
    ['Nicolo\u0300', 'nicolo'],
    ['STRASSE ß', 'strasse ss'],
    ['Łódź Ørsted Æ', 'lodz orsted ae'],
    ['Đorđe Œuvre Þór', 'dorde oeuvre thor'],
    ['ﬁnestra', 'finestra'],
    ['İstanbul ILGAZ ısı', 'istanbul ilgaz isi'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['C++, C# e HTML', 'cpp csharp e html'],
    ['fale\u00adgname', 'falegname'],
    ['fale\u200bgname\ufeff', 'falegname'],
    ['\u202eanna\u202c', 'anna'],
    ['\u3164\u2800\u115f', ''],
    ['  a\u00a0b\u2003c\td ', 'a b c d'],
  ])('%j folds to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each(["'", '’', '‘', 'ʼ', 'ʻ', '`', '´', '′', '＇', '‛', 'ˈ'])('%s parts an article from its word', (sign) => {
    expect(foldedWords(`L${sign}Aquila`)).toEqual(['l', 'aquila'])
  })
})

describe('the joined form', () => {
  test.each([
    ['dog sitter', 'dogsitter', 'Dog-Sitter', 'dog\u2011sitter', 'dog–sitter', 'dog\u00a0sitter'],
    ['wi-fi', 'wifi', 'Wi Fi', 'WI\u2010FI'],
    ['L’Aquila', 'laquila', "l'aquila", 'LAQUILA', 'L` Aquila'],
    ['D’Angelo', 'dangelo', "D'ANGELO"],
    ['e-commerce', 'ecommerce'],
  ])('%j and what follows are one', (...texts) => {
    expect([...new Set(texts.map(joined))]).toHaveLength(1)
  })

  test.each([
    ['Müller', 'Mueller'],
    ['MÜLLER', 'muller'],
    ['Mu\u0308ller', 'mueller'],
    ['Jürgen Größl', 'juergengroessl'],
    ['Bjørn', 'Bjoern'],
    ['Åse', 'aase'],
  ])('%s is looked for as %s too', (text, typed) => {
    expect(joinedForms(text)).toEqual(expect.arrayContaining([joined(typed)]))
  })

  test('begins at each word', () => {
    expect(joinedTails('Cortina d’Ampezzo')).toEqual(['cortinadampezzo', 'dampezzo', 'ampezzo'])
    expect(joinedTails('Völs')).toEqual(['vols', 'voels'])
    expect(joinedTails('…')).toEqual([])
  })

  test('is the same for every way of writing a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(joined(text.normalize('NFD'))).toBe(joined(text.normalize('NFC')))
        expect(joined(joined(text))).toBe(joined(text))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
