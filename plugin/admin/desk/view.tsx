// The desk's page in the admin: sends strangers away by itself, reads as the user, and arrives with queue and first item whole.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { type DeskItem, type DeskQueue, deskItem, deskPage, deskQuestion, queuesOf } from '../../desk/index.js'
import { mokor, slugOf } from '../../runtime.js'
import { adminAddress } from '../address.js'
import type { PanelView } from '../api.js'
import type { StatusColors } from '../status.js'
import { Desk } from './desk.js'
import { deskPath } from './nav.js'
import { deskPreferences } from './preferences.js'
import type { QueueFacts } from './queue-facts.js'
import type { FirstLook } from './use-desk.js'

type Asked = Record<string, string | string[] | undefined>

export async function DeskView({ initPageResult, params, searchParams = {} }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  const { admin } = payload.config.routes
  const { login, unauthorized } = payload.config.admin.routes
  if (!user)
    redirect(`${adminAddress(admin, login as '/login')}?redirect=${encodeURIComponent(adminAddress(admin, deskPath))}`)
  if (!permissions.canAccessAdmin) redirect(adminAddress(admin, unauthorized as '/unauthorized'))
  const queues = await queuesOf(req)
  if (queues.length === 0) redirect(adminAddress(admin, '/'))
  const [first, { letters }] = await Promise.all([firstLook(req, queues, searchParams), deskPreferences(req)])
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      // Payload's own page passes a copy too: what it gives cannot be written to.
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <Desk
        first={first}
        letters={letters}
        queues={queues.map((queue) => factsOf(req, queue))}
        slugs={mokor(payload).options.slugs}
      />
    </DefaultTemplate>
  )
}

const factsOf = ({ payload }: PayloadRequest, { collection, actions, statusColors }: DeskQueue): QueueFacts => ({
  collection,
  slug: slugOf(payload, collection),
  page: payload.collections[slugOf(payload, collection)]?.config.admin.hidden !== true,
  steps: Object.keys(actions),
  tones: statusColors as StatusColors,
})

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** What the address asks for; what it has wrong is as if it asked nothing. */
async function firstLook(req: PayloadRequest, queues: readonly DeskQueue[], asked: Asked): Promise<FirstLook> {
  const page = await deskPage(req, queues, questionIn(req, queues, asked))
  const [key, id] = one(asked.item)?.split(':') ?? [page.rows[0]?.collection, page.rows[0]?.id]
  const queue = queues.find(({ collection }) => collection === key)
  if (!queue || !id) return { page, item: null }
  return { page, item: (await deskItem(req, queue, id).catch(() => null)) as DeskItem<PanelView> | null }
}

function questionIn(req: PayloadRequest, queues: readonly DeskQueue[], { view, queue }: Asked) {
  try {
    const [name, only] = [one(view), one(queue)]
    return deskQuestion(req, queues, { ...(name && { view: name }), ...(only && { queue: only }) })
  } catch {
    return deskQuestion(req, queues, {})
  }
}
