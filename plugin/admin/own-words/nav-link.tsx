// Own words in the menu, for whoever may change trades.
import type { PayloadRequest, ServerProps } from 'payload'
import { slugOf } from '../../runtime.js'
import { MenuLink } from '../desk/link.js'
import { ownWordsPath } from './path.js'

type Shown = Pick<ServerProps, 'i18n' | 'payload' | 'user'>

export async function OwnWordsNavLink({ i18n, payload, user }: Shown) {
  if (!user) return null
  const { access } = payload.collections[slugOf(payload, 'skills')]?.config ?? {}
  const req = { i18n, payload, user, context: {} } as unknown as PayloadRequest
  return (await access?.update({ req })) ? <MenuLink name="own-words" path={ownWordsPath} /> : null
}
