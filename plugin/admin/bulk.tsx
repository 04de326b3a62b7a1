'use client'
// Steps for several documents of a list at once; those that stayed as they were are named, with the reason, and stay selected.
import { Button, Link, toast, useAuth, useConfig, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import type { SkippedDocument } from '../lifecycle/actions.js'
import { documentAddress } from './address.js'
import { EditorApiError, useEditorApi } from './api.js'
import { ConfirmDialog, type Question } from './confirm-dialog.js'
import { useHintSentence } from './hints.js'
import { stepLabel, useWords } from './words.js'

export interface BulkFacts {
  collection: string
  actions: string[]
  /** The right to the collection that goes with these steps. */
  right: 'read' | 'update'
  /** Slug of the collection, as this site names it. */
  slug: string
}

export function BulkActions({ collection, actions, right, slug }: BulkFacts) {
  const words = useWords()
  const api = useEditorApi(slug)
  const router = useRouter()
  const { selected, selectedIDs = [], setSelection } = useSelection()
  const { permissions } = useAuth()
  const [asking, setAsking] = useState<string | null>(null)
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
  if (count === 0) return null

  /** A slip of the hand counts many times over here: every step is asked twice. */
  function questionOf(action: string): Question {
    const label = stepLabel(words, collection, action)
    const consequence = words.first([`bulk-sure-${action}`, 'bulk-sure'], { action: label, count })
    return {
      label,
      reason: false,
      reasonHelp: '',
      firstWords: '',
      destructive: false,
      consequence,
      reviewPoints: [],
      unsaved: false,
    }
  }

  async function takeAll(action: string): Promise<void> {
    try {
      const { done, failed } = await api.takeAll(selectedIDs, action)
      if (done.length > 0) toast.success(words.say('bulk-done', { count: done.length }))
      if (failed.length > 0) toast.error(words.say('bulk-failed', { count: failed.length }))
      setLeft(failed)
      setAgain(failed)
      for (const id of done) setSelection(id)
      router.refresh()
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(words.say('failed', { message: error.message }))
    } finally {
      setAsking(null)
    }
  }

  return (
    <div className="mokor-bulk">
      <span>{words.say('selected', { count })}</span>
      {actions.map((action) => (
        <Button
          buttonStyle="primary"
          key={action}
          margin={false}
          onClick={() => setAsking(action)}
          size="small"
          type="button"
        >
          {stepLabel(words, collection, action)}
        </Button>
      ))}
      {shown.length > 0 && <StayedAsTheyWere left={shown} slug={slug} />}
      {asking !== null && (
        <ConfirmDialog
          onAnswer={() => takeAll(asking)}
          onCancel={() => setAsking(null)}
          question={questionOf(asking)}
          slug={`mokor-ask-${slug}`}
        />
      )}
    </div>
  )
}

function StayedAsTheyWere({ left, slug }: { left: SkippedDocument[]; slug: string }) {
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
