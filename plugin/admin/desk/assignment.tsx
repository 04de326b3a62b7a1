'use client'
// Who has an item in hand, what editors noted beside it, and when it comes back to the queue.
import { Button, TextareaInput, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { EditorApiError, type PanelView, useEditorApi } from '../api.js'
import { When } from '../dates.js'
import { dayInWords } from '../relative.js'
import { useWords } from '../words.js'

interface AssignmentProps {
  id: string
  slug: string
  view: PanelView
  disabled: boolean
  onChanged(): void
}

/** What is open under the buttons. */
type Open = 'pass' | 'remind' | 'note' | null

const dayMs = 86_400_000

export function Assignment({ id, slug, view, disabled, onChanged }: AssignmentProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const fields = useId()
  const [open, setOpen] = useState<Open>(null)
  const [working, setWorking] = useState(false)
  const [note, setNote] = useState('')
  const { editor = null, formerEditor = null, notes = [], remindAt = null, colleagues = [] } = view
  const [day, setDay] = useState(remindAt?.slice(0, 10) ?? '')
  const others = colleagues.filter((one) => !one.awayUntil && one.id !== editor?.id)
  const [to, setTo] = useState('')
  const asleep = remindAt !== null && new Date(remindAt) > new Date()
  const still = disabled || working

  async function take(step: string, body: object, said: string): Promise<void> {
    setWorking(true)
    try {
      await api.assign(id, step, body)
      setOpen(null)
      setNote('')
      toast.success(said)
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(error.message)
    } finally {
      setWorking(false)
      onChanged()
    }
  }

  const button = (label: string, onClick: () => void, kind?: Open) => (
    <Button
      buttonStyle="transparent"
      disabled={still}
      extraButtonProps={kind ? { 'aria-expanded': open === kind } : {}}
      margin={false}
      onClick={onClick}
      size="small"
      type="button"
    >
      {label}
    </Button>
  )
  const toggle = (kind: Open) => () => setOpen(open === kind ? null : kind)
  const chosen = to || String(others[0]?.id ?? '')

  return (
    <section aria-label={words.say('assigned')} className="mokor-assigned">
      <p className="mokor-assigned__who">
        {editor ? (
          <span className={editor.mine ? 'mokor-holder mokor-holder--mine' : 'mokor-holder'}>
            {editor.mine ? words.say('desk-mine') : words.say('assigned-to', { name: editor.name })}
          </span>
        ) : (
          <span className="mokor-sheet__muted">
            {formerEditor
              ? words.say('assigned-away', {
                  name: formerEditor.name,
                  day: dayInWords(new Date(formerEditor.awayUntil), new Date(), words.lang),
                })
              : words.say('assigned-nobody')}
          </span>
        )}
        {asleep && (
          <span>{words.say('desk-back-on', { day: dayInWords(new Date(remindAt), new Date(), words.lang) })}</span>
        )}
      </p>
      <div className="mokor-assigned__buttons">
        {!editor && button(words.say('assigned-take'), () => void take('take-on', {}, words.say('assigned-taken')))}
        {editor?.mine &&
          button(words.say('assigned-release'), () => void take('release', {}, words.say('assigned-released')))}
        {others.length > 0 && button(words.say('assigned-pass'), toggle('pass'), 'pass')}
        {button(words.say('assigned-remind'), toggle('remind'), 'remind')}
        {button(words.say('assigned-note'), toggle('note'), 'note')}
      </div>
      {open === 'pass' && (
        <form
          className="mokor-assigned__form"
          onSubmit={(event) => {
            event.preventDefault()
            const name = others.find((one) => String(one.id) === chosen)?.name ?? ''
            void take(
              'pass',
              { to: others.find((one) => String(one.id) === chosen)?.id },
              words.say('assigned-passed', { name }),
            )
          }}
        >
          <label htmlFor={`${fields}-to`}>{words.say('assigned-pass-to')}</label>
          <select id={`${fields}-to`} onChange={({ target }) => setTo(target.value)} value={chosen}>
            {others.map((one) => (
              <option key={one.id} value={String(one.id)}>
                {one.name}
              </option>
            ))}
          </select>
          <Button disabled={still} margin={false} size="small" type="submit">
            {words.say('assigned-pass-go')}
          </Button>
        </form>
      )}
      {open === 'remind' && (
        <form
          className="mokor-assigned__form"
          onSubmit={(event) => {
            event.preventDefault()
            void take('remind', { on: day || null }, words.say('assigned-reminded'))
          }}
        >
          <label htmlFor={`${fields}-day`}>{words.say('assigned-remind-on')}</label>
          <input
            id={`${fields}-day`}
            min={new Date(Date.now() + dayMs).toISOString().slice(0, 10)}
            onChange={({ target }) => setDay(target.value)}
            required
            type="date"
            value={day}
          />
          <Button disabled={still} margin={false} size="small" type="submit">
            {words.say('assigned-remind-go')}
          </Button>
          {remindAt &&
            button(
              words.say('assigned-remind-off'),
              () => void take('remind', { on: null }, words.say('assigned-awake')),
            )}
        </form>
      )}
      {open === 'note' && (
        <form
          className="mokor-assigned__form mokor-assigned__form--note"
          onSubmit={(event) => {
            event.preventDefault()
            void take('note', { text: note }, words.say('assigned-noted'))
          }}
        >
          <TextareaInput
            label={words.say('assigned-note-label')}
            onChange={({ target }: { target: { value: string } }) => setNote(target.value)}
            path="mokor-note"
            rows={3}
            value={note}
          />
          <Button disabled={still || note.trim() === ''} margin={false} size="small" type="submit">
            {words.say('assigned-note-go')}
          </Button>
        </form>
      )}
      {notes.length > 0 && (
        <ul aria-label={words.say('assigned-notes')} className="mokor-assigned__notes">
          {notes.toReversed().map(({ at, by, text }) => (
            <li key={`${at}${text}`}>
              <span className="mokor-sheet__muted">
                <When date={at} /> · {by}
              </span>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
