// The desk in the menu, for whoever has something to do there.
import type { PayloadRequest, ServerProps } from 'payload'
import { queuesOf } from '../../desk/index.js'
import { MenuLink } from './link.js'
import { deskPath } from './nav.js'

type Shown = Pick<ServerProps, 'i18n' | 'payload' | 'user'>

export async function DeskNavLink({ i18n, payload, user }: Shown) {
  if (!user) return null
  const queues = await queuesOf({ i18n, payload, user } as unknown as PayloadRequest)
  return queues.length > 0 ? <MenuLink name="desk" path={deskPath} /> : null
}
