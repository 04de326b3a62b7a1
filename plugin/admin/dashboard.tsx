// The work queue on Payload’s dashboard, and what the site’s setup lacks; only what the reader may read is counted.
import type { CollectionSlug, PayloadRequest, ServerProps, TypedUser } from 'payload'
import { rolesOf } from '../access/index.js'
import { rightOfSteps } from '../desk/index.js'
import { languageTag } from '../i18n/localized.js'
import { mokor, slugOf } from '../runtime.js'
import type { WordKey } from '../translations/index.js'
import { relativeTime } from './relative.js'
import { missingSetup } from './setup-checks.js'
import { type Filter, listAddress, oldestFirst, type Queue, queues, whereOf } from './work-queue.js'

type DashboardProps = Required<Pick<ServerProps, 'i18n' | 'payload'>> & { user?: TypedUser | null }

interface Counted extends Queue {
  total: number
  worst: number
  oldest: string | null
}

export async function Desk({ i18n, payload, user = null }: DashboardProps) {
  const now = new Date()
  const { features } = mokor(payload).options
  const wanted = queues(now).filter(({ feature }) => feature === undefined || features[feature])
  const req = { payload, user, i18n } as unknown as PayloadRequest
  const counted = (await Promise.all(wanted.map((pile) => count(pile, req)))).filter((one) => one !== null)
  if (counted.length === 0) return null
  const missing = await missingSetup(payload, rolesOf(req))
  const say = (key: WordKey | `desk-${string}`, values?: Record<string, unknown>): string =>
    (i18n.t as (key: string, values?: Record<string, unknown>) => string)(`mokor:${key}`, values)
  const listOf = ({ key }: Queue, sought: Filter): string =>
    listAddress(payload.config.routes.admin, slugOf(payload, key), sought)

  return (
    <section aria-labelledby="mokor-today-title" className="mokor-today">
      <h2 id="mokor-today-title">{say('desk-title')}</h2>
      <ul className="mokor-today__piles">
        {counted.map((pile) => (
          <li
            className={pile.total + pile.worst > 0 ? 'mokor-today__pile' : 'mokor-today__pile mokor-today__pile--empty'}
            key={pile.key}
          >
            <a data-mokor-pile={pile.key} href={listOf(pile, pile.filter)}>
              {pile.total > 0 && <span className="mokor-today__count">{pile.total}</span>}
              <span className="mokor-today__what">{say(`desk-${pile.key}`, { count: pile.total })}</span>
              {pile.total > 0 && pile.oldest && (
                <span className="mokor-today__note">
                  {say('desk-oldest', {
                    count: pile.total,
                    when: relativeTime(new Date(pile.oldest), now, languageTag(i18n.language)),
                  })}
                </span>
              )}
            </a>
            {pile.worst > 0 && pile.overdue && (
              <a className="mokor-today__worse" data-mokor-late={pile.key} href={listOf(pile, pile.overdue.filter)}>
                {say(pile.overdue.words, { count: pile.worst })}
              </a>
            )}
          </li>
        ))}
      </ul>
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
}

/** Backticks in the words mark what is to be typed. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))

/** Null for what this user may not read, and for what they can do nothing about. */
async function count(pile: Queue, req: PayloadRequest): Promise<Counted | null> {
  const { payload, user } = req
  const collection = slugOf(payload, pile.key) as CollectionSlug
  const { access } = payload.collections[collection]?.config ?? {}
  if (!(await access?.[rightOfSteps(pile.key, mokor(payload).options)]({ req }))) return null
  const asReader = { collection, user, overrideAccess: false, depth: 0 } as const
  try {
    const { docs, totalDocs } = await payload.find({
      ...asReader,
      where: whereOf(pile.filter),
      sort: oldestFirst,
      limit: 1,
      select: { createdAt: true },
    })
    const worst = pile.overdue
      ? (await payload.count({ ...asReader, where: whereOf(pile.overdue.filter) })).totalDocs
      : 0
    const [oldest] = docs as { createdAt?: string }[]
    return { ...pile, total: totalDocs, worst, oldest: oldest?.createdAt ?? null }
  } catch (error) {
    // By its status: Next may load Payload twice, and the other copy has a class of its own.
    if ((error as { status?: unknown }).status === 403) return null
    throw error
  }
}
