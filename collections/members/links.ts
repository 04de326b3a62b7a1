// The mail links of members, by purpose.
import type { LinkDefinition } from '../../plugin/definitions/link.js'
import { confirmJoin } from './joining/links.js'
import { confirmMessage } from './relay/links.js'
import { selfService } from './self-service.js'

export const links: Record<string, LinkDefinition> = {
  'confirm-join': confirmJoin,
  'confirm-message': confirmMessage,
  'member-status': selfService,
}
