'use client'
// Mails about an item that have not left yet, each of which can be stopped with a reason.
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { WaitingMail } from '../../desk/waiting-mails.js'
import { EditorApiError, useEditorApi } from '../api.js'
import { ConfirmDialog } from '../confirm-dialog.js'
import { When } from '../dates.js'
import { nameOf } from '../mail.js'
import { stepLabel, useWords } from '../words.js'

interface WaitingMailsProps {
  /** The document they are about. */
  id: string
  slug: string
  mails: WaitingMail[]
  disabled: boolean
  onChanged(): void
}

export function WaitingMails({ id, slug, mails, disabled, onChanged }: WaitingMailsProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const [stopping, setStopping] = useState<WaitingMail | null>(null)
  if (mails.length === 0) return null
  const label = stepLabel(words, 'outbox', 'stop')

  async function stop(mail: WaitingMail, reason: string): Promise<void> {
    try {
      await api.assign(id, 'stop', { mail: mail.id, reason })
      toast.success(words.say('done-stop'))
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(error.message)
    } finally {
      setStopping(null)
      onChanged()
    }
  }

  return (
    <section aria-label={words.say('waiting-mails')} className="mokor-waiting">
      <h3>{words.say('waiting-mails')}</h3>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <span>{nameOf(mail.template, words)}</span>
            <span className="mokor-sheet__muted">
              <When date={mail.dueAt} />
            </span>
            <Button
              buttonStyle="transparent"
              disabled={disabled}
              margin={false}
              onClick={() => setStopping(mail)}
              size="small"
              type="button"
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
      {stopping && (
        <ConfirmDialog
          onAnswer={(reason) => stop(stopping, reason)}
          onCancel={() => setStopping(null)}
          question={{
            label,
            reason: true,
            reasonHelp: words.say('sure-stop'),
            firstWords: '',
            destructive: true,
            consequence: words.say('sure-stop'),
            reviewPoints: [],
            unsaved: false,
          }}
          slug="mokor-ask-stop"
        />
      )}
    </section>
  )
}
