'use client'
// Writing to the person of an item: from ready replies or from nothing, seen as it will leave; and noting that they answered.
import { Button, TextareaInput, toast } from '@payloadcms/ui'
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import type { ReadyReply } from '../../desk/replies.js'
import { EditorApiError, type PanelView, useApi, useEditorApi } from '../api.js'
import { MailPreviews } from '../mail-previews.js'
import { useWords } from '../words.js'

interface AnswerProps {
  id: string
  slug: string
  view: PanelView
  disabled: boolean
  /** The key that opens it; none where letters are off, or nobody can be written to. */
  letter: string | undefined
  ref?: Ref<AnswerHandle>
  onChanged(): void
}

export interface AnswerHandle {
  /** Opens the letter and goes into it; nothing is sent. */
  write(): void
}

export function Answer({ id, slug, view, disabled, letter, ref, onChanged }: AnswerProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const [open, setOpen] = useState<'answer' | 'heard' | null>(null)
  const [text, setText] = useState('')
  const [working, setWorking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { writesTo } = view
  useImperativeHandle(ref, () => ({
    write: () => {
      if (writesTo && !disabled && !working) setOpen('answer')
    },
  }))
  // Whoever opens it is about to write.
  useEffect(() => {
    if (open) form.current?.querySelector('textarea')?.focus()
  }, [open])

  async function take(step: 'answer' | 'heard', reason: string): Promise<void> {
    setWorking(true)
    try {
      await api.take(id, step, reason, view.revision)
      setOpen(null)
      setText('')
      toast.success(words.say(step === 'answer' ? 'answer-sent' : 'heard-noted'))
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(error.message)
    } finally {
      setWorking(false)
      onChanged()
    }
  }

  const toggle = (kind: 'answer' | 'heard') => () => setOpen(open === kind ? null : kind)
  const button = (label: string, kind: 'answer' | 'heard') => (
    <Button
      buttonStyle="transparent"
      disabled={disabled || working}
      extraButtonProps={{
        'aria-expanded': open === kind,
        ...(kind === 'answer' && letter && { 'aria-keyshortcuts': letter }),
      }}
      margin={false}
      onClick={toggle(kind)}
      size="small"
      type="button"
    >
      {label}
      {kind === 'answer' && letter && (
        <span aria-hidden="true" className="mokor-key">
          {letter}
        </span>
      )}
    </Button>
  )
  return (
    <section aria-label={words.say('answering')} className="mokor-assigned">
      <div className="mokor-assigned__buttons">
        {writesTo && button(words.say('answer-open', { name: writesTo.name || writesTo.address }), 'answer')}
        {button(words.say('heard-open'), 'heard')}
      </div>
      {open && (
        <form
          className="mokor-assigned__form mokor-assigned__form--note"
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            void take(open, text.trim())
          }}
        >
          {open === 'answer' && <ReadyReplies id={id} onChoose={setText} slug={slug} />}
          <TextareaInput
            label={words.say(open === 'answer' ? 'answer-label' : 'heard-label')}
            onChange={({ target }: { target: { value: string } }) => setText(target.value)}
            path={`mokor-${open}`}
            rows={open === 'answer' ? 7 : 3}
            value={text}
          />
          {open === 'answer' && text.trim() !== '' && (
            <MailPreviews
              read={(reason, signal) => api.preview(id, 'answer', reason, signal).then(({ mails }) => mails)}
              reason={text.trim()}
            />
          )}
          <Button disabled={disabled || working || text.trim() === ''} margin={false} size="small" type="submit">
            {words.say(open === 'answer' ? 'answer-send' : 'heard-send')}
          </Button>
        </form>
      )}
    </section>
  )
}

function ReadyReplies({ id, slug, onChoose }: { id: string; slug: string; onChoose(text: string): void }) {
  const words = useWords()
  const send = useApi()
  const field = useId()
  const [replies, setReplies] = useState<ReadyReply[]>([])
  useEffect(() => {
    const gone = new AbortController()
    send<{ replies: ReadyReply[] }>(`/${slug}/${id}/mokor/replies`, { signal: gone.signal }).then(
      (answer) => setReplies(answer.replies),
      // Without them the letter is written from nothing.
      () => undefined,
    )
    return () => gone.abort()
  }, [send, slug, id])
  if (replies.length === 0) return null
  return (
    <>
      <label htmlFor={field}>{words.say('answer-replies')}</label>
      <select
        defaultValue=""
        id={field}
        onChange={({ target }) => onChoose(replies.find((reply) => String(reply.id) === target.value)?.text ?? '')}
      >
        <option value="">{words.say('answer-no-reply')}</option>
        {replies.map((reply) => (
          <option key={reply.id} value={String(reply.id)}>
            {reply.title}
          </option>
        ))}
      </select>
    </>
  )
}
