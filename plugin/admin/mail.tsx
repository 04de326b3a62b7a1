'use client'
// Cells and notice of the outbox: which mail, about which document, and what to do when it was not sent.
import { Button, Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { useEffect, useState } from 'react'
import type { MailAbout } from '../outbox/about.js'
import { documentAddress } from './address.js'
import { useEditorApi } from './api.js'
import { relativeTime } from './relative.js'
import { useTitleWhereNone } from './title.js'
import { type AdminWords, useWords } from './words.js'

/** Slugs of the collections that mails speak of, by template. */
export type MailTargets = Record<string, string>

function useTarget(targets: MailTargets): (template: unknown, target: unknown) => string | null {
  const { config } = useConfig()
  return (template, target) => {
    const slug = targets[String(template)]
    return slug && target ? documentAddress(config.routes.admin, slug, target) : null
  }
}

export function nameOf(template: unknown, words: AdminWords): string {
  const key = `mail-${template}`
  return words.knows(key) ? words.say(key) : String(template ?? '')
}

export function MailCell({ cellData, collectionSlug, rowData, linkURL }: DefaultCellComponentProps) {
  const words = useWords()
  const { config } = useConfig()
  const href = linkURL ?? documentAddress(config.routes.admin, collectionSlug, rowData?.id)
  return <Link href={href}>{nameOf(cellData, words)}</Link>
}

/** A cause of ours in words, a mail server's as it came. */
function causeOf(lastError: string, words: AdminWords): string {
  const key = `mail-cause-${lastError}`
  return words.knows(key) ? words.say(key) : lastError
}

export function CauseCell({ cellData }: DefaultCellComponentProps) {
  const words = useWords()
  return cellData ? <span>{causeOf(String(cellData), words)}</span> : null
}

export function TargetCell({ cellData, rowData, targets }: DefaultCellComponentProps & { targets: MailTargets }) {
  const words = useWords()
  const href = useTarget(targets)(rowData?.template, cellData)
  return href ? <Link href={href}>{words.say('mail-open')}</Link> : null
}

/** What a mail speaks of, and who can mend it: only the server can tell a message's member. */
function useAbout(id: number | string | undefined, slug: string, updatedAt: unknown): MailAbout | null {
  const api = useEditorApi(slug)
  const [about, setAbout] = useState<MailAbout | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a mail sent again may speak of something else by now
  useEffect(() => {
    if (id === undefined) return
    const gone = new AbortController()
    api.view(id, gone.signal).then(
      (view) => setAbout(view.about ?? null),
      () => undefined,
    )
    return () => gone.abort()
  }, [api, id, updatedAt])
  return about
}

/** Above the fields of a mail that has not left: the cause in its own words, and the way out. */
export function MailProblem() {
  const words = useWords()
  const { config } = useConfig()
  const { collectionSlug, data } = useDocumentInfo()
  const about = useAbout(data?.id, collectionSlug ?? '', data?.updatedAt)
  const href = about?.document && documentAddress(config.routes.admin, about.document.slug, about.document.id)
  useTitleWhereNone(nameOf(data?.template, words))
  const dropped = data?.status === 'dropped'
  return (
    <div className="mokor-mail">
      <h2>{nameOf(data?.template, words)}</h2>
      {data?.recipient && (
        <p>{words.say('mail-head', { recipient: String(data.recipient), subject: String(data.subject ?? '') })}</p>
      )}
      {data?.lastError && (
        <>
          <p>{words.say('mail-problem')}</p>
          <pre>{causeOf(String(data.lastError), words)}</pre>
          {data.status === 'queued' && (
            <p>{words.say('mail-waiting', { when: relativeTime(new Date(data.dueAt), new Date(), words.lang) })}</p>
          )}
          {about && !dropped && <p>{words.say(`mail-remedy-${about.remedy}`)}</p>}
        </>
      )}
      {href && (
        <Button buttonStyle="secondary" el="link" margin={false} size="small" to={href}>
          {words.say('mail-open')}
        </Button>
      )}
    </div>
  )
}
