'use client'
// The queue at the left of the desk: views with their counts, kinds, and a line for each item.
import { Button, useConfig } from '@payloadcms/ui'
import { deskViews } from '../../desk/dto.js'
import { Term, When } from '../dates.js'
import { dayInWords } from '../relative.js'
import { StatusBadge, useOptionLabels } from '../status.js'
import { useWords } from '../words.js'
import { deskSearch } from './nav.js'
import type { QueueFacts } from './queue-facts.js'
import { type DeskState, keyOf } from './use-desk.js'

interface QueueListProps {
  desk: DeskState
  queues: QueueFacts[]
}

export function QueueList({ desk, queues }: QueueListProps) {
  const words = useWords()
  const { page, view, queue, go } = desk
  const nameOf = useQueueName(queues)
  return (
    <section aria-busy={desk.loading} aria-label={words.say('desk-queue')} className="mokor-queue">
      <nav aria-label={words.say('desk-views')}>
        <ul className="mokor-queue__views">
          {deskViews.map((name) => (
            <li key={name}>
              <Choice chosen={view === name} count={page.counts[name]} to={{ view: name, queue }} onGo={go}>
                {words.say(`desk-view-${name}`)}
              </Choice>
            </li>
          ))}
        </ul>
      </nav>
      {queues.length > 1 && (
        <nav aria-label={words.say('desk-of-what')}>
          <ul className="mokor-queue__views mokor-queue__kinds">
            <li>
              <Choice chosen={queue === null} to={{ view, queue: null }} onGo={go}>
                {words.say('desk-everything')}
              </Choice>
            </li>
            {page.queues.map(({ collection, count }) => (
              <li key={collection}>
                <Choice chosen={queue === collection} count={count} to={{ view, queue: collection }} onGo={go}>
                  {nameOf(collection)}
                </Choice>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {page.rows.length === 0 ? <Empty desk={desk} /> : <Rows desk={desk} queues={queues} />}
      {page.next && (
        <Button
          buttonStyle="secondary"
          disabled={desk.loading}
          margin={false}
          onClick={() => void desk.more()}
          size="small"
          type="button"
        >
          {words.say('desk-more')}
        </Button>
      )}
    </section>
  )
}

interface ChoiceProps {
  chosen: boolean
  count?: number
  to: { view: string; queue: string | null }
  onGo: DeskState['go']
  children: string
}

/** A link: it can be kept, opened beside, and the browser's arrow undoes it. */
function Choice({ chosen, count, to, onGo, children }: ChoiceProps) {
  return (
    <a
      aria-current={chosen ? 'true' : undefined}
      className="mokor-queue__view"
      href={deskSearch(to) || '?'}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onGo({ ...to, item: null })
      }}
    >
      {children}
      {count !== undefined && <span className="mokor-queue__count">{count}</span>}
    </a>
  )
}

function Empty({ desk: { page, view, queue } }: { desk: DeskState }) {
  const words = useWords()
  if (view !== 'todo' || queue !== null) return <p className="mokor-queue__empty">{words.say('desk-empty-view')}</p>
  return (
    <p className="mokor-queue__empty mokor-queue__empty--well">
      {words.say('desk-empty')}{' '}
      {page.nextTerm &&
        words.say('desk-next-term', { day: dayInWords(new Date(page.nextTerm), new Date(), words.lang) })}
    </p>
  )
}

function Rows({ desk: { page, current, view, queue, go }, queues }: QueueListProps) {
  const words = useWords()
  const statusOf = useStatusWords(queues)
  return (
    <ol className="mokor-queue__rows">
      {page.rows.map((row) => {
        const key = keyOf(row)
        const { tone, label } = statusOf(row.collection, row.status)
        return (
          <li key={key}>
            <a
              aria-current={key === current ? 'true' : undefined}
              className="mokor-queue__row"
              data-mokor-row={key}
              href={deskSearch({ view, queue, item: key })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go({ item: key })
              }}
            >
              <strong className="mokor-queue__title">
                <bdi>{row.title}</bdi>
              </strong>
              <span className="mokor-queue__who">
                {[row.who, row.place].filter(Boolean).map((text) => (
                  <bdi key={text}>{text}</bdi>
                ))}
              </span>
              <span className="mokor-queue__facts">
                <StatusBadge tone={tone}>{label}</StatusBadge>
                {row.term ? <Term date={row.term} /> : row.since && <When date={row.since} />}
                {row.editor && (
                  <span className={row.editor.mine ? 'mokor-holder mokor-holder--mine' : 'mokor-holder'}>
                    {row.editor.mine ? words.say('desk-mine') : row.editor.name}
                  </span>
                )}
                {row.remindAt && new Date(row.remindAt) > new Date() && (
                  <span>
                    {words.say('desk-back-on', { day: dayInWords(new Date(row.remindAt), new Date(), words.lang) })}
                  </span>
                )}
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}

/** What a queue's documents are called, several of them. */
function useQueueName(queues: QueueFacts[]): (collection: string) => string {
  const words = useWords()
  const { getEntityConfig } = useConfig()
  return (collection) => {
    const slug = queues.find((one) => one.collection === collection)?.slug
    const labels = slug === undefined ? undefined : getEntityConfig({ collectionSlug: slug })?.labels
    return words.label(labels?.plural as never) || collection
  }
}

/** A status in words and colour, of any queue's documents. */
function useStatusWords(queues: QueueFacts[]) {
  const labelIn = useOptionLabels()
  return (collection: string, status: string) => {
    const facts = queues.find((one) => one.collection === collection)
    return {
      tone: facts?.tones[status] ?? ('muted' as const),
      label: facts ? labelIn(facts.slug, 'status', status) : status,
    }
  }
}
