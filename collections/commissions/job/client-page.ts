// What the client's page shows beyond where the request stands, in the order in which it is read.
import type { LinkSection } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { agreementPart } from '../agreement/page-part.js'
import { clientFamily } from '../family/client-family.js'
import { isUnderWay } from '../lifecycle.js'
import { clientChoice } from '../offers/client-choice.js'
import { clientShare } from '../share/ask.js'
import { teamSection } from '../team/page-parts.js'
import { clientHandOver } from './hand-over.js'
import { clientOutcome } from './outcome.js'
import type { PagePart } from './part.js'
import { executorContacts, executorOf } from './people.js'
import { clientPhotos } from './photos.js'
import { answerQuestion, askQuestion, questionSection } from './questions.js'

/** Who does the work, and how to reach them. */
const whoDoesIt: PagePart = {
  async sections({ req, lang }, commission): Promise<LinkSection[]> {
    const executor = isUnderWay(commission) ? await executorOf(req, commission) : null
    if (!executor) return []
    return [
      {
        heading: pick(lang, { it: 'Chi fa il lavoro', en: 'Who does the work' }),
        facts: executorContacts(lang, executor),
      },
      ...(await teamSection(req, commission.team, lang)),
    ]
  },
  acts: {},
}

const questions: PagePart = {
  async sections({ lang }, commission) {
    return questionSection(
      lang,
      commission,
      { as: 'client' },
      Boolean(commission.executor) && commission.status !== 'closed',
    )
  },
  acts: {
    'ask-question': ({ req, lang, form }, commission) =>
      askQuestion(req, commission, { by: 'client', offer: form.of || null, text: form.question ?? '', lang }),
    'answer-question': ({ req, lang, form }, commission) =>
      answerQuestion(req, commission, { as: 'client' }, { id: form.of ?? '', text: form.answer ?? '', lang }),
  },
}

export const clientParts: readonly PagePart[] = [
  clientShare,
  clientChoice,
  clientHandOver,
  clientOutcome,
  whoDoesIt,
  agreementPart,
  clientFamily,
  questions,
  clientPhotos,
]
