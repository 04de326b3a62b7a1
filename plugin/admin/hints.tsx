'use client'
// What wants a look before the next step, in words, naming fields as the form does.
import { Link, useConfig } from '@payloadcms/ui'
import type { DeskView } from '../actions.js'
import { documentAddress } from './address.js'
import { labelsAlong } from './fields.js'
import { useWords } from './words.js'

type Hint = DeskView['hints'][number]

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

export function Hints({ hints, slug }: { hints: Hint[]; slug: string }) {
  const words = useWords()
  const { config } = useConfig()
  const sentence = useHintSentence(slug)
  if (hints.length === 0) return null
  return (
    <div className="mokor-hints">
      <h2>{words.say('hints-title')}</h2>
      <ul>
        {hints.map((hint) => {
          const text = sentence(hint)
          return (
            <li className={`mokor-hints__${hint.tone}`} key={hint.code + JSON.stringify(hint.values)}>
              {hint.values.id ? (
                <Link href={documentAddress(config.routes.admin, slug, hint.values.id, Boolean(hint.values.trashed))}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
