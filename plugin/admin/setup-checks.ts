// Checks of the site’s setup for the dashboard; owners see those that only they can resolve.
import type { CollectionSlug, Payload } from 'payload'
import type { Role } from '../access/index.js'
import { wasErasedBack } from '../backup/returned.js'
import { storedButOff, unsaid } from '../collection/start-check.js'
import { isFlooded } from '../limits/ceilings.js'
import { isMailLate, outboxNotices } from '../outbox/index.js'
import { mokor, slugOf } from '../runtime.js'

export type SetupGap =
  | 'adapter'
  | 'features'
  | 'late-mail'
  | 'flood'
  | 'proxies'
  | 'restored'
  | 'public-url'
  | 'privacy'
  | 'rules'
  | 'origins'
  | 'skills'

export async function missingSetup(payload: Payload, roles: readonly Role[]): Promise<SetupGap[]> {
  const { options } = mokor(payload)
  const notices = outboxNotices(payload)
  // Mail that cannot leave concerns everybody at the desk.
  const shared: [SetupGap, boolean][] = [
    ['adapter', notices.noAdapter],
    ['public-url', notices.noPublicUrl],
    ['late-mail', await isMailLate(payload)],
    ['flood', await isFlooded(payload)],
  ]
  const skills = await payload.count({ collection: slugOf(payload, 'skills') as CollectionSlug })
  const owners: [SetupGap, boolean][] = [
    ['restored', await wasErasedBack(payload)],
    ['privacy', options.organisation.privacyUrl === undefined],
    ['rules', options.organisation.rulesUrl === undefined],
    ['origins', options.features.widgets && options.allowedOrigins.length === 0],
    ['skills', skills.totalDocs === 0],
    ['proxies', unsaid(payload).includes('proxies')],
    ['features', (await storedButOff(payload)).length > 0],
  ]
  return [...shared, ...(roles.includes('owner') ? owners : [])].flatMap(([name, lacks]) => (lacks ? [name] : []))
}
