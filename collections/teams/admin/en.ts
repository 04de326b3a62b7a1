// English texts of the admin about teams.
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  'hint-team-name-leak':
    'The name holds something that somebody in the team does not show: until it is taken out, the public page is hidden.',
  'hint-team-role-leak':
    '“{{field}}” holds something that somebody in the team does not show: until it is taken out, the public does not read it.',
  'versions-teams':
    'Restoring a version brings the name back. People, who keeps in touch, status, public page and address stay as they are today.',
}
