'use client'
// The dialog before an action: unsaved changes, the reason, and a confirmation.
import { Button, Modal, TextareaInput, useModal } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { maxReasonLength } from '../values/text-limits.js'
import { MailPreviews, type ReadPreview } from './mail-previews.js'
import { useWords } from './words.js'

export interface Question {
  /** Name of the step, as its button reads. */
  label: string
  reason: boolean
  /** What becomes of the words, for steps that need some. */
  reasonHelp: string
  /** What they begin with. */
  firstWords: string
  destructive: boolean
  /** What follows, for steps that are asked twice; null for those that are not. */
  consequence: string | null
  /** What wants a look first, a sentence each. */
  reviewPoints: string[]
  /** There are changes that the step would not see. */
  unsaved: boolean
}

type Stage = 'unsaved' | 'reason' | 'sure'

const stagesOf = (question: Question): Stage[] => [
  ...(question.unsaved ? (['unsaved'] as const) : []),
  ...(question.reason ? (['reason'] as const) : []),
  ...(question.consequence === null ? [] : (['sure'] as const)),
]

/** What is wrong with the words, as the key of a sentence. */
function faultOf(reason: string): 'reason-missing' | 'reason-long' | null {
  if (reason === '') return 'reason-missing'
  return reason.length > maxReasonLength ? 'reason-long' : null
}

/** Whether a step needs any question at all. */
export const needsDialog = (question: Question): boolean => stagesOf(question).length > 0

interface ConfirmDialogProps {
  slug: string
  question: Question
  /** Awaited: the dialog stays, at work, until it settles. */
  onAnswer(reason: string): Promise<void>
  /** Saves what the step would not see; the question that is right afterwards follows, if there is one. */
  onSave?(): Promise<void>
  onCancel(): void
  /** The mails that would leave, with these words in them. */
  preview?: ReadPreview
}

/** Open for as long as it is mounted. */
export function ConfirmDialog({ slug, question, ...answers }: ConfirmDialogProps) {
  const { openModal, closeModal } = useModal()
  const title = useId()
  useEffect(() => {
    openModal(slug)
    return () => closeModal(slug)
  }, [slug, openModal, closeModal])
  return (
    <Modal aria-labelledby={title} className="mokor-ask" closeOnBlur={false} onExited={answers.onCancel} slug={slug}>
      <Stages key={String(question.unsaved)} question={question} title={title} {...answers} />
    </Modal>
  )
}

function Stages({
  title,
  question,
  onAnswer,
  onCancel,
  onSave,
  preview,
}: Omit<ConfirmDialogProps, 'slug'> & { title: string }) {
  const words = useWords()
  const [stages] = useState(() => stagesOf(question))
  const [at, setAt] = useState(0)
  const [reason, setReason] = useState(question.firstWords)
  const [pressed, setPressed] = useState(false)
  const [working, setWorking] = useState(false)
  const stage = stages[at]
  const last = at === stages.length - 1
  const action = question.label
  const fault = faultOf(reason.trim())

  async function proceedToNext(): Promise<void> {
    if (stage === 'reason' && fault) return setPressed(true)
    if (!last && stage !== 'unsaved') return setAt(at + 1)
    setWorking(true)
    await (stage === 'unsaved' ? onSave?.() : onAnswer(reason.trim()))
    setWorking(false)
  }

  return (
    <div className="mokor-ask__box">
      {stage === 'unsaved' && (
        <>
          <h2 id={title}>{words.say('unsaved-title')}</h2>
          <p>{words.say('unsaved-body', { action })}</p>
        </>
      )}
      {stage === 'reason' && (
        <>
          <h2 id={title}>{words.say('reason-title', { action })}</h2>
          <TextareaInput
            path="mokor-reason"
            label={words.say('reason-label')}
            Description={<p className="mokor-ask__help">{question.reasonHelp}</p>}
            rows={5}
            value={reason}
            showError={pressed && fault !== null}
            Error={
              pressed && fault ? (
                <p className="mokor-ask__missing" role="alert">
                  {words.say(fault, { length: reason.trim().length, most: maxReasonLength })}
                </p>
              ) : undefined
            }
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {stage === 'sure' && (
        <>
          <h2 id={title}>{words.say('sure-title', { action })}</h2>
          <p>{question.consequence}</p>
          {question.reviewPoints.length > 0 && (
            <ul className="mokor-ask__looks">
              {question.reviewPoints.map((look) => (
                <li key={look}>{look}</li>
              ))}
            </ul>
          )}
          {reason !== '' && <blockquote className="mokor-ask__words">{reason}</blockquote>}
        </>
      )}
      {preview && stage !== 'unsaved' && <MailPreviews read={preview} reason={reason.trim()} />}
      <div className="mokor-ask__buttons">
        <Button buttonStyle="secondary" disabled={working} margin={false} onClick={onCancel} type="button">
          {words.say('cancel')}
        </Button>
        <Button
          buttonStyle="primary"
          className={stage === 'sure' && question.destructive ? 'mokor-ask__stop' : undefined}
          disabled={working}
          margin={false}
          onClick={() => void proceedToNext()}
          type="button"
        >
          {working ? words.say('working') : proceed()}
        </Button>
      </div>
    </div>
  )

  function proceed(): string {
    if (stage === 'unsaved') return words.say('unsaved-go')
    if (stage === 'sure') return words.say('sure-yes', { action: action.toLowerCase() })
    return last ? words.say('reason-send', { action }) : words.say('reason-next')
  }
}
