'use client'
// The timeline of a document, newest first, as sentences: in its form, and at the desk.
import { useDocumentInfo } from '@payloadcms/ui'
import { When } from './dates.js'
import { StatusBadge, type StatusColors, useOptionLabel } from './status.js'
import { useWords } from './words.js'

interface Entry {
  id?: string | null
  at: string
  by: string
  from?: string | null
  to: string
  why?: string | null
  step?: string | null
}

export function Timeline({ tones }: { tones: StatusColors }) {
  const { data, collectionSlug } = useDocumentInfo()
  return (
    <div className="field-type">
      <TimelineList entries={(data?.timeline ?? []) as Entry[]} slug={collectionSlug ?? ''} tones={tones} />
    </div>
  )
}

/** @param entries oldest first */
export function TimelineList({ entries, slug, tones }: { entries: Entry[]; slug: string; tones: StatusColors }) {
  const words = useWords()
  const optionLabel = useOptionLabel(slug)
  const who: Record<string, string> = {
    client: words.say('timeline-person'),
    member: words.say('timeline-member'),
    network: words.say('timeline-network'),
    expired: words.say('timeline-system'),
  }
  /** A step that leaves the state as it was is named by itself. */
  const wordOf = ({ from, step, to }: Entry): string => {
    const keys = [`timeline-step-${step}`, ...(from === to ? [`timeline-same-${to}`] : [])]
    const key = keys.find((one) => words.knows(one))
    return key !== undefined && words.knows(key) ? words.say(key) : optionLabel('status', to)
  }
  return (
    <section className="mokor-timeline">
      <h2>{words.say('timeline')}</h2>
      {entries.length === 0 && <p className="mokor-note">{words.say('timeline-empty')}</p>}
      <ol>
        {entries.toReversed().map((entry) => (
          <li key={entry.id ?? entry.at}>
            <StatusBadge tone={tones[entry.to] ?? 'muted'}>{wordOf(entry)}</StatusBadge>
            <span className="mokor-timeline__facts">
              <When date={entry.at} /> ·{' '}
              {who[entry.by === 'network' && entry.to === 'expired' ? 'expired' : entry.by] ?? entry.by}
            </span>
            {entry.why && <blockquote>{entry.why}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  )
}
