// The script that partner sites include: loads each element when it nears the viewport, and keeps room for it until then.

interface Make {
  (bring: typeof bringFile, ...needed: object[]): object
  /** What it gave: the same for every copy of this script. */
  made?: object
}

/** What is served as a chunk: how it is made, and the chunks that it is made with. */
interface Chunk {
  default: [Make, ...string[]]
}

/** Where this script stands in a page that includes it as no module; a module knows by itself. */
const script = document.currentScript as HTMLScriptElement | null
if (script) console.warn('mokor.js needs type="module"')

/** What has come or is on its way. */
const files: Record<string, Promise<object> | undefined> = {}

const ask = (file: string): Promise<Chunk> => import(script ? new URL(file, script.src).href : file)

/**
 * The build puts it in the place of every `import()`. What failed is asked for under another address, since some browsers
 * keep a module that failed; after that it is for the asker to ask again.
 */
export const bringFile = (file: string): Promise<object> => {
  files[file] ??= ask(file)
    .catch(() => ask(`${file}?${Date.now()}`))
    .catch((error) => {
      console.error('mokor.js misses', file, error.message)
      throw error
    })
    .then(async ({ default: [make, ...needs] }) => {
      const needed = await Promise.all(needs.map(bringFile))
      make.made ??= make(bringFile, ...needed)
      return make.made
    })
    .catch((error) => {
      files[file] = undefined
      throw error
    })
  return files[file]
}

/** What stands in a page by itself. Suggesting fields are loaded by the forms that hold them. */
const elements: Record<string, () => Promise<unknown>> = {
  'mokor-commission-form': () => import('./mokor-commission-form.js'),
  'mokor-directory': () => import('./mokor-directory.js'),
  'mokor-donate': () => import('./mokor-donate.js'),
  'mokor-join-form': () => import('./mokor-join-form.js'),
  'mokor-member': () => import('./mokor-member.js'),
  'mokor-team': () => import('./mokor-team.js'),
}

const waiting = Object.keys(elements).map((tag) => `${tag}:not(:defined)`)

/** Milliseconds until what failed is asked for again, longer each time. */
let patience = 2000

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      // An element that cannot be fetched leaves its fallback standing, and needs no room.
      elements[target.localName]?.().catch(() => {
        ;(target as HTMLElement).style.minHeight = '0'
        patience *= 2
        setTimeout(() => near.observe(target), patience)
      })
    }
  },
  { rootMargin: '50%' },
)

const look = () => {
  for (const element of document.querySelectorAll(`${waiting}`)) near.observe(element)
}

look()
// A profile that the address names is worth going to, however far down.
if (location.hash.includes('#mokor=')) document.querySelector('mokor-directory[history]')?.scrollIntoView()
new MutationObserver(look).observe(document, { childList: true, subtree: true })

try {
  const room = new CSSStyleSheet()
  room.replaceSync(
    `${waiting}{display:block;min-height:var(--mokor-room,var(--_room,45rem))}mokor-member{--_room:44rem}mokor-team{--_room:10rem}`,
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room]
} catch {
  // Browsers without adopted sheets keep no room.
}
