// The mail by which whoever does the work hears that the job is theirs, with the client's contacts.
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { type Localized, localized, pick } from '../../../plugin/i18n/localized.js'
import { plainName } from '../../../plugin/mail/plain-name.js'
import { personOf, readMember } from '../../members/index.js'
import { reminders } from '../agreement/reminders.js'
import { onThePage } from '../agreement/words.js'
import { clientContacts } from '../job/people.js'
import { readCommission } from '../reading.js'
import { phraseFrom } from '../types.js'

export const executorAgreed: MailDefinition = {
  document: 'commissions',
  async render({ req, target, lang, link }) {
    const commission = await readCommission(req, target)
    const running = commission && ['agreed', 'in-progress'].includes(commission.status)
    const member = running && commission.executor ? await readMember(req, commission.executor) : null
    const to = member && personOf(member)
    if (!commission || !to) return null
    const say = (text: Localized): string => pick(lang, text)
    const job = phraseFrom(commission.description)
    const name = plainName(commission.client.name)
    return {
      to: to.to,
      subject: say(
        localized(
          `Il lavoro ${commission.reference} è tuo${name && `: chiama ${name}`}`,
          `Job ${commission.reference} is yours${name && `: call ${name}`}`,
        ),
      ),
      greeting: to.name ? `${say(to.hello)} ${to.name},` : `${say(to.hello)},`,
      paragraphs: [
        say(
          localized(
            `il lavoro «${job}» è tuo. Ecco i recapiti: chiama appena puoi, anche solo per dire quando passi.`,
            `The job “${job}” is yours. Here are the contacts: call as soon as you can, if only to say when you come.`,
          ),
        ),
        say(
          localized(
            'Prezzo e garanzie li decidete fra voi due: scriveteli prima di cominciare. La rete non prende nulla e non giudica.',
            'Price and guarantees are between the two of you: write them down before the work begins. The network takes nothing and does not judge.',
          ),
        ),
        ...(link ? [say(onThePage)] : []),
        ...reminders(commission.agreement?.taxMode ?? 'talk').map(say),
      ],
      facts: clientContacts(lang, commission),
      ...(link && { action: { label: say(localized('Apri la pagina del lavoro', 'Open the job’s page')), url: link } }),
    }
  },
}
