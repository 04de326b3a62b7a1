'use client'
// Every word that people and clients wrote in place of a trade, the most frequent first, and what is done with each; below, two trades
// that are one.
import { Link, toast, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { adminAddress } from '../address.js'
import { EditorApiError, useApi } from '../api.js'
import { useWords } from '../words.js'
import type { Act, OwnWord, OwnWordsPage } from './dto.js'
import { MergeForm } from './merge-form.js'
import { NewTrade } from './new-trade.js'
import { TradeField } from './trade-field.js'

interface OwnWordsProps {
  first: OwnWordsPage
  /** Id of the trade that somebody came to merge. */
  merge: string | null
  slug: string
}

/** While files are rewritten their number goes down. */
const lookAgainMs = 2000

export function OwnWords({ first, merge, slug }: OwnWordsProps) {
  const words = useWords()
  const send = useApi()
  const [page, setPage] = useState(first)
  const refresh = useCallback(async () => {
    const answer = await send<OwnWordsPage>(`/${slug}/mokor/own-words`).catch(() => null)
    if (answer) setPage(answer)
  }, [send, slug])
  useEffect(() => {
    if (!page.working) return
    const timer = setTimeout(() => void refresh(), lookAgainMs)
    return () => clearTimeout(timer)
  }, [page, refresh])

  /** @returns whether it was done; why not has been said */
  async function act(path: string, body: object, said: string): Promise<boolean> {
    try {
      await send(`/${slug}/${path}`, { method: 'POST', body: JSON.stringify(body) })
      toast.success(said)
      return true
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      const [field] = error.fields
      toast.error(field?.message ?? error.message)
      return false
    } finally {
      await refresh()
    }
  }

  return (
    <main className="mokor-own">
      <header>
        <h1>{words.say('own-words')}</h1>
        <p>{words.say('own-words-why')}</p>
        <p aria-live="polite" className="mokor-own__working">
          {page.working && words.say('own-working')}
        </p>
      </header>
      {page.words.length === 0 && <p className="mokor-note">{words.say('own-none')}</p>}
      <ul className="mokor-own__words">
        {page.words.map((word) => (
          <Word act={act} key={word.key} page={page} word={word} />
        ))}
      </ul>
      {page.more > 0 && <p className="mokor-note">{words.say('own-more', { count: page.more })}</p>}
      {page.left > 0 && <p className="mokor-note">{words.say('own-left', { count: page.left })}</p>}
      <MergeForm act={act} chosen={merge} slug={slug} trades={page.trades} />
    </main>
  )
}

function Word({ act, page, word }: { act: Act; page: OwnWordsPage; word: OwnWord }) {
  const words = useWords()
  const [making, setMaking] = useState(false)
  const [busy, setBusy] = useState(false)
  const { count, key } = word

  async function run(path: string, body: object, said: string): Promise<boolean> {
    setBusy(true)
    const done = await act(`mokor/own-words/${path}`, { key, ...body }, said)
    setBusy(false)
    return done
  }

  const map = (skill: string, name: string) =>
    run('map', { skill }, words.say('own-mapped', { word: word.word, name, count }))

  return (
    <li className="mokor-own__word" data-mokor-word={key}>
      <div className="mokor-own__what">
        <h2>«{word.word}»</h2>
        <p>
          {word.in.map((held) => (
            <Held key={held.slug} word={word.word} {...held} />
          ))}
          {word.spellings.length > 0 && (
            <span className="mokor-own__muted">
              {words.say('own-also', { words: word.spellings.slice(0, 5).join(', ') })}
            </span>
          )}
        </p>
      </div>
      <div className="mokor-own__do">
        {word.suggestions.map(({ id, name }, at) => (
          <button
            className={at === 0 ? 'mokor-own__button mokor-own__button--first' : 'mokor-own__button'}
            disabled={busy}
            key={id}
            onClick={() => void map(id, name)}
            type="button"
          >
            {words.say('own-is', { name })}
          </button>
        ))}
        <TradeField
          button={words.say('own-use')}
          disabled={busy}
          label={words.say(word.suggestions.length > 0 ? 'own-other' : 'own-which')}
          onChoose={(trade) => void map(trade.id, trade.name)}
          trades={page.trades}
        />
        <button aria-expanded={making} className="mokor-own__button" onClick={() => setMaking(!making)} type="button">
          {words.say('own-make')}
        </button>
        <button
          className="mokor-own__button mokor-own__button--quiet"
          disabled={busy}
          onClick={() => void run('leave', {}, words.say('own-left-done', { word: word.word }))}
          type="button"
        >
          {words.say('own-leave')}
        </button>
      </div>
      {making && (
        <NewTrade
          busy={busy}
          page={page}
          word={word.word}
          onMake={async (trade) => {
            const name = Object.values(trade.names)[0] ?? ''
            if (await run('create', trade, words.say('own-made', { name, count }))) setMaking(false)
          }}
        />
      )}
    </li>
  )
}

/** How many files of one kind hold it; the list shows them. */
function Held({ slug, count, word }: { slug: string; count: number; word: string }) {
  const words = useWords()
  const { config, getEntityConfig } = useConfig()
  const { labels } = getEntityConfig({ collectionSlug: slug }) ?? {}
  const label = words.label((count === 1 ? labels?.singular : labels?.plural) as never).toLowerCase()
  const where = `?where[and][0][skills.own][like]=${encodeURIComponent(word)}`
  return (
    <Link href={adminAddress(config.routes.admin, `/collections/${slug}${where}`)}>
      {count} {label}
    </Link>
  )
}
