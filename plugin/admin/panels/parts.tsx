'use client'
// Texts, pictures, links and buttons, as they stand in a panel and in each of its entries.
import { Button, toast } from '@payloadcms/ui'
import type { PanelParts, PanelText } from '../../desk/panels/dto.js'
import { useWords } from '../words.js'
import { PanelButtons, type PanelHands } from './buttons.js'

export function Parts({ parts, hands }: { parts: PanelParts; hands: PanelHands }) {
  const { texts = [], pictures = [], links = [], buttons = [] } = parts
  return (
    <>
      {texts.map((text) => (
        <Text key={text.label} {...text} />
      ))}
      {pictures.length > 0 && (
        <ul className="mokor-block__pictures">
          {pictures.map(({ url, alt }) => (
            <li key={url}>
              <a href={url} rel="noreferrer" target="_blank">
                {/* biome-ignore lint/performance/noImgElement: the package does not depend on next/image */}
                <img alt={alt} height={96} loading="lazy" src={url} width={96} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul className="mokor-block__links">
          {links.map(({ label, href }) => (
            <li key={href}>
              <a href={href} rel="noreferrer" target="_blank">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <PanelButtons buttons={buttons} hands={hands} />
    </>
  )
}

function Text({ label, text, copy = false }: PanelText) {
  const words = useWords()
  const write = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success(words.say('copied')),
      () => toast.error(words.say('not-copied')),
    )
  return (
    <div className="mokor-block__text">
      <h4>{label}</h4>
      <p>{text}</p>
      {copy && (
        <Button buttonStyle="secondary" margin={false} onClick={() => void write()} size="small" type="button">
          {words.say('copy')}
        </Button>
      )}
    </div>
  )
}
