// Payload’s dashboard begins with one number for its reader: what waits for them at the desk; then what happened while they were
// away, each queue, and what the site’s setup lacks. Only what the reader may read is counted.
import type { PayloadRequest, ServerProps, TypedUser } from 'payload'
import { rolesOf } from '../access/index.js'
import { choiceLabel } from '../collection/field-labels.js'
import { type DeskPage, deskPage, newsSince, queuesOf } from '../desk/index.js'
import { languageTag } from '../i18n/localized.js'
import { slugOf } from '../runtime.js'
import type { WordKey } from '../translations/index.js'
import { hourInItaly } from '../values/dates.js'
import { adminAddress } from './address.js'
import { deskPath, deskSearch } from './desk/nav.js'
import { ownWordsPath } from './own-words/path.js'
import { dayInWords, daysPassed, relativeTime } from './relative.js'
import { missingSetup } from './setup-checks.js'
import { lastVisit } from './visits.js'

type DashboardProps = Required<Pick<ServerProps, 'i18n' | 'payload'>> & { user?: TypedUser | null }

/** From this hour on it is this evening. */
const evening = 17

export async function Dashboard({ i18n, payload, user = null }: DashboardProps) {
  const now = new Date()
  const req = { payload, user, i18n, context: {} } as unknown as PayloadRequest
  const queues = await queuesOf(req)
  if (queues.length === 0) return null
  const lang = languageTag(i18n.language)
  const since = await lastVisit(req, now)
  const [page, ownWords, news, missing] = await Promise.all([
    deskPage(req, queues, { view: 'todo', only: null, after: {}, limit: 1 }),
    ownWordsOf(req),
    since === null ? [] : newsSince(req, queues, since),
    missingSetup(payload, rolesOf(req)),
  ])
  const say = (
    key: WordKey | `desk-${string}` | `own-${string}` | `today-${string}`,
    values?: Record<string, unknown>,
  ): string => (i18n.t as (key: string, values?: Record<string, unknown>) => string)(`mokor:${key}`, values)
  const deskAt = (at: Parameters<typeof deskSearch>[0]): string =>
    adminAddress(payload.config.routes.admin, `${deskPath}${deskSearch(at)}`, true)
  const labelsOf = (collection: string): string => {
    const { plural } = payload.collections[slugOf(payload, collection as never)]?.config.labels ?? {}
    return typeof plural === 'object' ? ((plural as Record<string, string>)[i18n.language] ?? '') : String(plural)
  }

  return (
    <section aria-labelledby="mokor-today-title" className="mokor-today">
      <h2 id="mokor-today-title">
        <a data-mokor-todo={page.counts.todo} href={deskAt({})}>
          {headline(page)}
        </a>
      </h2>
      {since !== null && news.length > 0 && (
        <p className="mokor-today__news">
          {say('today-since', { when: relativeTime(new Date(since), now, lang) })}{' '}
          {news
            .map(({ collection, status, count }) => {
              const words = choiceLabel(req, collection, 'status', status).toLowerCase()
              return `${labelsOf(collection)}: ${count} ${words}`
            })
            .join(' · ')}
        </p>
      )}
      <ul className="mokor-today__piles">
        {page.queues.map(({ collection, count, overdue }) => (
          <li
            className={count + overdue > 0 ? 'mokor-today__pile' : 'mokor-today__pile mokor-today__pile--empty'}
            key={collection}
          >
            <a data-mokor-pile={collection} href={deskAt({ queue: collection })}>
              {count > 0 && <span className="mokor-today__count">{count}</span>}
              <span className="mokor-today__what">{pileName(collection, count)}</span>
            </a>
            {overdue > 0 && (
              <a
                className="mokor-today__worse"
                data-mokor-late={collection}
                href={deskAt({ queue: collection, view: 'overdue' })}
              >
                {say('today-late', { count: overdue })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {ownWords > 0 && (
        <p className="mokor-today__note">
          <a data-mokor-own-words={ownWords} href={adminAddress(payload.config.routes.admin, ownWordsPath, true)}>
            {say('own-today', { count: ownWords })}
          </a>
        </p>
      )}
      {missing.length > 0 && (
        <div className="mokor-today__missing">
          <h3>{say('desk-settings')}</h3>
          <ul>
            {missing.map((setting) => (
              <li key={setting}>
                {say(`setting-${setting}`)} <span>{withCode(say(`setting-${setting}-how`))}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )

  function headline({ counts, rows, nextTerm }: DeskPage): string {
    const [first] = rows
    if (!first) {
      const next = nextTerm && say('desk-next-term', { day: dayInWords(new Date(nextTerm), now, lang) })
      return [say('desk-empty'), next].filter(Boolean).join(' ')
    }
    const days = first.since ? daysPassed(new Date(first.since), now) : 0
    const number = say(hourInItaly(now) >= evening ? 'today-evening' : 'today-count', { count: counts.todo })
    return `${number} ${say(days > 0 ? 'today-first' : 'today-first-new', { count: counts.todo, days: inDays(days) })}`
  }

  function inDays(days: number): string {
    return new Intl.NumberFormat(lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)
  }

  /** A room that has no words for its queue is called by its documents. */
  function pileName(collection: string, count: number): string {
    const words = say(`desk-${collection}`, { count })
    return words.endsWith(`desk-${collection}`) ? labelsOf(collection) : words
  }
}

/** How many own words wait for whoever may change trades. */
async function ownWordsOf(req: PayloadRequest): Promise<number> {
  const skills = req.payload.collections[slugOf(req.payload, 'skills')]?.config
  const count = skills?.custom?.mokorOwnWords as ((req: PayloadRequest) => Promise<number>) | undefined
  return count && (await skills?.access.update({ req })) ? count(req) : 0
}

/** Backticks in the words mark what is to be typed. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))
