'use client'
// One search in the head of the desk: people, requests, donations and teams; what has a queue opens at the desk, all else on its page.
import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { SearchAnswer } from '../../desk/search.js'
import { documentAddress } from '../address.js'
import { useApi } from '../api.js'
import { useWords } from '../words.js'
import type { QueueFacts } from './queue-facts.js'

interface DeskSearchProps {
  queues: QueueFacts[]
  /** Slugs of what is searched beside the queues, by key. */
  slugs: Readonly<Record<string, string>>
  onOpen(key: string): void
}

const shortest = 2
const pauseMs = 250

export function DeskSearch({ queues, slugs, onOpen }: DeskSearchProps) {
  const words = useWords()
  const send = useApi()
  const { config, getEntityConfig } = useConfig()
  const field = useId()
  const [q, setQ] = useState('')
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  const asked = q.trim()
  useEffect(() => {
    if (asked.length < shortest) return setAnswer(null)
    const gone = new AbortController()
    const timer = setTimeout(() => {
      send<SearchAnswer>(`/mokor/desk/search?q=${encodeURIComponent(asked)}`, { signal: gone.signal }).then(
        setAnswer,
        // The next letter asks again.
        () => undefined,
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [send, asked])

  const nameOf = (collection: string): string => {
    const slug = slugs[collection]
    const labels = slug === undefined ? undefined : getEntityConfig({ collectionSlug: slug })?.labels
    return words.label(labels?.plural as never) || collection
  }
  const found = answer?.found ?? []
  return (
    <search className="mokor-search">
      <label htmlFor={field}>{words.say('search-label')}</label>
      <input
        autoComplete="off"
        id={field}
        onChange={({ target }) => setQ(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && setQ('')}
        type="search"
        value={q}
      />
      <p className="mokor-search__said" role="status">
        {answer && found.length === 0 && words.say('search-none')}
      </p>
      {answer && found.length > 0 && (
        <div className="mokor-search__found">
          {found.map(({ collection, rows, more }) => (
            <section aria-label={nameOf(collection)} key={collection}>
              <h2>{nameOf(collection)}</h2>
              <ul>
                {rows.map((row) => (
                  <li key={row.id}>
                    {queues.some((queue) => queue.collection === collection) ? (
                      <button
                        onClick={() => {
                          setQ('')
                          onOpen(`${collection}:${row.id}`)
                        }}
                        type="button"
                      >
                        <Row row={row} />
                      </button>
                    ) : (
                      <Link href={documentAddress(config.routes.admin, slugs[collection] ?? collection, row.id)}>
                        <Row row={row} />
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
              {more && <p className="mokor-note">{words.say('search-more')}</p>}
            </section>
          ))}
        </div>
      )}
    </search>
  )
}

function Row({ row: { title, who, place, status } }: { row: SearchAnswer['found'][number]['rows'][number] }) {
  return (
    <>
      <strong>
        <bdi>{title}</bdi>
      </strong>{' '}
      <span className="mokor-sheet__muted">{[who, place, status].filter(Boolean).join(' · ')}</span>
    </>
  )
}
