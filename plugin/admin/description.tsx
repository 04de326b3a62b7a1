'use client'
// What a collection is for, and on the pages where it matters what else an editor should know: what the search looks
// through, what a restored version leaves as it is.
import { usePathname } from 'next/navigation.js'
import { useWords } from './words.js'

interface RoomFacts {
  /** Key of the collection, e.g. `members`. */
  collection: string
  /** Slug of the collection, as this site names it. */
  slug: string
  /** As Payload hands it on. */
  description?: string | Record<string, string>
}

export function RoomDescription({ collection, slug, description }: RoomFacts) {
  const words = useWords()
  const path = usePathname()
  const page = path.endsWith(`/collections/${slug}`) ? 'list' : path.includes('/versions') ? 'versions' : 'document'
  const note = `${page}-${collection}`
  return (
    <div className="custom-view-description">
      {words.label(description)}
      {words.knows(note) && <p className="mokor-room">{words.say(note)}</p>}
    </div>
  )
}
