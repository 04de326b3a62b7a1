// The page of own words in the admin: sends strangers away by itself, reads as the user, and arrives whole.
import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { slugOf } from '../../runtime.js'
import { adminAddress } from '../address.js'
import type { OwnWordsPage } from './dto.js'
import { OwnWords } from './own-words.js'
import { ownWordsPath } from './path.js'

export async function OwnWordsView({ initPageResult, params, searchParams = {} }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  const { admin } = payload.config.routes
  const { login, unauthorized } = payload.config.admin.routes
  if (!user)
    redirect(
      `${adminAddress(admin, login as '/login')}?redirect=${encodeURIComponent(adminAddress(admin, ownWordsPath))}`,
    )
  if (!permissions.canAccessAdmin) redirect(adminAddress(admin, unauthorized as '/unauthorized'))
  const page = await pageOf(req)
  if (!page) redirect(adminAddress(admin, '/'))
  const { merge } = searchParams
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
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <OwnWords first={page} merge={typeof merge === 'string' ? merge : null} slug={slugOf(payload, 'skills')} />
    </DefaultTemplate>
  )
}

/** What the endpoint answers; null for whom it is not. */
async function pageOf(req: PayloadRequest): Promise<OwnWordsPage | null> {
  const endpoints = req.payload.collections[slugOf(req.payload, 'skills')]?.config.endpoints || []
  const endpoint = endpoints.find(({ method, path }) => method === 'get' && path === '/mokor/own-words')
  const answer = endpoint && (await Promise.resolve(endpoint.handler(req)).catch(() => null))
  return answer?.ok ? ((await answer.json()) as OwnWordsPage) : null
}
