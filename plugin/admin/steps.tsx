'use client'
// The steps of a document as buttons, with the dialog that asks before; the same on its own page and at the desk.
import { Button, toast, useConfig } from '@payloadcms/ui'
import { type Ref, useImperativeHandle, useState } from 'react'
import type { EditorView, Hint } from '../lifecycle/actions.js'
import { EditorApiError, type PanelView, type Taken, useEditorApi } from './api.js'
import { ConfirmDialog, needsDialog, type Question } from './confirm-dialog.js'
import { refusedTogether } from './fields.js'
import { useHintSentence } from './hints.js'
import { WrittenMails } from './mail-previews.js'
import { stepLabel, useWords, type WordKey } from './words.js'

export type Step = EditorView['actions'][number]

/** Around the steps, where the document stands in a form: what is not saved, and what a step changes. */
export interface StepForm {
  modified: boolean
  processing: boolean
  /** @returns whether all is saved; the editor has been told why not */
  save(): Promise<boolean>
  /** Fields that a step was refused for. */
  mark(fields: EditorApiError['fields']): void
}

export interface StepsProps {
  collection: string
  id: number | string
  slug: string
  view: PanelView
  /** Whether the desk is expected to take the first step. */
  urgent: boolean
  form?: StepForm
  /** The document shown is not the one the steps are of, e.g. while another is read. */
  disabled?: boolean
  /** Letters by step, shown beside their buttons. */
  letters?: Readonly<Record<string, string>>
  /** For keys: opens a step's dialog. */
  ref?: Ref<StepsHandle>
  /** @param said the sentence for the editor */
  onTaken(step: Step, said: string, taken: Taken): void | Promise<void>
  /** The document may stand otherwise than it is shown. */
  onChanged(): void
}

export interface StepsHandle {
  /** Asks first, whatever the step: a slip of the hand must not act. */
  ask(name: string): void
}

export function Steps({
  collection,
  id,
  slug,
  view,
  urgent,
  form,
  disabled = false,
  letters,
  ref,
  onTaken,
  onChanged,
}: StepsProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const { getEntityConfig } = useConfig()
  const [asking, setAsking] = useState<{ step: Step; question: Question; seen?: string } | null>(null)
  const [working, setWorking] = useState<string | null>(null)
  const hintSentence = useHintSentence(slug)
  const { actions: steps, reachable = true } = view
  const labelOf = (name: string) => stepLabel(words, collection, name)
  useImperativeHandle(ref, () => ({
    ask: (name) => {
      const step = steps.find((one) => one.name === name)
      if (step && !disabled && working === null) press(step, true)
    },
  }))

  /** Words about a step, those for who has only a phone first where they apply. */
  const wordsOf = (about: string, name: string, otherwise: WordKey) =>
    words.first([
      ...(reachable ? [] : [`${about}-${name}-no-address`]),
      `${about}-${collection}-${name}`,
      `${about}-${name}`,
      otherwise,
    ])

  function consequenceOf(step: Step, always: boolean): string | null {
    if (step.needsReview) return words.say('careful')
    if (step.confirm) return wordsOf('sure', step.name, 'sure')
    return always && !step.reason ? words.say('key-confirm') : null
  }

  const questionOf = (step: Step, hints: Hint[], unsaved: boolean, always = false): Question => ({
    label: labelOf(step.name),
    reason: step.reason,
    reasonHelp: reachable ? wordsOf('reason-help', step.name, 'reason-help') : words.say('reason-help-no-address'),
    firstWords: step.prefill,
    destructive: step.destructive,
    consequence: consequenceOf(step, always),
    reviewPoints: step.needsReview ? hints.filter(({ tone }) => tone === 'warning').map(hintSentence) : [],
    unsaved,
  })

  function press(step: Step, always = false): void {
    const question = questionOf(step, view.hints, form?.modified ?? false, always)
    if (needsDialog(question)) setAsking({ step, question })
    else void take(step, '')
  }

  /** Saves what was written, then asks about the document as it stands now. */
  async function saveFirst({ name }: Step): Promise<void> {
    if (!(await form?.save())) return setAsking(null)
    const now = await api.view(id).catch(() => null)
    const step = now?.actions.find((action) => action.name === name)
    if (!now || !step) {
      onChanged()
      return setAsking(null)
    }
    const question = questionOf(step, now.hints, false)
    if (needsDialog(question)) setAsking({ step, question, seen: now.revision })
    else await take(step, '', now.revision)
  }

  async function take(step: Step, reason: string, seen = view.revision): Promise<void> {
    setWorking(step.name)
    try {
      const taken = await api.take(id, step.name, reason, seen)
      await onTaken(step, wordsOf('done', step.name, 'done'), taken)
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      form?.mark(error.fields)
      toast.error(words.say('failed', { message: inFull(error) }))
      if (!form) onChanged()
    } finally {
      setWorking(null)
      setAsking(null)
    }
  }

  /** The fields by name with what is wrong in each, where the refusal names them. */
  function inFull({ fields, message }: EditorApiError): string {
    const known = getEntityConfig({ collectionSlug: slug })?.fields ?? []
    return fields.length > 0 ? refusedTogether(known, fields, words.label) : message
  }

  const ordinary = steps.filter((step) => !step.destructive)
  // What may be done at once, or only wants a look before: not what would be refused, nor what writes to somebody by the way.
  const next = urgent ? ordinary.find((step) => !step.blocked && (step.needsReview || !step.confirm)) : undefined
  const dangerous = steps.filter((step) => step.destructive)
  if (steps.length === 0) return <p className="mokor-panel__idle">{words.say('no-actions')}</p>
  return (
    <div className="mokor-steps">
      {ordinary.length > 0 && (
        <div className="mokor-steps__next">
          {ordinary.map((step) => button(step, step === next ? 'primary' : 'secondary'))}
        </div>
      )}
      {dangerous.length > 0 && (
        <div className="mokor-steps__danger">{dangerous.map((step) => button(step, 'transparent'))}</div>
      )}
      {Object.entries(view.previews ?? {}).map(([name, mails]) => (
        <section aria-label={words.say('preview-of', { step: labelOf(name) })} className="mokor-mails" key={name}>
          <p className="mokor-mails__step">{words.say('preview-of', { step: labelOf(name) })}</p>
          <WrittenMails mails={mails} />
        </section>
      ))}
      {asking && (
        <ConfirmDialog
          slug={`mokor-ask-${id}`}
          preview={(reason, signal) => api.preview(id, asking.step.name, reason, signal).then(({ mails }) => mails)}
          question={asking.question}
          onAnswer={(reason) => take(asking.step, reason, asking.seen)}
          onCancel={() => setAsking(null)}
          onSave={() => saveFirst(asking.step)}
        />
      )}
    </div>
  )

  function button(step: Step, style: 'primary' | 'secondary' | 'transparent') {
    const letter = letters?.[step.name]
    return (
      <Button
        buttonStyle={style}
        className={step.destructive ? 'mokor-steps__stop' : undefined}
        disabled={disabled || working !== null || form?.processing}
        extraButtonProps={{ 'data-mokor-action': step.name, ...(letter && { 'aria-keyshortcuts': letter }) }}
        key={step.name}
        margin={false}
        onClick={() => press(step)}
        size="medium"
        type="button"
      >
        {working === step.name ? words.say('working') : labelOf(step.name)}
        {letter && (
          <span aria-hidden="true" className="mokor-key">
            {letter}
          </span>
        )}
      </Button>
    )
  }
}
