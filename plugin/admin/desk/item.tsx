'use client'
// Everything needed to judge one item on one page, and the steps under the hand.
import { Link, useConfig } from '@payloadcms/ui'
import type { Ref } from 'react'
import type { DeskContact } from '../../desk/dto.js'
import { documentAddress } from '../address.js'
import type { Taken } from '../api.js'
import { PublicCard } from '../card.js'
import { Term, When } from '../dates.js'
import { Hints } from '../hints.js'
import { Panels } from '../panels/panels.js'
import { PrintLink } from '../print/link.js'
import { StatusBadge, useOptionLabels } from '../status.js'
import { type Step, Steps, type StepsHandle } from '../steps.js'
import { TimelineList } from '../timeline.js'
import { UndoButton } from '../undo.js'
import { stepLabel, useWords } from '../words.js'
import { Answer, type AnswerHandle } from './answer.js'
import { Assignment } from './assignment.js'
import { answerKey } from './keys.js'
import type { QueueFacts } from './queue-facts.js'
import type { Item } from './use-desk.js'
import { WaitingMails } from './waiting.js'

interface ItemSheetProps {
  item: Item
  facts: QueueFacts
  /** Another item is on its way: nothing may be done with this one any more. */
  disabled: boolean
  letters: Readonly<Record<string, string>>
  steps: Ref<StepsHandle>
  answer: Ref<AnswerHandle>
  title: Ref<HTMLHeadingElement>
  onTaken(step: Step, said: string, taken: Taken): Promise<void>
  onChanged(): void | Promise<void>
}

export function ItemSheet({
  item,
  facts,
  disabled,
  letters,
  steps,
  answer,
  title,
  onTaken,
  onChanged,
}: ItemSheetProps) {
  const words = useWords()
  const { config } = useConfig()
  const labelIn = useOptionLabels()
  const { row, sheet, timeline, view } = item
  const { slug, tones } = facts
  const tone = tones[row.status] ?? 'muted'
  const status = labelIn(slug, 'status', row.status)
  return (
    <article className="mokor-sheet" data-mokor-item={`${row.collection}:${row.id}`}>
      <div className="mokor-sheet__head">
        <h2 ref={title} tabIndex={-1}>
          <bdi>{row.title}</bdi>
        </h2>
        <p className="mokor-sheet__who">
          {[row.who, row.place].filter(Boolean).map((text) => (
            <bdi key={text}>{text}</bdi>
          ))}
        </p>
        <p className="mokor-sheet__status">
          <StatusBadge tone={tone}>{status}</StatusBadge>
          {row.since && <When date={row.since} />}
          {row.stands && row.term && <Term date={row.term} />}
        </p>
      </div>
      <div className="mokor-sheet__steps">
        {view.undo && (
          <p className="mokor-sheet__undo">
            <span>
              {words.say('undo-last', { step: stepLabel(words, row.collection, view.undo.step), by: view.undo.by })}
            </span>
            <UndoButton {...view.undo} id={row.id} onUndone={onChanged} slug={slug} />
          </p>
        )}
        <Steps
          collection={row.collection}
          disabled={disabled}
          id={row.id}
          letters={letters}
          onChanged={onChanged}
          onTaken={onTaken}
          ref={steps}
          slug={slug}
          urgent={row.stands === 'fresh' || row.stands === 'begun'}
          view={view}
        />
        {view.assignable && view.writesTo !== undefined && (
          <Answer
            disabled={disabled}
            id={row.id}
            letter={letters[answerKey]}
            onChanged={onChanged}
            ref={answer}
            slug={slug}
            view={view}
          />
        )}
        <WaitingMails disabled={disabled} id={row.id} mails={view.mails ?? []} onChanged={onChanged} slug={slug} />
        {view.assignable && (
          <Assignment disabled={disabled} id={row.id} onChanged={onChanged} slug={slug} view={view} />
        )}
      </div>
      <div className={view.card ? 'mokor-sheet__body mokor-sheet__body--card' : 'mokor-sheet__body'}>
        <div className="mokor-sheet__facts">
          <Hints hints={view.hints} slug={slug} />
          {sheet.contacts.length > 0 && (
            <section aria-label={words.say('desk-contacts')}>
              <h3>{words.say('desk-contacts')}</h3>
              <ul className="mokor-sheet__contacts">
                {sheet.contacts.map((contact) => (
                  <Contact contact={contact} key={`${contact.label}${contact.value}`} />
                ))}
              </ul>
            </section>
          )}
          {sheet.texts.map(({ label, text }) => (
            <section key={label}>
              <h3>{label}</h3>
              <p className="mokor-sheet__text">{text}</p>
            </section>
          ))}
          {sheet.trades.length > 0 && (
            <section>
              <h3>{words.say('desk-trades')}</h3>
              <ul className="mokor-sheet__trades">
                {sheet.trades.map(({ name, own, note }) => (
                  <li key={`${name}${note}`}>
                    <strong>{name}</strong>
                    {own && <span className="mokor-sheet__own">{words.say('desk-own-words')}</span>}
                    {note && <span className="mokor-sheet__muted">{note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {sheet.facts.length > 0 && (
            <section>
              <h3>{words.say('desk-facts')}</h3>
              <dl className="mokor-sheet__list">
                {sheet.facts.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </div>
        {view.card && <PublicCard card={view.card} reach={view.reach} status={row.status} statusWords={status} />}
      </div>
      <Panels
        disabled={disabled}
        id={row.id}
        onChanged={onChanged}
        panels={view.panels ?? []}
        revision={view.revision}
        slug={slug}
      />
      {timeline.length > 0 && <TimelineList entries={timeline} slug={slug} tones={tones} />}
      {facts.page && (
        <p>
          <Link href={documentAddress(config.routes.admin, slug, row.id)}>{words.say('desk-whole')}</Link>
          {' · '}
          <PrintLink collection={row.collection} id={row.id} />
        </p>
      )}
    </article>
  )
}

function Contact({ contact: { label, kind, value, note } }: { contact: DeskContact }) {
  const href = kind === 'phone' ? `tel:${value.replace(/[^\d+]/g, '')}` : `mailto:${value}`
  return (
    <li>
      <span className="mokor-sheet__muted">{label}</span>
      <a href={href}>{value}</a>
      {note && <span className="mokor-sheet__muted">{note}</span>}
    </li>
  )
}
