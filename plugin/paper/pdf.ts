// Draws a paper as a PDF. Loaded when one is asked for, and by nothing else: it brings a megabyte of code and fonts with it.
import { brotliDecompressSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { Paper, PaperPart } from '../definitions/paper.js'
import { pick } from '../i18n/localized.js'
import { faces } from './fonts.generated.js'
import { type Face, linesOf, type Piece, type Weight } from './lines.js'

const words = {
  it: {
    page: (n: number, of: number) => `pagina ${n} di ${of}`,
    partial:
      'Qualche segno di questi testi non si può stampare qui: la pagina da cui viene questo foglio li mostra tutti.',
  },
  en: {
    page: (n: number, of: number) => `page ${n} of ${of}`,
    partial: 'Some signs of these texts cannot be printed here: the page that this sheet comes from shows them all.',
  },
}

/** In points. */
const margin = 56
const labelWidth = 120
const ink = '#1d2625'
const muted = '#56625f'
const hairline = '#d5dcda'
/** A line's height for its letters' size. */
const leading = 1.4

const names = Object.keys(faces) as Face[]
let unpacked: Record<Face, Buffer> | null = null
const fontFiles = (): Record<Face, Buffer> => {
  unpacked ??= Object.fromEntries(
    names.map((name) => [name, brotliDecompressSync(Buffer.from(faces[name].data, 'base64'))]),
  ) as Record<Face, Buffer>
  return unpacked
}

/** @param author of the file, as readers of its properties see them */
export async function pdfOf(paper: Paper, author: string): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    // Any of pdfkit's own fonts would be read from its folder, which a built site may not have.
    font: '',
    lang: paper.lang,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: { Title: paper.title, Author: author, CreationDate: paper.at },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  for (const [name, file] of Object.entries(fontFiles())) doc.registerFont(name, file)
  new Sheet(doc, paper).draw()
  doc.end()
  return ended
}

interface Look {
  weight?: Weight
  size?: number
  color?: string
  /** From the left margin. */
  indent?: number
  /** Of the column; to the right margin where it is not given. */
  width?: number
}

class Sheet {
  private y = margin
  private isPartial = false
  private readonly root: PDFKit.PDFStructureElement
  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly paper: Paper,
  ) {
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  draw(): void {
    const { title, about, parts, lang } = this.paper
    this.tagged('H1', () => this.write(title, { weight: 'strong', size: 18 }))
    this.y += 2
    this.tagged('P', () => this.write(about, { color: muted }))
    for (const part of parts) this.part(part)
    if (this.isPartial) {
      this.y += 12
      this.tagged('P', () => this.write(pick(lang, words).partial, { color: muted, size: 8.5 }))
    }
    this.root.end()
    this.feet()
  }

  private part({ heading, paragraphs = [], facts = [], copy }: PaperPart): void {
    this.y += 14
    if (heading) {
      // A heading never stands alone at the foot of a page.
      this.makeRoom(64)
      this.tagged('H2', () => this.write(heading, { weight: 'strong', size: 12 }))
      this.y += 4
    }
    for (const { label, value } of facts) this.fact(label, value)
    if (facts.length > 0) this.y += 6
    for (const paragraph of paragraphs) {
      this.tagged('P', () => this.write(paragraph))
      this.y += 5
    }
    if (copy) {
      // A short text is found whole on one page.
      this.makeRoom(Math.min(24 + copy.text.split('\n').length * 10 * leading, 280))
      this.tagged('P', () => this.write(copy.label, { color: muted, size: 9 }))
      this.y += 4
      this.quoted(copy.text)
    }
  }

  private fact(label: string, value: string): void {
    this.makeRoom(30)
    this.rule()
    this.y += 5
    const from = this.y
    const page = this.doc.bufferedPageRange().count
    this.tagged('P', () => {
      // On the same line as the larger letters beside it.
      this.y += 1.5
      this.write(label, { color: muted, size: 9, width: labelWidth - 12 })
      const below = this.y
      this.y = from
      this.write(value, { indent: labelWidth })
      if (this.doc.bufferedPageRange().count === page) this.y = Math.max(this.y, below)
    })
    this.y += 5
  }

  /** With a bar at its left, on as many pages as it needs. */
  private quoted(text: string): void {
    const look = { indent: 12, size: 10 }
    this.tagged('P', () => this.write(text, look, (top, bottom) => this.bar(top, bottom)))
    this.y += 6
  }

  private write(text: string, look: Look = {}, beside?: (top: number, bottom: number) => void): void {
    const { weight = 'regular', size = 10.5, color = ink, indent = 0 } = look
    const { doc } = this
    const width = look.width ?? doc.page.width - 2 * margin - indent
    const { lines, isPartial } = linesOf(text, weight, width, (piece) => this.widthOf(piece, size))
    this.isPartial ||= isPartial
    for (const line of lines) {
      this.makeRoom(size * leading)
      let x = margin + indent
      doc.fillColor(color)
      for (const piece of line) {
        doc.font(piece.face).fontSize(size)
        doc.text(piece.text, x, this.y + size * 1.1, { lineBreak: false, baseline: 'alphabetic' })
        x += this.widthOf(piece, size)
      }
      beside?.(this.y, this.y + size * leading)
      this.y += size * leading
    }
  }

  private widthOf({ text, face }: Piece, size: number): number {
    return this.doc.font(face).fontSize(size).widthOfString(text)
  }

  private makeRoom(height: number): void {
    if (this.y + height <= this.doc.page.height - margin - 20) return
    this.doc.continueOnNewPage()
    this.y = margin
  }

  private tagged(type: string, draw: () => void): void {
    this.root.add(this.doc.struct(type, {}, draw))
  }

  /** What only looks: a reader of the page's words passes over it. */
  private rule(): void {
    const { doc } = this
    const y = this.y
    const right = doc.page.width - margin
    doc.markContent('Artifact', { type: 'Layout' })
    doc.moveTo(margin, y).lineTo(right, y).lineWidth(0.5).stroke(hairline)
    doc.endMarkedContent()
  }

  private bar(top: number, bottom: number): void {
    this.doc.moveTo(margin, top).lineTo(margin, bottom).lineWidth(1.5).stroke(hairline)
  }

  private feet(): void {
    const { doc } = this
    const { count } = doc.bufferedPageRange()
    for (let n = 0; n < count; n += 1) {
      doc.switchToPage(n)
      // Below the margin pdfkit would begin another page.
      doc.page.margins.bottom = 0
      doc.markContent('Artifact', { type: 'Pagination' })
      const y = doc.page.height - margin + 4
      const text = `${this.paper.reference} · ${pick(this.paper.lang, words).page(n + 1, count)}`
      doc.font('regular').fontSize(8.5).fillColor(muted)
      doc.text(text, margin, y, { lineBreak: false, baseline: 'alphabetic' })
      doc.endMarkedContent()
    }
  }
}
