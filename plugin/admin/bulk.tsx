'use client'
// Steps for several documents of a list at once.
import { Button, toast, useAuth, useListQuery, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { DeskError, useDeskApi } from './api.js'
import { Ask, type Question } from './ask.js'
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
  const api = useDeskApi(slug)
  const router = useRouter()
  const { selectedIDs, toggleAll } = useSelection()
  const { refineListData } = useListQuery()
  const { permissions } = useAuth()
  const [asking, setAsking] = useState<string | null>(null)
  const count = selectedIDs?.length ?? 0
  if (count === 0 || !permissions?.collections?.[slug]?.[right]) return null

  /** A slip of the hand counts many times over here: every step is asked twice. */
  function questionOf(action: string): Question {
    const label = stepLabel(words, collection, action)
    const consequence = words.first([`bulk-sure-${action}`, 'bulk-sure'], { action: label, count })
    return { label, reason: false, reasonHelp: '', danger: false, consequence, looks: [], unsaved: false }
  }

  async function takeAll(action: string): Promise<void> {
    try {
      const { done, failed } = await api.takeAll(selectedIDs, action)
      if (done.length > 0) toast.success(words.say('bulk-done', { count: done.length }))
      const [first] = failed
      if (first) toast.error(words.say('bulk-failed', { count: failed.length, message: first.message }))
      toggleAll()
      await refineListData({})
      router.refresh()
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
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
      {asking !== null && (
        <Ask
          onAnswer={() => takeAll(asking)}
          onCancel={() => setAsking(null)}
          question={questionOf(asking)}
          slug={`mokor-ask-${slug}`}
        />
      )}
    </div>
  )
}
