'use client'
// Steps for several documents of a list at once, with one reason for all where the step wants one; what was done can be taken back for
// a while, and what stayed as it was is named, with the reason, and stays selected.
import { Button, toast, useAuth, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import type { SkippedDocument } from '../lifecycle/actions.js'
import { EditorApiError, useEditorApi } from './api.js'
import { BulkDone, type TakenStep } from './bulk-done.js'
import { BulkLeft } from './bulk-left.js'
import type { BulkStep } from './bulk-step.js'
import { ConfirmDialog, type Question } from './confirm-dialog.js'
import { stepLabel, useWords } from './words.js'

export interface BulkFacts {
  collection: string
  actions: BulkStep[]
  /** The right to the collection that goes with these steps. */
  right: 'read' | 'update'
  /** Slug of the collection, as this site names it. */
  slug: string
}

type Ids = (number | string)[]

export function BulkActions({ collection, actions, right, slug }: BulkFacts) {
  const words = useWords()
  const api = useEditorApi(slug)
  const router = useRouter()
  const { selected, selectedIDs = [], setSelection } = useSelection()
  const { permissions } = useAuth()
  const [asking, setAsking] = useState<BulkStep | null>(null)
  const [done, setDone] = useState<TakenStep | null>(null)
  const [left, setLeft] = useState<SkippedDocument[]>([])
  // Payload lets go of every choice when the list has been read again.
  const [again, setAgain] = useState<SkippedDocument[]>([])
  const lost = again.length > 0 && selected.size === 0
  useEffect(() => {
    if (!lost) return
    for (const { id } of again) setSelection(id)
    setAgain([])
  }, [lost, again, setSelection])
  const count = selectedIDs.length
  if (!permissions?.collections?.[slug]?.[right]) return null
  // Only of what is still chosen: whoever lets go of it has read it.
  const shown = left.filter(({ id }) => selectedIDs.includes(id))

  /** A slip of the hand counts many times over here: every step is asked twice. */
  function questionOf({ name, reason, destructive }: BulkStep): Question {
    const label = stepLabel(words, collection, name)
    const consequence = words.first([`bulk-sure-${name}`, 'bulk-sure'], { action: label, count })
    return {
      label,
      reason,
      reasonHelp: words.say('bulk-reason-help', { count }),
      firstWords: '',
      destructive,
      consequence,
      reviewPoints: [],
      unsaved: false,
    }
  }

  async function takeAll(ids: Ids, { name }: BulkStep, reason: string): Promise<void> {
    try {
      const answer = await api.takeAll(ids, name, reason === '' ? {} : { reason })
      if (answer.done.length > 0) toast.success(words.say('bulk-done', { count: answer.done.length }))
      const back = answer.taken.flatMap(({ id, undo }) => (undo ? [{ id, ...undo }] : []))
      setDone(back.length > 0 ? { label: stepLabel(words, collection, name), back } : null)
      settle(answer)
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(words.say('failed', { message: error.message }))
    } finally {
      setAsking(null)
    }
  }

  async function takeBack({ back }: TakenStep): Promise<void> {
    try {
      const seen = Object.fromEntries(back.map((one) => [one.id, one.seen]))
      const answer = await api.takeAll(
        back.map(({ id }) => id),
        'undo',
        { seen },
      )
      if (answer.done.length > 0) toast.success(words.say('undone'))
      setDone(null)
      settle(answer)
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(words.say('failed', { message: error.message }))
    }
  }

  /** What stayed as it was is named, and chosen when the list has been read again. */
  function settle({ done: ids, failed }: { done: Ids; failed: SkippedDocument[] }): void {
    if (failed.length > 0) toast.error(words.say('bulk-failed', { count: failed.length }))
    setLeft(failed)
    setAgain(failed)
    for (const id of ids) if (selectedIDs.includes(id)) setSelection(id)
    router.refresh()
  }

  return (
    <>
      {done && <BulkDone done={done} onOver={() => setDone(null)} onUndo={() => takeBack(done)} />}
      {count > 0 && (
        <div className="mokor-bulk">
          <span>{words.say('selected', { count })}</span>
          {actions.map((action) => (
            <Button
              buttonStyle={action.destructive ? 'secondary' : 'primary'}
              className={action.destructive ? 'mokor-steps__stop' : undefined}
              key={action.name}
              margin={false}
              onClick={() => setAsking(action)}
              size="small"
              type="button"
            >
              {stepLabel(words, collection, action.name)}
            </Button>
          ))}
          {shown.length > 0 && <BulkLeft left={shown} slug={slug} />}
        </div>
      )}
      {asking !== null && (
        <ConfirmDialog
          onAnswer={(reason) => takeAll(selectedIDs, asking, reason)}
          onCancel={() => setAsking(null)}
          question={questionOf(asking)}
          slug={`mokor-ask-${slug}`}
          {...(asking.reason && {
            preview: (reason: string, signal: AbortSignal) =>
              api.preview(selectedIDs[0] ?? '', asking.name, reason, signal).then(({ mails }) => mails),
          })}
        />
      )}
    </>
  )
}
