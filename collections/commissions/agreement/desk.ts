// The agreement at the desk: beside the request, to print or to send on, and the company's notice to copy.
import type { Endpoint, PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { Refusal } from '../../../plugin/collection/errors.js'
import type { DeskPanel } from '../../../plugin/desk/index.js'
import { editorLanguage, localized, pick, pickFor } from '../../../plugin/i18n/localized.js'
import { readAsEditor, rightsOn } from '../../../plugin/lifecycle/document-rights.js'
import { paperResponse } from '../../../plugin/pages/paper.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { executorOf, wholeName } from '../job/people.js'
import { skillNames } from '../skill-names.js'
import type { Commission } from '../types.js'
import { noticeText, owesNotice } from './notice.js'
import { agreementPaper, hasAgreement } from './paper.js'
import { toBeChecked } from './reminders.js'
import { agreementWords, taxSentences } from './words.js'

const none = localized('Per questa richiesta non c’è un accordo.', 'There is no agreement about this request.')
const role = localized('L’accordo lo apre chi segue le richieste.', 'Whoever looks after requests opens the agreement.')

const addressOf = ({ payload }: PayloadRequest, id: Commission['id']): string => {
  const { basePath, apiRoute } = mokor(payload).options
  return `${basePath}${apiRoute}/${slugOf(payload, 'commissions')}/${id}/mokor/agreement`
}

export const agreementPanel: DeskPanel<Commission> = {
  name: 'agreement',
  feature: 'offers',
  roles: editors,
  async read({ req, doc }) {
    const executor = hasAgreement(doc) ? await executorOf(req, doc) : null
    if (!executor) return null
    const lang = editorLanguage(req)
    const text = pick(lang, agreementWords)
    const address = addressOf(req, doc.id)
    return {
      title: text.section,
      notes: [`${wholeName(executor)}, ${pick(lang, taxSentences[doc.agreement?.taxMode ?? 'talk'])}.`],
      links: [
        { label: text.open, href: `${address}?lang=${lang}` },
        { label: text.openPdf, href: `${address}.pdf?lang=${lang}` },
      ],
      ...(owesNotice(doc) && {
        texts: [
          {
            label: `${text.notice}. ${pick(lang, toBeChecked)}`,
            text: noticeText(doc, wholeName(executor), await skillNames(req, doc, lang), lang),
            copy: true,
          },
        ],
      }),
    }
  },
  acts: {},
}

async function show(req: PayloadRequest): Promise<Response> {
  const doc = await readAsEditor<Commission>(req, 'commissions', String(req.routeParams?.id))
  if (!(await rightsOn(req, 'commissions', doc))(editors)) throw new Refusal(pickFor(req, role), 403)
  const { options } = mokor(req.payload)
  const answer = await paperResponse(req, options, addressOf(req, doc.id), (lang) =>
    agreementPaper(req, doc, 'desk', lang),
  )
  if (!answer) throw new Refusal(pickFor(req, none), 404)
  return answer
}

/** `GET /:id/mokor/agreement` → a page to print · `GET /:id/mokor/agreement.pdf` → the same as a file; `?lang=` for either */
export const agreementEndpoints: Omit<Endpoint, 'root'>[] = ['/:id/mokor/agreement', '/:id/mokor/agreement.pdf'].map(
  (path) => ({ path, method: 'get', handler: show }),
)
