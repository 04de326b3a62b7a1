'use client'
// One entry of a panel: who or what it is, how it stands, the reasons, and what can be done with it.
import { Button, Link, useConfig } from '@payloadcms/ui'
import type { PanelEntry, PanelTone } from '../../desk/panels/dto.js'
import { documentAddress } from '../address.js'
import { StatusBadge } from '../status.js'
import { useWords } from '../words.js'
import type { PanelHands } from './buttons.js'
import { Parts } from './parts.js'

interface EntryProps {
  entry: PanelEntry
  hands: PanelHands
}

const toned = (name: string, tone: PanelTone | undefined): string => (tone ? `${name} ${name}--${tone}` : name)

export function Entry({ entry, hands }: EntryProps) {
  const words = useWords()
  const { config } = useConfig()
  const { title, subtitle, document, status, tags = [], lines = [], pick, ...parts } = entry
  const at = pick ? hands.picks.findIndex(({ id }) => id === pick.id) : -1
  return (
    <li className={at >= 0 ? 'mokor-entry mokor-entry--chosen' : 'mokor-entry'} data-mokor-entry={entry.key}>
      <div className="mokor-entry__head">
        <h4>
          {document ? (
            <Link href={documentAddress(config.routes.admin, document.slug, document.id)}>
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}
        </h4>
        {subtitle && <bdi className="mokor-sheet__muted">{subtitle}</bdi>}
        {status && <StatusBadge tone={status.tone}>{status.text}</StatusBadge>}
        {tags.map(({ text, tone }) => (
          <span className={toned('mokor-tag', tone)} key={text}>
            {text}
          </span>
        ))}
        {pick && (
          <Button
            buttonStyle={at >= 0 ? 'secondary' : 'transparent'}
            className="mokor-entry__pick"
            disabled={hands.disabled}
            extraButtonProps={{
              'aria-pressed': at >= 0,
              'aria-label': words.say(at >= 0 ? 'pick-out-of' : 'pick-name', { at: at + 1, name: pick.name }),
            }}
            margin={false}
            onClick={() => hands.choose(pick)}
            size="small"
            type="button"
          >
            {at >= 0 ? words.say('picked', { at: at + 1 }) : words.say('pick')}
          </Button>
        )}
      </div>
      {lines.length > 0 && (
        <ul className="mokor-entry__lines">
          {lines.map(({ text, tone }) => (
            <li className={toned('mokor-line', tone)} key={text}>
              {text}
            </li>
          ))}
        </ul>
      )}
      <Parts hands={hands} parts={parts} />
    </li>
  )
}
