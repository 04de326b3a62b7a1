'use client'
// Entries chosen in a panel, in an order that can be changed, and the buttons that act on them.
import { Button } from '@payloadcms/ui'
import type { PanelButton, PanelPick } from '../../desk/panels/dto.js'
import { useWords } from '../words.js'
import { PanelButtons, type PanelHands } from './buttons.js'

interface PicksProps {
  buttons: readonly PanelButton[]
  hands: PanelHands
  onOrder(picks: readonly PanelPick[]): void
}

export function Picks({ buttons, hands, onOrder }: PicksProps) {
  const words = useWords()
  const { picks, disabled } = hands
  if (buttons.length === 0) return null
  const ordered = picks.length > 1 && buttons.some((button) => button.picks?.ordered)

  const moved = (at: number): PanelPick[] => {
    const next = [...picks]
    next.splice(at - 1, 0, ...next.splice(at, 1))
    return next
  }
  const small = (label: string, sign: string, onClick: () => void) => (
    <Button
      aria-label={label}
      buttonStyle="transparent"
      disabled={disabled}
      margin={false}
      onClick={onClick}
      size="small"
      tooltip={label}
      type="button"
    >
      {sign}
    </Button>
  )

  return (
    <section aria-label={words.say('picks-title')} className="mokor-picks">
      <h4>{words.say('picks-title')}</h4>
      {picks.length === 0 ? (
        <p className="mokor-sheet__muted">{words.say('picks-none')}</p>
      ) : (
        <ol className={ordered ? 'mokor-picks__list mokor-picks__list--ordered' : 'mokor-picks__list'}>
          {picks.map((pick, at) => (
            <li key={pick.id}>
              <bdi>{pick.name}</bdi>
              {ordered && at > 0 && small(words.say('picks-up', { name: pick.name }), '↑', () => onOrder(moved(at)))}
              {small(words.say('picks-out', { name: pick.name }), '×', () => hands.choose(pick))}
            </li>
          ))}
        </ol>
      )}
      <PanelButtons buttons={buttons} hands={hands} />
    </section>
  )
}
