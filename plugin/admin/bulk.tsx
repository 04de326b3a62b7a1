'use client'
// Steps for several documents of a list at once.
import { Button, toast, useListQuery, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { DeskError, useDeskApi } from './api.js'
import { useWords } from './words.js'

export interface BulkFacts {
  collection: string
  actions: string[]
  /** Slug of the collection, as this site names it. */
  slug: string
}

export function BulkActions({ collection, actions, slug }: BulkFacts) {
  const words = useWords()
  const api = useDeskApi(slug)
  const router = useRouter()
  const { selectedIDs, toggleAll } = useSelection()
  const { refineListData } = useListQuery()
  const [working, setWorking] = useState(false)
  const count = selectedIDs?.length ?? 0
  if (count === 0) return null

  async function takeAll(action: string): Promise<void> {
    setWorking(true)
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
      setWorking(false)
    }
  }

  return (
    <div className="mokor-bulk">
      <span>{words.say('selected', { count })}</span>
      {actions.map((action) => (
        <Button
          buttonStyle="primary"
          disabled={working}
          key={action}
          margin={false}
          onClick={() => void takeAll(action)}
          size="small"
          type="button"
        >
          {working ? words.say('working') : words.first([`action-${collection}-${action}`, `action-${action}`, 'done'])}
        </Button>
      ))}
    </div>
  )
}
