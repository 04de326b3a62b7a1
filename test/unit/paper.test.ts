// Papers as PDFs: names of all Europe, Arabic and Hebrew, what no font has, long texts, and what loads them.
import fs from 'node:fs'
import path from 'node:path'
import type { Paper } from '../../plugin/definitions/paper.js'
import { linesOf } from '../../plugin/paper/lines.js'
import { pdfOf } from '../../plugin/paper/pdf.js'
import { runsOf, textOf } from '../support/pdf-text.js'

const paper = (parts: Paper['parts']): Paper => ({
  title: 'Accordo di prova',
  about: 'Concordato il 1º dicembre 2026',
  reference: '7K3F-92QX',
  file: 'accordo',
  lang: 'it',
  at: new Date('2026-12-01T10:00:00Z'),
  parts,
})
const withValue = (value: string) => pdfOf(paper([{ heading: 'Le parti', facts: [{ label: 'Nome', value }] }]), 'Rete')
/** A4 in points, less the margins. */
const [left, right, bottom] = [56, 595.28 - 56, 40]

describe('text', () => {
  test.each([
    'Niccolò Perù, Così è più là: «€ 3,50» – n. 5',
    'Łukasz Żółć, Đorđe Šćepanović, Ștefan Țepeș, Ağa Işık, Nguyễn Văn',
    'Ирина Шевченко, Ελένη Παπαδοπούλου',
  ])('%s is all there', async (value) => expect(textOf(await withValue(value))).toContain(value))

  test('decomposed letters are drawn as the letters they are', async () =>
    expect(textOf(await withValue('Nicolo\u0300'))).toContain('Nicolò'))

  test('emoji are left out and said; the words around them stay, and a paper without says nothing', async () => {
    const text = textOf(await withValue('Ada 🎉👩‍👩‍👧🇮🇹 Rossi ❤️'))
    expect(text).toContain('Ada Rossi')
    expect(text).toContain('Qualche segno')
    expect(textOf(await withValue('Ada Rossi'))).not.toContain('Qualche segno')
  })

  test('invisible signs change nothing', async () =>
    expect(textOf(await withValue('\u2068Ada\u2069\u200b \u202eRossi\u202c'))).toContain('Ada Rossi'))

  test('whatever is written, nothing leaves the paper, and nothing of a long text is lost', async () => {
    const long = Array.from({ length: 900 }, (_, n) => `parola${n}`).join(' ')
    const pdf = await pdfOf(
      paper([
        { facts: [{ label: 'etichetta'.repeat(20), value: `${'a'.repeat(400)}@posta.example` }] },
        { paragraphs: [long, '李小龍 '.repeat(80), 'محمد '.repeat(200)], copy: { label: 'Testo', text: long } },
        { facts: [{ label: 'Vuoto', value: '' }] },
      ]),
      'Rete',
    )
    const runs = runsOf(pdf)
    for (const run of runs)
      expect([run.text, run.x >= left - 1, run.right <= right + 1, run.y >= bottom]).toEqual([
        run.text,
        true,
        true,
        true,
      ])
    const text = textOf(pdf).replaceAll('\n', ' ')
    expect(text.match(/parola\d+/g)).toHaveLength(1800)
    const pages = Math.max(...runs.map(({ page }) => page)) + 1
    expect(pages).toBeGreaterThan(2)
    for (let n = 1; n <= pages; n += 1) expect(text).toContain(`7K3F-92QX · pagina ${n} di ${pages}`)
  })

  test('drawn twice it is the same file', async () =>
    expect(Buffer.from(await withValue('Ada')).equals(await withValue('Ada'))).toBe(true))
})

describe('lines', () => {
  const tenPerLetter = ({ text }: { text: string }) => [...text].length * 10
  const shown = (text: string, width = 1000) =>
    linesOf(text, 'regular', width, tenPerLetter).lines.map((line) => line.map((piece) => piece.text).join(''))

  test.each([
    ['Sig. محمد علي, Biella', 'Sig. علي محمد, Biella'],
    ['محمد (علي) Biella', '(علي) محمد Biella'],
    ['שלום כהן', 'כהן שלום'],
    ['محمد 12 علي', 'علي 12 محمد'],
    ['Ada Rossi', 'Ada Rossi'],
  ])('%s: words from right to left stand in their order among others', (text, expected) =>
    expect(shown(text)).toEqual([expected]),
  )

  test('break between words, and within one that is too long', () => {
    expect(shown('uno due tre', 80)).toEqual(['uno due', 'tre'])
    expect(shown('lunghissima', 50)).toEqual(['lungh', 'issim', 'a'])
    expect(shown('uno\n\ndue')).toEqual(['uno', '', 'due'])
  })
})

test('what draws PDFs loads when one is asked for, never with the plugin', () => {
  const root = path.join(import.meta.dirname, '..', '..')
  const files = ['plugin', 'collections'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.posix.join(folder, file)),
  )
  const naming = (what: RegExp) => files.filter((file) => what.test(fs.readFileSync(path.join(root, file), 'utf8')))
  expect(naming(/from '(pdfkit|fontkit)'/)).toEqual(['plugin/paper/pdf.ts'])
  expect(naming(/from '[^']*paper\/(pdf|lines|fonts\.generated)\.js'/)).toEqual([])
  expect(naming(/import\('[^']*paper\/pdf\.js'\)/)).toEqual(['plugin/pages/paper.ts'])
})
