// The script that partner sites include: loads each element when it nears the viewport, and keeps room for it until then.
type Loaders = Record<string, () => Promise<unknown>>

/** What stands in a page by itself; suggesting fields are loaded by the forms that hold them. */
const elements: Loaders = {
  'mokor-commission-form': () => import('./mokor-commission-form.js'),
  'mokor-directory': () => import('./mokor-directory.js'),
  'mokor-donate': () => import('./mokor-donate.js'),
  'mokor-join-form': () => import('./mokor-join-form.js'),
  'mokor-member': () => import('./mokor-member.js'),
  'mokor-team': () => import('./mokor-team.js'),
}

const waiting = Object.keys(elements).map((tag) => `${tag}:not(:defined)`)

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      // An element that cannot be fetched leaves its fallback standing.
      elements[target.localName]?.().catch(() => {})
    }
  },
  { rootMargin: '50%' },
)

const look = () => {
  for (const element of document.querySelectorAll(`${waiting}`)) near.observe(element)
}

look()
new MutationObserver(look).observe(document, { childList: true, subtree: true })

try {
  const room = new CSSStyleSheet()
  room.replaceSync(`${waiting}{display:block;min-height:var(--mokor-room,20rem)}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room]
} catch {
  // Browsers without adopted sheets keep no room.
}
