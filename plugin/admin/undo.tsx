'use client'
// Takes the last step back while its mails have not left; gone when that time is over.
import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { EditorApiError, useEditorApi } from './api.js'
import { useWords } from './words.js'

interface UndoButtonProps {
  id: number | string
  slug: string
  /** The end of its time, by the server's clock. */
  until: string
  /** Seconds until then, as the server just said. */
  secondsLeft: number
  /** The document as the step left it: what a colleague did since stays. */
  seen: string
  /** After it was taken back, and where it could not be. */
  onUndone(undone: boolean): void | Promise<void>
}

export function UndoButton({ id, slug, until, secondsLeft, seen, onUndone }: UndoButtonProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const [left, setLeft] = useState<number | null>(null)
  const [working, setWorking] = useState(false)
  // Counted from here on: the clock of the browser may say another time than the server's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each step, not with each answer
  useEffect(() => {
    const end = performance.now() + secondsLeft * 1000
    const tick = () => setLeft(Math.ceil((end - performance.now()) / 1000))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])

  async function undo(): Promise<void> {
    setWorking(true)
    try {
      await api.undo(id, seen)
      toast.success(words.say('undone'))
      await onUndone(true)
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(error.message)
      await onUndone(false)
    } finally {
      setWorking(false)
    }
  }

  if (left !== null && left <= 0) return null
  return (
    <span className="mokor-undo">
      <Button
        buttonStyle="secondary"
        disabled={working}
        extraButtonProps={{ 'data-mokor-undo': String(id) }}
        margin={false}
        onClick={() => void undo()}
        size="small"
        type="button"
      >
        {words.say('cancel')}
      </Button>
      <span aria-hidden="true" className="mokor-undo__left">
        {words.say('undo-left', { seconds: left ?? '' })}
      </span>
    </span>
  )
}
