'use client'
// Which keys do what at the desk, with the switch that makes them do it.
import { Button, Modal, useModal } from '@payloadcms/ui'
import { useEffect, useId } from 'react'
import { useWords } from '../words.js'
import { ownKeys } from './keys.js'

const slug = 'mokor-keys'

interface KeysDialogProps {
  on: boolean
  onUse(on: boolean): void
  onClose(): void
}

/** Open for as long as it is mounted. */
export function KeysDialog({ on, onUse, onClose }: KeysDialogProps) {
  const words = useWords()
  const { openModal, closeModal } = useModal()
  const title = useId()
  useEffect(() => {
    openModal(slug)
    return () => closeModal(slug)
  }, [openModal, closeModal])
  const meanings = [
    [ownKeys.next, words.say('desk-keys-next')],
    [ownKeys.previous, words.say('desk-keys-previous')],
    [ownKeys.help, words.say('desk-keys-shown')],
  ] as const
  return (
    <Modal aria-labelledby={title} className="mokor-ask" onExited={onClose} slug={slug}>
      <div className="mokor-ask__box">
        <h2 id={title}>{words.say('desk-keys-title')}</h2>
        <label className="mokor-keys__use">
          <input checked={on} onChange={() => onUse(!on)} type="checkbox" />
          {words.say('desk-keys-use')}
        </label>
        <p>{words.say('desk-keys-help')}</p>
        <dl className="mokor-keys">
          {meanings.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd className="mokor-key">{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>{words.say('desk-keys-steps')}</p>
        <div className="mokor-ask__buttons">
          <Button buttonStyle="primary" margin={false} onClick={onClose} type="button">
            {words.say('close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
