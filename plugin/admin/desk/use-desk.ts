'use client'
// What the desk shows and where it goes next: queue and item as the address names them, read again when they may have changed.
import { usePathname, useSearchParams } from 'next/navigation.js'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskItem, DeskPage, DeskRow } from '../../desk/dto.js'
import { EditorApiError, type PanelView, useApi } from '../api.js'
import { type DeskAddress, deskSearch } from './nav.js'

export type Item = DeskItem<PanelView>

export interface FirstLook {
  page: DeskPage
  item: Item | null
}

export const keyOf = ({ collection, id }: Pick<DeskRow, 'collection' | 'id'>): string => `${collection}:${id}`

/** Pages that the server wrote and this tab has shown already: whoever comes back by the browser's arrow sees them again, old. */
const shown = new WeakSet<FirstLook>()
/** Whoever switches windows back and forth does not ask each time. */
const calmMs = 3000

export interface DeskState {
  view: string
  queue: string | null
  page: DeskPage
  /** Key of the item that the address or the queue names. */
  current: string | null
  /** Whether the address names it: on a phone the queue is shown otherwise. */
  opened: boolean
  /** As last read; for a moment the one before. */
  item: Item | null
  /** Why the current item is not shown. */
  missing: string | null
  /** Whether queue or item are on their way. */
  loading: boolean
  /** Shows something else; the browser's arrow leads back. */
  go(to: DeskAddress): void
  /** Adds the next page of the queue. */
  more(): Promise<void>
  /** Reads the queue and the current item again. @returns the queue */
  refresh(): Promise<DeskPage | null>
}

export function useDesk(first: FirstLook): DeskState {
  const api = useApi()
  const path = usePathname()
  const asked = useSearchParams()
  const view = asked.get('view') ?? 'todo'
  const queue = asked.get('queue')
  const [page, setPage] = useState(first.page)
  const [item, setItem] = useState(first.item)
  const [missing, setMissing] = useState<string | null>(null)
  const [busy, setBusy] = useState(0)
  const named = asked.get('item')
  const [row] = page.rows
  const current = named ?? (row ? keyOf(row) : null)
  const question = deskSearch({ view, queue })
  const readFor = useRef({ question, item: first.item ? keyOf(first.item.row) : null, at: Date.now() })

  const working = useCallback(async <T>(work: Promise<T>): Promise<T | null> => {
    setBusy((n) => n + 1)
    try {
      return await work
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      return null
    } finally {
      setBusy((n) => n - 1)
    }
  }, [])

  const readPage = useCallback(async (): Promise<DeskPage | null> => {
    const answer = await working(api<DeskPage>(`/mokor/desk${question}`))
    // Another question was asked meanwhile.
    if (!answer || readFor.current.question !== question) return null
    setPage((before) => ({ ...answer, ...furtherOf(before, answer) }))
    return answer
  }, [api, question, working])

  const readItem = useCallback(
    async (key: string): Promise<void> => {
      const [collection, id] = key.split(':')
      await working(
        api<Item>(`/mokor/desk/${collection}/${encodeURIComponent(id ?? '')}`).then(
          (answer) => {
            if (readFor.current.item !== key) return
            setItem(answer)
            setMissing(null)
          },
          (error: unknown) => {
            if (!(error instanceof EditorApiError)) throw error
            if (readFor.current.item !== key) return
            setItem(null)
            setMissing(error.message)
          },
        ),
      )
    },
    [api, working],
  )

  const refresh = useCallback(async (): Promise<DeskPage | null> => {
    readFor.current.at = Date.now()
    const key = readFor.current.item
    const [answer] = await Promise.all([readPage(), key ? readItem(key) : null])
    return answer
  }, [readPage, readItem])

  // Another view, or another kind alone.
  useEffect(() => {
    if (readFor.current.question === question) return
    readFor.current.question = question
    void working(api<DeskPage>(`/mokor/desk${question}`)).then((answer) => {
      if (answer && readFor.current.question === question) setPage(answer)
    })
  }, [api, question, working])

  useEffect(() => {
    if (readFor.current.item === current) return
    readFor.current.item = current
    setMissing(null)
    if (current) void readItem(current)
    else setItem(null)
  }, [current, readItem])

  // What a colleague did meanwhile shows at the next look.
  useEffect(() => {
    if (shown.has(first)) void refresh()
    shown.add(first)
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - readFor.current.at > calmMs) void refresh()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [first, refresh])

  const go = useCallback(
    (to: DeskAddress) => window.history.pushState(null, '', `${path}${deskSearch({ view, queue, ...to })}`),
    [path, view, queue],
  )

  const more = useCallback(async () => {
    if (!page.next) return
    const mark = question === '' ? '?' : `${question}&`
    const answer = await working(api<DeskPage>(`/mokor/desk${mark}after=${page.next}`))
    if (answer) setPage((before) => ({ ...answer, rows: [...before.rows, ...newTo(before.rows, answer.rows)] }))
  }, [api, page.next, question, working])

  return { view, queue, page, current, opened: named !== null, item, missing, loading: busy > 0, go, more, refresh }
}

const newTo = (known: readonly DeskRow[], rows: readonly DeskRow[]): DeskRow[] => {
  const keys = new Set(known.map(keyOf))
  return rows.filter((row) => !keys.has(keyOf(row)))
}

/** Further pages that were read stay below a first page that is read again. */
function furtherOf(before: DeskPage, answer: DeskPage): Pick<DeskPage, 'rows' | 'next'> {
  const last = answer.rows.at(-1)
  if (!answer.next || !last || before.rows.length <= answer.rows.length) return answer
  const at = before.rows.findIndex((row) => keyOf(row) === keyOf(last))
  if (at < 0) return answer
  return { rows: [...answer.rows, ...newTo(answer.rows, before.rows.slice(at + 1))], next: before.next }
}
