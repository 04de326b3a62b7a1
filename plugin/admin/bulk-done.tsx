'use client'
// What a step for several has done, with the button that takes it back from all of them while their mails wait.
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { UndoView } from '../desk/undo.js'
import { useWords } from './words.js'

/** A step that was taken for several, with what takes it back from each. */
export interface TakenStep {
  label: string
  back: ({ id: number | string } & UndoView)[]
}

interface BulkDoneProps {
  done: TakenStep
  /** Its time has passed. */
  onOver(): void
  onUndo(): Promise<void>
}

export function BulkDone({ done, onOver, onUndo }: BulkDoneProps) {
  const { label, back } = done
  const words = useWords()
  const [working, setWorking] = useState(false)
  // The first mail to leave ends it for all.
  const secondsLeft = Math.min(...back.map((one) => one.secondsLeft))
  const [left, setLeft] = useState(Math.ceil(secondsLeft))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each step, not with each rendering
  useEffect(() => {
    const end = performance.now() + secondsLeft * 1000
    const tick = () => {
      const seconds = Math.ceil((end - performance.now()) / 1000)
      setLeft(seconds)
      if (seconds <= 0) onOver()
    }
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [done])

  async function undo(): Promise<void> {
    setWorking(true)
    await onUndo()
    setWorking(false)
  }

  return (
    <div className="mokor-bulk mokor-bulk--done">
      <span role="status">{words.say('bulk-undo', { action: label, count: back.length })}</span>
      <Button
        buttonStyle="secondary"
        disabled={working}
        extraButtonProps={{ 'data-mokor-undo': 'several' }}
        margin={false}
        onClick={() => void undo()}
        size="small"
        type="button"
      >
        {words.say('bulk-take-back', { count: back.length })}
      </Button>
      <span aria-hidden="true" className="mokor-undo__left">
        {words.say('undo-left', { seconds: left })}
      </span>
    </div>
  )
}
