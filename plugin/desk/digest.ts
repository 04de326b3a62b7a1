// The mail of the morning: at eight on desk days everybody with something to do hears how much it is; who has nothing to do, is
// away or has switched it off hears nothing.
import type { PayloadRequest, Where } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { roles } from '../access/index.js'
import type { JobDefinition } from '../definitions/job.js'
import type { MailDefinition } from '../definitions/mail.js'
import { pick } from '../i18n/localized.js'
import { plainName } from '../mail/plain-name.js'
import { enqueue } from '../outbox/index.js'
import { mokor, slugOf } from '../runtime.js'
import { dayInItaly } from '../values/dates.js'
import { databaseId } from '../values/document-id.js'
import { atHourInItaly, isDeskDay } from '../values/working-days.js'
import { asUser, type DeskUser } from './colleagues.js'
import type { DeskPage } from './dto.js'
import { deskPage } from './page.js'
import { queuesOf } from './rights.js'

const hour = 8
const dayMs = 86_400_000

/** Whether somebody is there, and wants to hear. */
const isWanted = ({ mokorAwayUntil, mokorDigest }: DeskUser, now: Date): boolean =>
  mokorDigest !== false && !(mokorAwayUntil && new Date(mokorAwayUntil) > now)

/** What waits for a user; null for who has no queue or nothing in it. */
async function waitingFor(req: PayloadRequest, user: DeskUser): Promise<DeskPage | null> {
  const theirs = await asUser(req, user)
  const queues = await queuesOf(theirs)
  if (queues.length === 0) return null
  const page = await deskPage(theirs, queues, { view: 'todo', only: null, after: {}, limit: 1 })
  return page.counts.todo > 0 ? page : null
}

async function usersOf(req: PayloadRequest, where: Where): Promise<DeskUser[]> {
  const { payload } = req
  const { docs } = await payload.find({
    collection: mokor(payload).options.users,
    where,
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs as unknown as DeskUser[]
}

/** Of a site that rules access itself, anybody might have a queue. */
const perhapsAtDesk = ({ payload }: PayloadRequest): Where =>
  Object.values(mokor(payload).options.access).some((access) => access?.update || access?.read)
    ? {}
    : { mokorRoles: { in: [...roles] } }

/** Looks once a day who has something to do; its round is the day in Italy. */
export const digestJob: JobDefinition = {
  document: 'outbox',
  opens: null,
  next(payload, after) {
    const { deskDays } = mokor(payload).options
    const days = Array.from({ length: 9 }, (_, n) => dayInItaly(new Date(after.getTime() + n * dayMs)))
    const mornings = days.map((day) => ({ round: day, dueAt: atHourInItaly(day, hour) }))
    const next = mornings.find(({ dueAt }) => dueAt > after && isDeskDay(dueAt, deskDays))
    if (!next) throw new Error('payload-plugin-mokor: no desk day within a week')
    return next
  },
  async run(req, day) {
    const now = new Date()
    // A site that slept over it tells nobody about yesterday.
    if (day !== dayInItaly(now)) return
    const { options } = mokor(req.payload)
    for (const user of await usersOf(req, perhapsAtDesk(req))) {
      if (!isWanted(user, now) || !(await waitingFor(req, user))) continue
      await enqueue(req, {
        key: `digest:${user.id}:${day}`,
        template: 'desk-digest',
        target: String(user.id),
        lang: options.languages[0] ?? 'it',
      })
    }
  },
}

/** «3 richieste da seguire», as the dashboard says it; a room without such words is called as its lists are. */
function queueWords(
  { payload }: PayloadRequest,
  { collection, count }: DeskPage['queues'][number],
  lang: string,
): string {
  const translations = payload.config.i18n.translations as Record<string, { mokor?: Record<string, string> }>
  const words = translations[lang]?.mokor?.[`desk-${collection}_${count === 1 ? 'one' : 'other'}`]
  if (words) return `${count} ${words}`
  const labels = payload.collections[slugOf(payload, collection)]?.config.labels
  const label = count === 1 ? labels?.singular : labels?.plural
  const called = typeof label === 'object' ? ((label as Record<string, string>)[lang] ?? collection) : String(label)
  return `${count} ${called.charAt(0).toLowerCase()}${called.slice(1)}`
}

export const digestMail: MailDefinition = {
  document: 'outbox',
  opens: null,
  async render({ req, target, lang }) {
    const { payload } = req
    const { options } = mokor(payload)
    const [user] = await usersOf(req, { id: { equals: databaseId(payload, target) } })
    const page = user && isWanted(user, new Date()) ? await waitingFor(req, user) : null
    const address = typeof user?.email === 'string' ? user.email : ''
    if (!page || address === '') return null
    const { todo, overdue, mine } = page.counts
    const lists = page.queues
      .filter(({ count }) => count > 0)
      .map((queue) => queueWords(req, queue, pick(lang, { it: 'it', en: 'en' })))
    const name = plainName(typeof user?.name === 'string' ? user.name : '')
    const hello = pick(lang, { it: 'Buongiorno', en: 'Good morning' })
    const late = pick(lang, { it: `In ritardo: ${overdue}.`, en: `Overdue: ${overdue}.` })
    const own = pick(lang, { it: `In mano tua: ${mine}.`, en: `In your hands: ${mine}.` })
    return {
      to: { address, name },
      subject: pick(lang, {
        it: `Da fare oggi: ${todo === 1 ? 'una cosa' : `${todo} cose`}`,
        en: `To do today: ${todo === 1 ? 'one thing' : `${todo} things`}`,
      }),
      greeting: name ? `${hello} ${name},` : `${hello},`,
      paragraphs: [
        pick(lang, { it: `ti aspettano: ${lists.join(', ')}.`, en: `Waiting for you: ${lists.join(', ')}.` }),
        ...(overdue > 0 || mine > 0 ? [[...(overdue > 0 ? [late] : []), ...(mine > 0 ? [own] : [])].join(' ')] : []),
      ],
      action: {
        label: pick(lang, { it: 'Apri la scrivania', en: 'Open the desk' }),
        url:
          options.publicUrl +
          formatAdminURL({ adminRoute: payload.config.routes.admin as `/${string}`, path: '/mokor/desk' }),
      },
      footer: [
        pick(lang, {
          it: 'Arriva alle otto dei giorni di redazione, solo se c’è qualcosa da fare. Si spegne dal tuo utente: «La mail delle otto».',
          en: 'It comes at eight on desk days, only when there is something to do. Switch it off in your account: “The mail at eight”.',
        }),
      ],
    }
  },
}
