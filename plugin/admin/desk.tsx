// The desk on the dashboard: what waits for a person, and what the site still lacks. Counts only what the reader may read.
import type { CollectionSlug, Payload, PayloadRequest, ServerProps, TypedUser, Where } from 'payload'
import { rolesOf } from '../access.js'
import type { CollectionKey } from '../options.js'
import { slugOf } from '../runtime.js'
import type { WordKey } from '../translations/index.js'
import { missingSettings } from './missing.js'
import { relativeTime } from './relative.js'
import { awaitingAnswer } from './tones.js'

type DashboardProps = Required<Pick<ServerProps, 'i18n' | 'payload'>> & { user?: TypedUser | null }

interface Pile {
  key: CollectionKey
  where: Where
  /** The filter as the list view writes it in its address. */
  filter: Record<string, string>
  /** A part of the pile that is worse. */
  worse?: { where: Where; words: 'desk-late' | 'desk-mail-late' }
}

const piles = (now: Date): Pile[] => [
  {
    key: 'commissions',
    where: { status: { equals: 'received' } },
    filter: { status: 'received' },
    worse: {
      where: { and: [{ status: { in: [...awaitingAnswer] } }, { answerBy: { less_than: now.toISOString() } }] },
      words: 'desk-late',
    },
  },
  { key: 'members', where: { status: { equals: 'pending' } }, filter: { status: 'pending' } },
  { key: 'donations', where: { status: { equals: 'pledged' } }, filter: { status: 'pledged' } },
  {
    key: 'outbox',
    where: { status: { equals: 'failed' } },
    filter: { status: 'failed' },
    worse: {
      where: {
        and: [
          { status: { in: ['queued', 'leased'] } },
          { dueAt: { less_than: new Date(now.getTime() - 10 * 60_000).toISOString() } },
        ],
      },
      words: 'desk-mail-late',
    },
  },
]

interface Counted extends Pile {
  total: number
  worst: number
  oldest: string | null
}

export async function Desk({ i18n, payload, user = null }: DashboardProps) {
  const req = { payload, user, i18n } as unknown as PayloadRequest
  const roles = rolesOf(req)
  if (roles.length === 0) return null
  const now = new Date()
  const counted = (await Promise.all(piles(now).map((pile) => count(pile, payload, user)))).filter(
    (one) => one !== null,
  )
  const missing = await missingSettings(payload, roles)
  const say = (key: WordKey | `desk-${string}`, values?: Record<string, unknown>): string =>
    (i18n.t as (key: string, values?: Record<string, unknown>) => string)(`mokor:${key}`, values)
  const { admin } = payload.config.routes

  return (
    <section aria-labelledby="mokor-desk-title" className="mokor-desk">
      <h2 id="mokor-desk-title">{say('desk-title')}</h2>
      <ul className="mokor-desk__piles">
        {counted.map((pile) => (
          <li key={pile.key}>
            <a
              className={pile.total > 0 ? 'mokor-desk__pile' : 'mokor-desk__pile mokor-desk__pile--empty'}
              data-mokor-pile={pile.key}
              href={listAddress(admin, slugOf(payload, pile.key), pile.filter)}
            >
              {pile.total > 0 && <span className="mokor-desk__count">{pile.total}</span>}
              <span className="mokor-desk__what">{say(`desk-${pile.key}`, { count: pile.total })}</span>
              {pile.total > 0 && pile.oldest && (
                <span className="mokor-desk__note">
                  {say('desk-oldest', { when: relativeTime(new Date(pile.oldest), now, i18n.language) })}
                </span>
              )}
              {pile.worst > 0 && pile.worse && (
                <span className="mokor-desk__worse">{say(pile.worse.words, { count: pile.worst })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <div className="mokor-desk__missing">
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
}

/** Backticks in the words mark what is to be typed. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))

/** Null for what this user may not read. */
async function count(pile: Pile, payload: Payload, user: TypedUser | null): Promise<Counted | null> {
  const collection = slugOf(payload, pile.key) as CollectionSlug
  const asReader = { collection, user, overrideAccess: false, depth: 0 } as const
  try {
    const { docs, totalDocs } = await payload.find({
      ...asReader,
      where: pile.where,
      sort: 'createdAt',
      limit: 1,
      select: { createdAt: true },
    })
    const worst = pile.worse ? (await payload.count({ ...asReader, where: pile.worse.where })).totalDocs : 0
    const [oldest] = docs as { createdAt?: string }[]
    return { ...pile, total: totalDocs, worst, oldest: oldest?.createdAt ?? null }
  } catch {
    return null
  }
}

function listAddress(admin: string, slug: string, filter: Record<string, string>): string {
  const query = Object.entries(filter).map(
    ([field, value], index) => `where[or][0][and][${index}][${field}][equals]=${encodeURIComponent(value)}`,
  )
  return `${admin}/collections/${slug}?${query.join('&')}`
}
