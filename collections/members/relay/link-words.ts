// What the page says on which a sender confirms their message.
import type { LinkView } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { isolated } from '../../../plugin/values/isolate.js'
import { linkView as show } from '../link-view.js'
import type { Message } from './collection.js'

export const gone = (lang: string, back: Pick<LinkView, 'link'> = {}): LinkView => ({
  ...show(lang, { it: 'Questo messaggio non c’è più', en: 'This message is no longer here' }, [
    {
      it: `Andava confermato entro ${confirmationDays} giorni, oppure la persona non si può più contattare. Si può scrivere di nuovo dalla sua scheda, se c’è ancora.`,
      en: `It had to be confirmed within ${confirmationDays} days, or the person can no longer be contacted. You can write again from their profile, if it is still there.`,
    },
  ]),
  ...back,
})

export const arrived = (lang: string, byDesk: boolean, back: Pick<LinkView, 'link'>): LinkView => ({
  ...(byDesk
    ? show(lang, { it: 'Il messaggio è arrivato alla redazione', en: 'The desk has the message' }, [
        {
          it: 'La redazione lo riferisce di persona: la risposta può richiedere qualche giorno in più.',
          en: 'They pass it on in person: the answer may take a few days more.',
        },
      ])
    : show(lang, { it: 'Il messaggio è stato consegnato', en: 'The message has been delivered' }, [
        {
          it: 'La risposta arriva direttamente all’indirizzo di chi ha scritto. La rete non ne tiene copia.',
          en: 'The answer comes straight to the sender’s address. The network keeps no copy.',
        },
      ])),
  ...back,
})

export const onItsWay = (lang: string, name: string, byDesk: boolean): LinkView =>
  show(lang, { it: 'Il messaggio è in viaggio', en: 'The message is on its way' }, [
    byDesk
      ? {
          it: `Grazie. Lo riceve la redazione, che lo riferisce di persona a ${name}: la risposta può richiedere qualche giorno in più. Una mail dirà quando è arrivato.`,
          en: `Thank you. The desk receives it and passes it on to ${name} in person: the answer may take a few days more. A mail will say when it has arrived.`,
        }
      : {
          it: `Grazie. Tra poco ${name} lo legge; una mail dirà quando è arrivato. La risposta arriva direttamente a questo indirizzo.`,
          en: `Thank you. ${name} will read it soon; a mail will say when it has arrived. The answer comes straight to your address.`,
        },
  ])

export function ask(lang: string, message: Message, name: string, byDesk: boolean): LinkView {
  return {
    ...show(
      lang,
      { it: `Mandiamo questo messaggio a ${name}?`, en: `Shall we send this message to ${name}?` },
      [
        byDesk
          ? {
              it: `Lo riceve la redazione, che lo riferisce di persona a ${name} con nome e indirizzo di chi scrive, per la risposta.`,
              en: `The desk receives it and passes it on to ${name} in person, with the sender’s name and address for the answer.`,
            }
          : {
              it: `${name} leggerà il messaggio con nome e indirizzo di chi scrive, per poter rispondere. La rete lo cancella appena è consegnato.`,
              en: `${name} will read the message with the sender’s name and address, to be able to answer. The network erases it as soon as it is delivered.`,
            },
      ],
      { it: 'Conferma e manda', en: 'Confirm and send' },
    ),
    facts: [
      {
        label: pick(lang, { it: 'Chi scrive', en: 'Sender' }),
        value: [message.name && isolated(message.name), message.email].filter(Boolean).join(' · '),
      },
      { label: pick(lang, { it: 'Messaggio', en: 'Message' }), value: message.text ?? '' },
    ],
  }
}
