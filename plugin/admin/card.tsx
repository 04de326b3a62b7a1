'use client'
// The public card beside a member's file, as visitors would see it.
import { initialsOf } from '../contract/initials.js'
import type { MemberProfileDto } from '../directory/dto.js'
import { formatDateWithArticle } from '../values/dates.js'
import { type AdminWords, useWords } from './words.js'

const skillsShown = 3

/** States of a file that its public page may still follow. */
const ahead: ReadonlySet<string> = new Set(['unconfirmed', 'pending', 'paused'])

interface CardFacts {
  card: MemberProfileDto
  reach: unknown
  status: string
  statusWords: string
}

export function PublicCard({ card, reach, status, statusWords }: CardFacts) {
  const words = useWords()
  const live = status === 'active' && reach === 'public'
  const title = words.say(
    live ? 'card-title-live' : reach === 'public' && ahead.has(status) ? 'card-title' : 'card-title-unseen',
  )
  const shown = card.skills.slice(0, skillsShown)
  const rest = card.skills.length - shown.length
  return (
    <aside aria-label={title} className="mokor-card">
      <h2 className="mokor-card__title">{title}</h2>
      <div className="mokor-card__sheet">
        {card.picture ? (
          // biome-ignore lint/performance/noImgElement: the package does not depend on next/image
          <img alt="" className="mokor-card__face" height={56} src={card.picture.url} width={56} />
        ) : (
          <span aria-hidden="true" className="mokor-card__face">
            {initialsOf(card.name)}
          </span>
        )}
        <div className="mokor-card__who">
          <strong>
            <bdi>{card.name}</bdi>
          </strong>
          <span>{card.headline}</span>
          <span className="mokor-card__muted">{placeWords(card, words)}</span>
        </div>
        <ul className="mokor-card__skills">
          {shown.map((skill) => (
            <li key={`${skill.slug}${skill.name}`}>{skill.name}</li>
          ))}
          {rest > 0 && <li>{words.say('card-more', { count: rest })}</li>}
        </ul>
        <span className="mokor-card__muted">{availability(card, words)}</span>
      </div>
      <p className="mokor-card__note">{note()}</p>
    </aside>
  )

  function note() {
    if (live)
      return card.page === null ? null : (
        <a href={card.page} rel="noreferrer" target="_blank">
          {words.say('card-open')}
        </a>
      )
    return reach === 'public' ? words.say('card-hidden', { status: statusWords }) : words.say('card-network')
  }
}

function placeWords(card: MemberProfileDto, words: AdminWords): string {
  const { municipality, province } = card.place
  const place = municipality ? `${municipality.name} (${province.code})` : province?.name || words.say('card-no-place')
  return card.modes.includes('remote') ? `${place} · ${words.say('card-remote')}` : place
}

function availability({ availability: { state, from } }: MemberProfileDto, words: AdminWords): string {
  if (state !== 'from') return words.say(`availability-${state}`)
  return words.say('availability-from', { date: formatDateWithArticle('dal', from ?? new Date(), words.lang) })
}
