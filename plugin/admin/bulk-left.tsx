'use client'
// Documents that a step for several left as they were, each by name with its reason.
import { Link, useConfig } from '@payloadcms/ui'
import type { SkippedDocument } from '../lifecycle/actions.js'
import { documentAddress } from './address.js'
import { useHintSentence } from './hints.js'
import { useWords } from './words.js'

export function BulkLeft({ left, slug }: { left: SkippedDocument[]; slug: string }) {
  const words = useWords()
  const { config } = useConfig()
  const sentence = useHintSentence(slug)
  return (
    <div className="mokor-bulk__left" role="status">
      <p>{words.say('bulk-left', { count: left.length })}</p>
      <ul>
        {left.map(({ id, title, message, hints }) => (
          <li key={id}>
            <Link href={documentAddress(config.routes.admin, slug, id)}>{title ?? String(id)}</Link>
            {': '}
            {hints.length > 0 ? hints.map(sentence).join(' ') : message}
          </li>
        ))}
      </ul>
    </div>
  )
}
