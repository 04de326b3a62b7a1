'use client'
// The editors' work view: the queue beside what is being judged; after a step the next item opens.
import { Button, SetStepNav, usePreferences } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskPage, DeskRow } from '../../desk/dto.js'
import type { UndoView } from '../../desk/undo.js'
import type { Taken } from '../api.js'
import type { Step, StepsHandle } from '../steps.js'
import { UndoButton } from '../undo.js'
import { stepLabel, useWords } from '../words.js'
import type { AnswerHandle } from './answer.js'
import { ItemSheet } from './item.js'
import { answerKey, isTyping, lettersFor, ownKeys } from './keys.js'
import { KeysDialog } from './keys-dialog.js'
import { deskPath } from './nav.js'
import { preferencesKey } from './preferences-key.js'
import type { QueueFacts } from './queue-facts.js'
import { QueueList } from './queue-list.js'
import { DeskSearch } from './search.js'
import { type FirstLook, keyOf, useDesk } from './use-desk.js'

interface DeskProps {
  first: FirstLook
  queues: QueueFacts[]
  /** Of what the desk's search finds, by key. */
  slugs: Readonly<Record<string, string>>
  /** Whether this user has single keys do something. */
  letters: boolean
}

/** What the last step did, and what follows. */
interface Done {
  said: string
  /** Title of the item that is open now; null where it stayed. */
  next: string | null
  left: number
  /** The document, while the step can be taken back. */
  undo: (UndoView & { key: string; slug: string; id: string }) | null
}

export function Desk({ first, queues, slugs, letters: lettersAtFirst }: DeskProps) {
  const words = useWords()
  const desk = useDesk(first)
  const { page, current, item, go, refresh } = desk
  const [done, setDone] = useState<Done | null>(null)
  const [keys, setKeys] = useState(lettersAtFirst)
  const [helping, setHelping] = useState(false)
  const { setPreference } = usePreferences()
  const steps = useRef<StepsHandle>(null)
  const answer = useRef<AnswerHandle>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const focusTitle = useRef(false)

  const at = page.rows.findIndex((row) => keyOf(row) === current)
  const [before, behind] = [at > 0 ? page.rows[at - 1] : undefined, at >= 0 ? page.rows[at + 1] : page.rows[0]]
  const shownKey = item && keyOf(item.row)
  const facts = queues.find(({ collection }) => collection === item?.row.collection)
  const letters = useMemo(() => {
    if (!keys || !facts) return {}
    const labels = facts.steps.map((name) => [name, stepLabel(words, facts.collection, name)])
    return lettersFor(Object.fromEntries([...labels, [answerKey, words.say('answer-open', { name: '' })]]))
  }, [keys, facts, words])

  // Whoever goes on by keyboard or screen reader begins at the new item's name.
  useEffect(() => {
    if (!focusTitle.current || shownKey === null || shownKey !== current) return
    focusTitle.current = false
    title.current?.focus()
  }, [shownKey, current])

  function open(row: DeskRow | undefined): void {
    if (!row) return
    focusTitle.current = true
    setDone(null)
    go({ item: keyOf(row) })
  }

  /** The item stays open where the step was only its beginning; otherwise the next one in the queue follows. */
  async function onTaken(_: Step, said: string, { doc, undo: taken }: Taken): Promise<void> {
    const next = behind ?? before
    const undo = taken && facts && current ? { ...taken, key: current, slug: facts.slug, id: String(doc.id) } : null
    const now = await refresh()
    const still = now?.rows.find((row) => keyOf(row) === current)
    const left = now ? leftIn(now, desk.view) : 0
    if (still && still.stands === 'begun' && doc.status === still.status)
      return setDone({ said, next: null, left, undo })
    const following = next && now?.rows.some((row) => keyOf(row) === keyOf(next)) ? next : now?.rows[0]
    focusTitle.current = true
    go({ item: following ? keyOf(following) : null })
    setDone({ said, next: following?.title ?? null, left, undo })
  }

  /** Back to what was taken back. */
  const onUndone = (key: string) => async (undone: boolean) => {
    setDone(null)
    await refresh()
    if (!undone) return
    focusTitle.current = true
    go({ item: key })
  }

  useEffect(() => {
    if (!keys) return
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('.mokor-ask')) return
      if (event.key === ownKeys.next) open(behind)
      else if (event.key === ownKeys.previous) open(before)
      else if (event.key === ownKeys.help) setHelping(true)
      else {
        const name = Object.keys(letters).find((one) => letters[one] === event.key)
        if (name === undefined) return
        if (name === answerKey) answer.current?.write()
        else steps.current?.ask(name)
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  function switchKeys(on: boolean): void {
    setKeys(on)
    void setPreference(preferencesKey, { letters: on } as never, true)
  }

  return (
    <main className={desk.opened ? 'mokor-desk mokor-desk--open' : 'mokor-desk'}>
      <SetStepNav nav={[{ label: words.say('desk'), url: deskPath }]} />
      <div className="mokor-desk__head">
        <h1>{words.say('desk')}</h1>
        <DeskSearch onOpen={(key) => go({ item: key })} queues={queues} slugs={slugs} />
        <Button buttonStyle="transparent" margin={false} onClick={() => setHelping(true)} size="small" type="button">
          {words.say('desk-keys')}
        </Button>
      </div>
      <QueueList desk={desk} queues={queues} />
      <section aria-busy={desk.loading} aria-label={words.say('desk-item')} className="mokor-desk__item">
        <div className="mokor-desk__done">
          <p aria-live="polite" role="status">
            {done && (
              <>
                <span>{done.said}</span>{' '}
                <span>
                  {done.next !== null && <>{words.say('desk-then', { title: done.next })} · </>}
                  {words.say('desk-left', { count: done.left })}
                </span>
              </>
            )}
          </p>
          {done?.undo && <UndoButton {...done.undo} key={done.undo.key} onUndone={onUndone(done.undo.key)} />}
        </div>
        <nav aria-label={words.say('desk-move')} className="mokor-desk__move">
          {desk.opened && (
            <Button
              buttonStyle="transparent"
              className="mokor-desk__back"
              margin={false}
              onClick={() => go({ item: null })}
              size="small"
              type="button"
            >
              {words.say('desk-back')}
            </Button>
          )}
          <Button
            buttonStyle="secondary"
            disabled={!before}
            margin={false}
            onClick={() => open(before)}
            size="small"
            type="button"
          >
            {words.say('desk-previous')}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={!behind}
            margin={false}
            onClick={() => open(behind)}
            size="small"
            type="button"
          >
            {words.say('desk-next')}
          </Button>
        </nav>
        {item && facts ? (
          <ItemSheet
            answer={answer}
            disabled={shownKey !== current}
            facts={facts}
            item={item}
            key={shownKey}
            letters={letters}
            onChanged={async () => {
              await refresh()
            }}
            onTaken={onTaken}
            steps={steps}
            title={title}
          />
        ) : (
          <p className="mokor-note">{desk.missing ?? words.say(page.rows.length > 0 ? 'desk-choose' : 'desk-empty')}</p>
        )}
      </section>
      {helping && <KeysDialog on={keys} onClose={() => setHelping(false)} onUse={switchKeys} />}
    </main>
  )
}

const leftIn = ({ counts }: DeskPage, view: string): number => counts[view as keyof DeskPage['counts']] ?? 0
