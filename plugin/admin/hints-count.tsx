'use client'
// How many things want a look in a document of a list, with the first of them in words.
import type { Hint } from '../lifecycle/actions.js'
import { useHintSentence } from './hints.js'

export function HintsCount({ hints, slug }: { hints: Hint[]; slug: string }) {
  const sentence = useHintSentence(slug)
  const [first] = hints
  if (!first) return <span aria-hidden="true">—</span>
  const all = hints.map(sentence)
  return (
    <span className={`mokor-look mokor-look--${first.tone}`} title={all.join('\n')}>
      <span className="mokor-look__count">{hints.length}</span>
      <span className="mokor-look__first">{all[0]}</span>
    </span>
  )
}
