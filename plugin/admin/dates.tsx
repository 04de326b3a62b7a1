'use client'
// Dates as people say them, the exact one on hover.
import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useState } from 'react'
import { exactTime, relativeTime } from './relative.js'
import { StatusBadge } from './status.js'
import { useWords } from './words.js'

/** Server and browser may live in different time zones and minutes: exact words wait for the browser. */
function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

export function When({ date }: { date: string }) {
  const { lang } = useWords()
  const now = useNow()
  const at = new Date(date)
  return (
    <time dateTime={date} suppressHydrationWarning title={now ? exactTime(at, lang) : undefined}>
      {relativeTime(at, now ?? new Date(), lang)}
    </time>
  )
}

export function DateCell({ cellData }: DefaultCellComponentProps) {
  return typeof cellData === 'string' && cellData !== '' ? <When date={cellData} /> : null
}

/** The day by which the desk has promised an answer; `open` lists the states that still owe one. */
export function TermCell({ cellData, rowData, open }: DefaultCellComponentProps & { open: string[] }) {
  if (typeof cellData !== 'string' || cellData === '') return null
  // Nobody owes an answer any more.
  return open.includes(String(rowData?.status)) ? <Term date={cellData} /> : null
}

export function Term({ date }: { date: string }) {
  const words = useWords()
  const now = useNow()
  const at = new Date(date)
  const late = at <= (now ?? new Date())
  const when = relativeTime(at, now ?? new Date(), words.lang)
  return (
    <span suppressHydrationWarning title={now ? exactTime(at, words.lang) : undefined}>
      {late ? (
        <StatusBadge tone="danger">{words.say('term-late', { when })}</StatusBadge>
      ) : (
        words.say('term-due', { when })
      )}
    </span>
  )
}
