'use client'
// The panel at the top of a document: status, hints, and actions as buttons.
import { Button, toast, useConfig, useDocumentInfo, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { EditorView, Hint } from '../lifecycle/actions.js'
import { EditorApiError, type PanelView, useEditorApi } from './api.js'
import { PublicCard } from './card.js'
import { ConfirmDialog, needsDialog, type Question } from './confirm-dialog.js'
import { When } from './dates.js'
import { refusedTogether } from './fields.js'
import { Hints, useHintSentence } from './hints.js'
import { StatusBadge, type StatusColors, useOptionLabel } from './status.js'
import { useTitleWhereNone } from './title.js'
import { useDocumentView } from './use-document-view.js'
import { stepLabel, useWords, type WordKey } from './words.js'

type Step = EditorView['actions'][number]

export interface PanelFacts {
  /** Key of the collection, e.g. `members`. */
  collection: string
  tones: StatusColors
  /** Which field says since when, by status, where that is not `since`. */
  sinceFields: Record<string, string>
  /** Whether the collection shows a public card. */
  card: boolean
  /** How the document stood when its page was written: the panel is whole from the start. */
  view?: PanelView | null
}

export function DocumentPanel(facts: PanelFacts) {
  const { id, isTrashed, collectionSlug } = useDocumentInfo()
  if (isTrashed || !collectionSlug) return null
  if (id !== undefined) return <Panel {...facts} id={id} slug={collectionSlug} />
  return <NewDocument collection={facts.collection} />
}

function NewDocument({ collection }: { collection: string }) {
  const words = useWords()
  const one = collection.replace(/s$/, '')
  useTitleWhereNone(words.first([`new-title-${one}`, 'new-title']))
  return <p className="mokor-note">{words.first([`new-${one}`, 'new'])}</p>
}

function Panel({
  collection,
  tones,
  sinceFields,
  card,
  id,
  slug,
  view: first,
}: PanelFacts & { id: number | string; slug: string }) {
  const words = useWords()
  const { data } = useDocumentInfo()
  const optionLabel = useOptionLabel(slug)
  const [taken, setTaken] = useState(0)
  // After a save or a step there may be other steps.
  const view = useDocumentView(slug, id, `${data?.updatedAt} ${taken}`, first)
  const status = view?.status ?? (data?.status as string | undefined)
  if (!status) return null
  const since = (data?.since ?? data?.[sinceFields[status] ?? '']) as string | undefined
  const statusWords = optionLabel('status', status)
  const tone = tones[status] ?? 'muted'
  const urgent = tone === 'pending' || tone === 'active'

  return (
    <section aria-label={words.say('panel')} className={card ? 'mokor-panel mokor-panel--card' : 'mokor-panel'}>
      <div className="mokor-panel__main">
        <p className="mokor-panel__status">
          <StatusBadge tone={tone}>{statusWords}</StatusBadge>
          {since && (
            <span className="mokor-panel__since">
              <When date={since} />
            </span>
          )}
        </p>
        {view && <Hints hints={view.hints} slug={slug} />}
        {view && (
          <Steps
            collection={collection}
            id={id}
            looks={view.hints}
            onTaken={() => setTaken((count) => count + 1)}
            reachable={view.reachable ?? true}
            slug={slug}
            steps={view.actions}
            urgent={urgent}
          />
        )}
      </div>
      {view?.card && <PublicCard card={view.card} reach={data?.reach} status={status} statusWords={statusWords} />}
    </section>
  )
}

function Steps({
  collection,
  id,
  looks,
  onTaken,
  reachable,
  slug,
  steps,
  urgent,
}: {
  collection: string
  id: number | string
  /** What is to be known of the document as it was last read. */
  looks: Hint[]
  onTaken(): void
  /** Whether a mail reaches the person; if not, nothing may promise one. */
  reachable: boolean
  slug: string
  steps: Step[]
  /** Whether the desk is expected to take the first step. */
  urgent: boolean
}) {
  const words = useWords()
  const api = useEditorApi(slug)
  const { getEntityConfig } = useConfig()
  const router = useRouter()
  const modified = useFormModified()
  const processing = useFormProcessing()
  const { dispatchFields, reset, setSubmitted, submit } = useForm()
  const { incrementVersionCount, setData } = useDocumentInfo()
  const [asking, setAsking] = useState<{ step: Step; question: Question } | null>(null)
  const [working, setWorking] = useState<string | null>(null)

  const hintSentence = useHintSentence(slug)
  const labelOf = (name: string) => stepLabel(words, collection, name)

  /** Words about a step, those for who has only a phone first where they apply. */
  const wordsOf = (about: string, name: string, otherwise: WordKey) =>
    words.first([
      ...(reachable ? [] : [`${about}-${name}-no-address`]),
      `${about}-${collection}-${name}`,
      `${about}-${name}`,
      otherwise,
    ])

  function consequenceOf(step: Step): string | null {
    if (step.needsReview) return words.say('careful')
    return step.confirm ? wordsOf('sure', step.name, 'sure') : null
  }

  const questionOf = (step: Step, hints: Hint[], unsaved: boolean): Question => ({
    label: labelOf(step.name),
    reason: step.reason,
    reasonHelp: reachable ? wordsOf('reason-help', step.name, 'reason-help') : words.say('reason-help-no-address'),
    destructive: step.destructive,
    consequence: consequenceOf(step),
    reviewPoints: step.needsReview ? hints.filter(({ tone }) => tone === 'warning').map(hintSentence) : [],
    unsaved,
  })

  function press(step: Step): void {
    const question = questionOf(step, looks, modified)
    if (needsDialog(question)) setAsking({ step, question })
    else void take(step, '')
  }

  /** Saves what was written, then asks about the document as it stands now. */
  async function saveFirst({ name }: Step): Promise<void> {
    if (!(await save())) return setAsking(null)
    const now = await api.view(id).catch(() => null)
    const step = now?.actions.find((action) => action.name === name)
    if (!now || !step) {
      onTaken()
      return setAsking(null)
    }
    const question = questionOf(step, now.hints, false)
    if (needsDialog(question)) setAsking({ step, question })
    else await take(step, '')
  }

  async function take(step: Step, reason: string): Promise<void> {
    setWorking(step.name)
    try {
      const { doc } = await api.take(id, step.name, reason)
      setData(doc)
      await reset(doc)
      incrementVersionCount()
      onTaken()
      router.refresh()
      toast.success(wordsOf('done', step.name, 'done'))
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      if (error.fields.length > 0) {
        // Payload shows a field's error only in a form that somebody has tried to send.
        setSubmitted(true)
        dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: error.fields })
      }
      toast.error(words.say('failed', { message: inFull(error) }))
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

  /** Payload has told the editor why when it comes to nothing. */
  async function save(): Promise<boolean> {
    const outcome = await submit<Response, Record<string, unknown>>()
    return Boolean(outcome?.res?.ok)
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
      {asking && (
        <ConfirmDialog
          slug={`mokor-ask-${id}`}
          question={asking.question}
          onAnswer={(reason) => take(asking.step, reason)}
          onCancel={() => setAsking(null)}
          onSave={() => saveFirst(asking.step)}
        />
      )}
    </div>
  )

  function button(step: Step, style: 'primary' | 'secondary' | 'transparent') {
    return (
      <Button
        buttonStyle={style}
        className={step.destructive ? 'mokor-steps__stop' : undefined}
        disabled={working !== null || processing}
        extraButtonProps={{ 'data-mokor-action': step.name }}
        key={step.name}
        margin={false}
        onClick={() => press(step)}
        size="medium"
        type="button"
      >
        {working === step.name ? words.say('working') : labelOf(step.name)}
      </Button>
    )
  }
}
