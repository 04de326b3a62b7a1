'use client'
// Renders hints as sentences that name fields by their labels.
import { Link, useConfig } from '@payloadcms/ui'
import type { Hint } from '../lifecycle/actions.js'
import { documentAddress } from './address.js'
import { labelsAlong } from './fields.js'
import { useWords } from './words.js'

/** Values that hold the path of a field rather than a text. */
const pathValues = ['field', 'of']

/** Says a hint, naming fields as the form does. */
export function useHintSentence(slug: string): (hint: Hint) => string {
  const words = useWords()
  const { getEntityConfig } = useConfig()
  const fields = getEntityConfig({ collectionSlug: slug })?.fields ?? []
  return ({ code, values }) =>
    words.first(
      [`hint-${code}`, 'hints-title'],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          pathValues.includes(name) ? labelsAlong(fields, value, (label) => words.label(label)) : value,
        ]),
      ),
    )
}

/** In the way first, then what wants a look, then what is good to know: each under words of its own. */
const kinds = [
  ['blocking', 'hints-blocking'],
  ['warning', 'hints-title'],
  ['info', 'hints-know'],
] as const

export function Hints({ hints, slug }: { hints: Hint[]; slug: string }) {
  const words = useWords()
  return kinds.map(([tone, title]) => {
    const these = hints.filter((hint) => hint.tone === tone)
    if (these.length === 0) return null
    return (
      <div className={`mokor-hints mokor-hints--${tone}`} key={tone}>
        <h2>{words.say(title)}</h2>
        <ul>
          {these.map((hint) => (
            <li key={hint.code + JSON.stringify(hint.values)}>
              <HintText hint={hint} slug={slug} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

/** The sentence; a link where it speaks of another document. */
function HintText({ hint, slug }: { hint: Hint; slug: string }) {
  const { config } = useConfig()
  const text = useHintSentence(slug)(hint)
  const { id, trashed } = hint.values
  if (!id) return text
  return <Link href={documentAddress(config.routes.admin, slug, id, Boolean(trashed))}>{text}</Link>
}
