// Tables of the elements for widgets/README.md, made from custom-elements.json. A test keeps the page current.

interface Named {
  name: string
  description?: string
  default?: string
  type?: { text: string }
}

export interface Manifest {
  modules: {
    declarations?: (Named & {
      tagName?: string
      attributes?: Named[]
      slots?: Named[]
      events?: Named[]
      cssParts?: Named[]
      cssProperties?: Named[]
    })[]
  }[]
}

const sections = [
  ['attributes', 'Attribute'],
  ['slots', 'Slot'],
  ['events', 'Event'],
  ['cssParts', 'CSS part'],
  ['cssProperties', 'CSS property'],
] as const

const oneLine = (text = '') => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

/** Everything a page can use of every element, as Markdown. */
export function elementTables(manifest: Manifest): string {
  const elements = manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.tagName)
    .sort((a, b) => (a.tagName! < b.tagName! ? -1 : 1))
  return elements
    .map((element) => {
      const rows = sections.flatMap(([key, label]) =>
        (element[key] ?? []).map((one) => {
          const standard =
            one.default && one.default !== 'null' && one.default !== "''" ? ` Default \`${one.default}\`.` : ''
          return `| ${label} | ${one.name ? `\`${one.name}\`` : '(unnamed)'} | ${oneLine(one.description)}${standard} |`
        }),
      )
      return [
        `### \`<${element.tagName}>\``,
        '',
        oneLine(element.description),
        '',
        '| | | |',
        '|---|---|---|',
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
}

const marks = /(<!-- elements -->)[\s\S]*?(<!-- \/elements -->)/

/** The page with its tables made anew. */
export function withElements(page: string, manifest: Manifest): string {
  if (!marks.test(page)) throw new Error('the page has no <!-- elements --> … <!-- /elements -->')
  return page.replace(
    marks,
    (_all, before: string, after: string) => `${before}\n\n${elementTables(manifest)}\n\n${after}`,
  )
}
