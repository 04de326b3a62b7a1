// The script that partner sites include: loads each element when it nears the viewport, and keeps room for it until then.
/** What stands in a page by itself: its usual height in rem, and its module. Suggesting fields are loaded by the forms that hold them. */
const elements: Record<string, [number, () => Promise<unknown>]> = {
  'mokor-commission-form': [45, () => import('./mokor-commission-form.js')],
  'mokor-directory': [45, () => import('./mokor-directory.js')],
  'mokor-donate': [45, () => import('./mokor-donate.js')],
  'mokor-join-form': [45, () => import('./mokor-join-form.js')],
  'mokor-member': [30, () => import('./mokor-member.js')],
  'mokor-team': [10, () => import('./mokor-team.js')],
}

const waiting = Object.keys(elements).map((tag) => `${tag}:not(:defined)`)

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      // An element that cannot be fetched leaves its fallback standing, and needs no room.
      elements[target.localName]?.[1]().catch(() => {
        ;(target as HTMLElement).style.minHeight = '0'
      })
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
  const rooms = Object.entries(elements).map(([tag, [height]]) => `${tag}{--_room:${height}rem}`)
  room.replaceSync(`${rooms.join('')}${waiting}{display:block;min-height:var(--mokor-room,var(--_room))}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room]
} catch {
  // Browsers without adopted sheets keep no room.
}
