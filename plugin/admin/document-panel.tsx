'use client'
// The panel at the top of a document: status, hints, and actions as buttons.
import { toast, useDocumentInfo, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { PanelView, Taken } from './api.js'
import { PublicCard } from './card.js'
import { When } from './dates.js'
import { Hints } from './hints.js'
import { Panels } from './panels/panels.js'
import { PrintLink } from './print/link.js'
import { StatusBadge, type StatusColors, useOptionLabel } from './status.js'
import { type StepForm, Steps } from './steps.js'
import { useTitleWhereNone } from './title.js'
import { useDocumentView } from './use-document-view.js'
import { useWords } from './words.js'

export interface PanelFacts {
  /** Key of the collection, e.g. `members`. */
  collection: string
  tones: StatusColors
  /** Which field says since when, by status, where that is not `since`. */
  sinceFields: Record<string, string>
  /** Whether the collection shows a public card. */
  card: boolean
  /** Whether it has a page for printing. */
  print: boolean
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
  print,
  id,
  slug,
  view: first,
}: PanelFacts & { id: number | string; slug: string }) {
  const words = useWords()
  const { data } = useDocumentInfo()
  const optionLabel = useOptionLabel(slug)
  const documentForm = useDocumentForm()
  const [taken, setTaken] = useState(0)
  // After a save or a step there may be other steps.
  const view = useDocumentView(slug, id, `${data?.updatedAt} ${taken}`, first)
  const status = view?.status ?? (data?.status as string | undefined)
  if (!status) return null
  const since = (data?.since ?? data?.[sinceFields[status] ?? '']) as string | undefined
  const statusWords = optionLabel('status', status)
  const tone = tones[status] ?? 'muted'
  const look = () => setTaken((count) => count + 1)

  /** @param doc as an act of a panel left it */
  async function onActed(doc?: Record<string, unknown>): Promise<void> {
    if (doc) await documentForm.changed(doc)
    look()
  }

  async function onTaken(_: unknown, said: string, { doc }: Taken): Promise<void> {
    await documentForm.changed(doc)
    look()
    toast.success(said)
  }

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
          {print && <PrintLink collection={collection} id={id} />}
        </p>
        {view && <Hints hints={view.hints} slug={slug} />}
        {view && (
          <Steps
            collection={collection}
            form={documentForm}
            id={id}
            onChanged={look}
            onTaken={onTaken}
            slug={slug}
            urgent={tone === 'pending' || tone === 'active'}
            view={view}
          />
        )}
      </div>
      {view?.panels && view.panels.length > 0 && (
        <div className="mokor-panel__blocks">
          {documentForm.modified && <p className="mokor-note">{words.say('panels-unsaved')}</p>}
          <Panels
            disabled={documentForm.modified || documentForm.processing}
            id={id}
            onChanged={onActed}
            panels={view.panels}
            revision={view.revision}
            slug={slug}
          />
        </div>
      )}
      {view?.card && <PublicCard card={view.card} reach={data?.reach} status={status} statusWords={statusWords} />}
    </section>
  )
}

/** Payload's form around the panel, as steps need it. */
function useDocumentForm(): StepForm & { changed(doc: Record<string, unknown>): Promise<void> } {
  const router = useRouter()
  const modified = useFormModified()
  const processing = useFormProcessing()
  const { dispatchFields, reset, setSubmitted, submit } = useForm()
  const { incrementVersionCount, setData } = useDocumentInfo()
  return {
    modified,
    processing,
    /** Payload has told the editor why when it comes to nothing. */
    async save() {
      const outcome = await submit<Response, Record<string, unknown>>()
      return Boolean(outcome?.res?.ok)
    },
    mark(errors) {
      if (errors.length === 0) return
      // Payload shows a field's error only in a form that somebody has tried to send.
      setSubmitted(true)
      dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
    },
    async changed(doc) {
      setData(doc)
      await reset(doc)
      incrementVersionCount()
      router.refresh()
    },
  }
}
