'use client'
// The head of a document: where it stands, what wants a look, and the next steps as buttons.
import { Button, toast, useConfig, useDocumentInfo, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { DeskView } from '../actions.js'
import { DeskError, useDeskApi } from './api.js'
import { Ask, needsAsking, type Question } from './ask.js'
import { PublicCard } from './card.js'
import { When } from './dates.js'
import { useDeskView } from './desk-view.js'
import { refusedTogether } from './fields.js'
import { Hints, useHintSentence } from './hints.js'
import { StatusWord, type Tones, useOptionLabel } from './status.js'
import { momentOf } from './tones.js'
import { stepLabel, useWords, type WordKey } from './words.js'

type Step = DeskView['actions'][number]

export interface PanelFacts {
  /** Key of the collection, e.g. `members`. */
  collection: string
  tones: Tones
  /** Whether the collection shows a public card. */
  card: boolean
}

export function DocumentPanel(facts: PanelFacts) {
  const { id, isTrashed, collectionSlug } = useDocumentInfo()
  const words = useWords()
  if (isTrashed || !collectionSlug) return null
  if (id !== undefined) return <Panel {...facts} id={id} slug={collectionSlug} />
  const note = words.first([`new-${facts.collection.replace(/s$/, '')}`, 'new'])
  return <p className="mokor-note">{note}</p>
}

function Panel({ collection, tones, card, id, slug }: PanelFacts & { id: number | string; slug: string }) {
  const words = useWords()
  const { data } = useDocumentInfo()
  const optionLabel = useOptionLabel(slug)
  const [taken, setTaken] = useState(0)
  // After a save or a step there may be other steps.
  const view = useDeskView(slug, id, `${data?.updatedAt} ${taken}`)
  const status = view?.status ?? (data?.status as string | undefined)
  if (!status) return null
  const since = (data?.since ?? data?.[momentOf[status] ?? '']) as string | undefined
  const statusWords = optionLabel('status', status)
  const tone = tones[status] ?? 'quiet'
  const urgent = tone === 'waiting' || tone === 'busy'

  return (
    <section aria-label={words.say('panel')} className={card ? 'mokor-panel mokor-panel--card' : 'mokor-panel'}>
      <div className="mokor-panel__main">
        <p className="mokor-panel__status">
          <StatusWord tone={tone}>{statusWords}</StatusWord>
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
            hints={view.hints}
            id={id}
            onTaken={() => setTaken((count) => count + 1)}
            reachable={!view.hints.some(({ code }) => code === 'no-address')}
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
  hints,
  id,
  onTaken,
  reachable,
  slug,
  steps,
  urgent,
}: {
  collection: string
  hints: DeskView['hints']
  id: number | string
  onTaken(): void
  /** Whether a mail reaches the person; if not, nothing may promise one. */
  reachable: boolean
  slug: string
  steps: Step[]
  /** Whether the desk is expected to take the first step. */
  urgent: boolean
}) {
  const words = useWords()
  const api = useDeskApi(slug)
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
    if (step.careful) return words.say('careful')
    return step.asked ? wordsOf('sure', step.name, 'sure') : null
  }

  function press(step: Step): void {
    const question: Question = {
      label: labelOf(step.name),
      reason: step.reason,
      reasonHelp: reachable ? wordsOf('reason-help', step.name, 'reason-help') : words.say('reason-help-no-address'),
      danger: step.danger,
      consequence: consequenceOf(step),
      looks: step.careful ? hints.filter(({ tone }) => tone === 'warning').map(hintSentence) : [],
      unsaved: modified,
    }
    if (needsAsking(question)) setAsking({ step, question })
    else void take(step, '', false)
  }

  async function take(step: Step, reason: string, saveFirst: boolean): Promise<void> {
    setWorking(step.name)
    try {
      if (saveFirst) {
        if (!(await save())) return
        if (!step.careful && (await isCarefulNow(step))) {
          onTaken()
          toast.warning(words.say('look-first', { action: labelOf(step.name) }))
          return
        }
      }
      const { doc } = await api.take(id, step.name, reason)
      setData(doc)
      await reset(doc)
      incrementVersionCount()
      onTaken()
      router.refresh()
      toast.success(wordsOf('done', step.name, 'done'))
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
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
  function inFull({ fields, message }: DeskError): string {
    const known = getEntityConfig({ collectionSlug: slug })?.fields ?? []
    return fields.length > 0 ? refusedTogether(known, fields, words.label) : message
  }

  /** What was just saved may want a look that the step was offered without. */
  async function isCarefulNow({ name }: Step): Promise<boolean> {
    const { actions } = await api.view(id)
    return actions.some((action) => action.name === name && action.careful)
  }

  /** Payload has told the editor why when it comes to nothing. */
  async function save(): Promise<boolean> {
    const outcome = await submit<Response, Record<string, unknown>>()
    return Boolean(outcome?.res?.ok)
  }

  const ordinary = steps.filter((step) => !step.danger)
  const dangerous = steps.filter((step) => step.danger)
  if (steps.length === 0) return <p className="mokor-panel__idle">{words.say('no-actions')}</p>
  return (
    <div className="mokor-steps">
      {ordinary.length > 0 && (
        <div className="mokor-steps__next">
          {ordinary.map((step, index) => button(step, urgent && index === 0 && !step.asked ? 'primary' : 'secondary'))}
        </div>
      )}
      {dangerous.length > 0 && (
        <div className="mokor-steps__danger">{dangerous.map((step) => button(step, 'transparent'))}</div>
      )}
      {asking && (
        <Ask
          slug={`mokor-ask-${id}`}
          question={asking.question}
          onAnswer={(reason) => take(asking.step, reason, asking.question.unsaved)}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  )

  function button(step: Step, style: 'primary' | 'secondary' | 'transparent') {
    return (
      <Button
        buttonStyle={style}
        className={step.danger ? 'mokor-steps__stop' : undefined}
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
