'use client'
// Two trades that are one: which goes into which, what would change, and then the step, which has no way back.
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { EditorApiError, useApi } from '../api.js'
import { useWords } from '../words.js'
import type { Act, MergePreview, Suggestion } from './dto.js'
import { TradeField } from './trade-field.js'

interface MergeFormProps {
  act: Act
  chosen: string | null
  slug: string
  trades: readonly Suggestion[]
}

export function MergeForm({ act, chosen, slug, trades }: MergeFormProps) {
  const words = useWords()
  const send = useApi()
  const { getEntityConfig } = useConfig()
  const [from, setFrom] = useState(trades.find(({ id }) => id === chosen) ?? null)
  const [into, setInto] = useState<Suggestion | null>(null)
  const [preview, setPreview] = useState<MergePreview | null>(null)
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const pair = from && into ? `${from.id}/mokor/merge?into=${encodeURIComponent(into.id)}` : null
  useEffect(() => {
    setPreview(null)
    setRefusal('')
    if (!pair) return
    const gone = new AbortController()
    send<MergePreview>(`/${slug}/${pair}`, { signal: gone.signal }).then(setPreview, (error: unknown) => {
      if (gone.signal.aborted) return
      if (!(error instanceof EditorApiError)) throw error
      setRefusal(error.message)
    })
    return () => gone.abort()
  }, [send, slug, pair])

  const labelOf = (held: { slug: string; count: number }): string => {
    const { labels } = getEntityConfig({ collectionSlug: held.slug }) ?? {}
    const label = words.label((held.count === 1 ? labels?.singular : labels?.plural) as never)
    return `${held.count} ${label.toLowerCase()}`
  }

  async function merge(): Promise<void> {
    if (!preview) return
    setBusy(true)
    const said = words.say('merge-done', { from: preview.from.name, into: preview.into.name })
    if (await act(`${preview.from.id}/mokor/merge`, { into: preview.into.id }, said)) {
      setFrom(null)
      setInto(null)
      setRound(round + 1)
    }
    setBusy(false)
  }

  return (
    <section className="mokor-own__merge" id="merge">
      <h2>{words.say('merge-title')}</h2>
      <p>{words.say('merge-why')}</p>
      <div className="mokor-own__do" key={round}>
        <TradeField label={words.say('merge-from')} onChoose={setFrom} trades={trades} value={from?.name ?? ''} />
        <TradeField label={words.say('merge-into')} onChoose={setInto} trades={trades} />
      </div>
      <div aria-live="polite">
        {refusal !== '' && <p className="mokor-own__refusal">{refusal}</p>}
        {preview && (
          <>
            <p>
              {words.say('merge-preview', {
                from: preview.from.name,
                into: preview.into.name,
                files: preview.in.map(labelOf).join(', '),
              })}
            </p>
            {preview.notes.map((note) => (
              <p className="mokor-own__refusal" key={note}>
                {note}
              </p>
            ))}
            <button
              className="mokor-own__button mokor-own__button--first"
              disabled={busy}
              onClick={() => void merge()}
              type="button"
            >
              {words.say('merge-do', { into: preview.into.name })}
            </button>
          </>
        )}
      </div>
    </section>
  )
}
