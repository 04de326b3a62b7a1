// Where a trade is regulated the client reads which certificate to ask for.
import type { PayloadRequest } from 'payload'
import { skillNameIn } from '../../../plugin/directory/index.js'
import { type Localized, localized } from '../../../plugin/i18n/localized.js'
import { knownSkills } from '../skill-names.js'
import type { Commission } from '../types.js'

export async function regulatedNotes(req: PayloadRequest, commission: Commission): Promise<Localized[]> {
  const known = [...(await knownSkills(req, commission)).values()].filter(({ regulated }) => regulated)
  return known.map((skill) =>
    localized(
      `${skillNameIn(skill, 'it')} è un mestiere regolato: prima di cominciare chiedi di vedere l’abilitazione o il certificato. ${skill.regulatedNote?.it ?? ''}`.trim(),
      `${skillNameIn(skill, 'en')} is a regulated trade: before the work begins ask to see the qualification or certificate. ${skill.regulatedNote?.en ?? ''}`.trim(),
    ),
  )
}
