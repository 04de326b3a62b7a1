// Reads the text of a PDF as pdfkit writes it: each run's letters, and where it begins and ends on its page.
import { inflateSync } from 'node:zlib'

export interface Run {
  page: number
  text: string
  /** In points from the left and from the bottom. */
  x: number
  y: number
  right: number
}

interface Font {
  letters: string[]
  widths: number[]
}

export function runsOf(pdf: Uint8Array): Run[] {
  const raw = Buffer.from(pdf).toString('latin1')
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body = '']) => [id, body]))
  const streamOf = (id: string | undefined): string => {
    const data = /stream\n([\s\S]*?)\nendstream/.exec(objects.get(id) ?? '')?.[1] ?? ''
    return data === '' ? '' : inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  }
  const fontOf = (id: string): Font => {
    const body = objects.get(id) ?? ''
    const map = streamOf(/\/ToUnicode (\d+)/.exec(body)?.[1])
    const widths = /\/W \[0 \[([^\]]*)/.exec(objects.get(/\/DescendantFonts \[(\d+)/.exec(body)?.[1]) ?? '')?.[1] ?? ''
    const letters = [...map.matchAll(/\[((?:<[^>]*>\s*)+)\]/g)].flatMap(([, row = '']) =>
      [...row.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => utf16(hex.replaceAll(' ', ''))),
    )
    return { letters, widths: widths.trim().split(/\s+/).map(Number) }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  return pages.flatMap((body, page) => {
    const resources = objects.get(/\/Resources (\d+)/.exec(body)?.[1]) ?? ''
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id = '']) => [name, fontOf(id)]))
    const content = streamOf(/\/Contents (\d+)/.exec(body)?.[1])
    const shown = /1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/(F\d+) ([\d.]+) Tf\n([\s\S]*?)ET/g
    return [...content.matchAll(shown)].map(([, x, y, name, size, drawn = '']): Run => {
      const font = fonts.get(name) ?? { letters: [], widths: [] }
      const glyphs = [...drawn.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      const ids = glyphs.map((glyph) => Number.parseInt(glyph, 16))
      const wide = ids.reduce((sum, id) => sum + (font.widths[id] ?? 0), 0)
      return {
        page,
        text: ids.map((id) => font.letters[id] ?? '\ufffd').join(''),
        x: Number(x),
        y: Number(y),
        right: Number(x) + (wide * Number(size)) / 1000,
      }
    })
  })
}

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

/** All of it, a line of the paper a line. */
export function textOf(pdf: Uint8Array): string {
  let at = ''
  return runsOf(pdf)
    .map(({ page, y, text }) => {
      const here = `${page}:${y.toFixed(1)}`
      const before = at === '' || at === here ? '' : '\n'
      at = here
      return before + text
    })
    .join('')
}
