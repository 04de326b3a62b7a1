'use client'
// Buttons of a panel: taken at once, or after the small form and the question that they open beneath them.
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { PanelButton, PanelPick } from '../../desk/panels/dto.js'
import type { MailPreview } from '../../desk/preview.js'
import { MailPreviews } from '../mail-previews.js'
import { useWords } from '../words.js'
import { FormPart, firstValues, isFilled, PanelFields, type PanelValues, sentValues } from './fields.js'

/** What all buttons of a panel share. */
export interface PanelHands {
  disabled: boolean
  /** Entries that were chosen, in their order. */
  picks: readonly PanelPick[]
  /** @returns whether it is done; the editor has been told why not */
  take(button: PanelButton, values: PanelValues): Promise<boolean>
  choose(pick: PanelPick): void
  /** The mails that would leave, where the button shows them. */
  preview(button: PanelButton, values: PanelValues, signal: AbortSignal): Promise<MailPreview[]>
}

const styles = { primary: 'primary', secondary: 'secondary', quiet: 'transparent', danger: 'transparent' } as const

export function PanelButtons({ buttons, hands }: { buttons: readonly PanelButton[]; hands: PanelHands }) {
  const [open, setOpen] = useState<string | null>(null)
  if (buttons.length === 0) return null
  const keyOf = ({ act, values }: PanelButton): string => `${act}${JSON.stringify(values ?? {})}`
  const opened = buttons.find((button) => keyOf(button) === open)

  function press(button: PanelButton): void {
    if (button.fields?.length || button.sure) setOpen(open === keyOf(button) ? null : keyOf(button))
    else void hands.take(button, {})
  }

  return (
    <div className="mokor-block__acts">
      <div className="mokor-block__buttons">
        {buttons.map((button) => (
          <Button
            buttonStyle={styles[button.style ?? 'secondary']}
            className={button.style === 'danger' ? 'mokor-steps__stop' : undefined}
            disabled={hands.disabled || !fits(button, hands.picks)}
            extraButtonProps={{
              'data-mokor-act': button.act,
              ...(button.fields?.length || button.sure ? { 'aria-expanded': open === keyOf(button) } : {}),
            }}
            key={keyOf(button)}
            margin={false}
            onClick={() => press(button)}
            size="small"
            type="button"
          >
            {button.label}
          </Button>
        ))}
      </div>
      {opened && (
        <ButtonForm
          button={opened}
          disabled={hands.disabled || !fits(opened, hands.picks)}
          hands={hands}
          key={open}
          onCancel={() => setOpen(null)}
          onTake={async (values) => {
            if (await hands.take(opened, values)) setOpen(null)
          }}
        />
      )}
    </div>
  )
}

const fits = ({ picks: wanted }: PanelButton, picks: readonly PanelPick[]): boolean =>
  !wanted || (picks.length >= wanted.least && picks.length <= wanted.most)

interface ButtonFormProps {
  button: PanelButton
  hands: PanelHands
  disabled: boolean
  onTake(values: PanelValues): Promise<void>
  onCancel(): void
}

function ButtonForm({ button, hands, disabled, onTake, onCancel }: ButtonFormProps) {
  const words = useWords()
  const { fields = [], label, style, sure } = button
  const [values, setValues] = useState(() => firstValues(fields))
  const sent = sentValues(fields, values)
  const take = () => void onTake(sent)
  return (
    <FormPart className="mokor-block__form" label={label} onEnter={take}>
      <PanelFields
        disabled={disabled}
        fields={fields}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        values={values}
      />
      {sure && <p>{sure}</p>}
      {button.previews && fits(button, hands.picks) && (
        <MailPreviews
          read={(_, signal) => hands.preview(button, sent, signal)}
          reason={JSON.stringify([sent, hands.picks])}
        />
      )}
      <div className="mokor-block__buttons">
        <Button
          buttonStyle="primary"
          className={style === 'danger' ? 'mokor-ask__stop' : undefined}
          disabled={disabled}
          margin={false}
          onClick={(event) => isFilled(event.currentTarget) && take()}
          size="small"
          type="button"
        >
          {label}
        </Button>
        <Button
          buttonStyle="transparent"
          disabled={disabled}
          margin={false}
          onClick={onCancel}
          size="small"
          type="button"
        >
          {words.say('cancel')}
        </Button>
      </div>
    </FormPart>
  )
}
