// The parents that pages put elements into, and how wide and high an element is in each of them.

/** The element takes the place of the link. */
const parents = {
  block: '<a></a>',
  dialog: '<dialog open><a></a></dialog>',
  'centred flex': '<div class="flex centre"><a></a></div>',
  'plain flex row': '<div class="flex"><a></a></div>',
  'flex column, centred': '<div class="column"><a></a></div>',
  'centred grid': '<div class="grid"><a></a></div>',
  float: '<div class="float"><a></a></div>',
  'inline-block': '<div class="inline"><a></a></div>',
  'fit-content': '<div class="fit"><a></a></div>',
  absolute: '<div class="absolute"><a></a></div>',
  'table cell': '<table><tr><td><a></a></td></tr></table>',
  'beside a float': '<div class="picture"></div><a></a>',
}

/** Looks of the parents; `width` is what each of them has at hand. */
export const parentsCss = (width: number): string => `
  body, main, dialog, td { margin: 0; padding: 0 } dialog { border: 0; max-width: 100%; position: static }
  table { border-spacing: 0 } section { contain: layout; width: ${width}px }
  .flex { display: flex } .centre { justify-content: center }
  .column { align-items: center; display: flex; flex-direction: column }
  .grid { display: grid; place-items: center } .float { float: left }
  .inline { display: inline-block } .fit { width: fit-content }
  .absolute { position: absolute } section:has(.absolute) { min-height: 60rem }
  .picture { float: right; height: 20rem; width: 150px }`

/** @param element e.g. `<mokor-donate></mokor-donate>` */
export const inParents = (element: string): string =>
  Object.entries(parents)
    .map(([name, html]) => `<section aria-label="${name}">${html.replace('<a></a>', element)}</section>`)
    .join('')

/** Runs in the page: brings every element into sight until it is there, and gives widths and heights by parent. */
export async function sizesInParents(): Promise<Record<string, { width: number; height: number }>> {
  const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const elements = [...document.querySelectorAll<HTMLElement>('section *')].filter(({ localName }) =>
    localName.startsWith('mokor-'),
  )
  for (const element of elements) {
    element.scrollIntoView()
    const isThere = () => element.shadowRoot?.querySelector('article, form, .card a, [role=alert]')
    for (let tries = 0; tries < 150 && !isThere(); tries += 1) await rest(100)
  }
  return Object.fromEntries(
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      return [element.closest('section')?.ariaLabel ?? '', { width: Math.round(width), height: Math.round(height) }]
    }),
  )
}
