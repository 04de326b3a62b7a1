// Types of a paper: what a room lays before people to keep or to print, drawn as a page and as a PDF alike.

export interface PaperPart {
  heading?: string
  paragraphs?: readonly string[]
  facts?: readonly { label: string; value: string }[]
  /** To be taken over elsewhere as it is, e.g. into an authority's form. */
  copy?: { label: string; text: string }
}

export interface Paper {
  title: string
  /** One line under the title: of whom, and since when. */
  about: string
  /** At the foot of each page. */
  reference: string
  /** What its file is called, without ending: plain letters, digits and hyphens. */
  file: string
  lang: string
  /** Of what it says: drawn twice it is the same file, byte for byte. */
  at: Date
  parts: readonly PaperPart[]
}
