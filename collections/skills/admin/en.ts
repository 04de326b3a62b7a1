// English texts of the admin about skills.
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  'mail-skill-words': 'Names of skills to refresh (no mail)',
  'mail-skill-files': 'Profiles and requests to update (no mail)',
}
