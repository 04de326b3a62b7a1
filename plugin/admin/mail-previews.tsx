'use client'
// The mails that a step would send, as they would leave: open where the words are the editor's own, folded where they are not.
import { useEffect, useState } from 'react'
import type { MailPreview } from '../desk/preview.js'
import { useWords } from './words.js'

export type ReadPreview = (reason: string, signal: AbortSignal) => Promise<MailPreview[]>

/** Whoever writes is not asked for after each letter. */
const pauseMs = 400

export function MailPreviews({ read, reason }: { read: ReadPreview; reason: string }) {
  const words = useWords()
  const [mails, setMails] = useState<MailPreview[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the same for as long as the dialog is open
  useEffect(() => {
    const gone = new AbortController()
    const ask = () =>
      read(reason, gone.signal).then(setMails, () => {
        // What stands in the way of the step is said when it is taken.
        if (!gone.signal.aborted) setMails([])
      })
    const timer = setTimeout(() => void ask(), mails === null ? 0 : pauseMs)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [reason])
  return (
    <div aria-busy={mails === null} className="mokor-mails">
      {mails?.length === 0 && <p className="mokor-ask__help">{words.say('preview-none')}</p>}
      <WrittenMails mails={mails ?? []} />
    </div>
  )
}

/** Each by its head; open where the words are the editor's own. */
export function WrittenMails({ mails }: { mails: readonly MailPreview[] }) {
  const words = useWords()
  return mails.map(({ template, to, subject, text, open }) => (
    <details className="mokor-mails__mail" key={`${template}${to.address}`} open={open}>
      <summary>
        {words.say('preview-head', { to: to.name ? `${to.name} <${to.address}>` : to.address, subject })}
      </summary>
      <pre>{text}</pre>
    </details>
  ))
}
