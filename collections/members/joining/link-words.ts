// What the page says on which a person confirms that they join, or somebody who helps them does.
import type { LinkView } from '../../../plugin/definitions/link.js'
import { type Localized, pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays } from '../../../plugin/lifecycle/expiry.js'
import { linkView as show } from '../link-view.js'
import { calledName, isHelped } from '../mails/recipient.js'
import type { Member } from '../member.js'
import { publicName } from '../publishing/public-profile.js'

export function ask(lang: string, network: string, member: Member): LinkView {
  const view = isHelped(member) ? askHelper(lang, network, calledName(member)) : askPerson(lang, network)
  const label = pick(lang, isHelped(member) ? labels.helped : labels.own)
  const anybody = member.reach === 'public'
  return {
    ...view,
    facts: [
      { label: label.name, value: publicName(member) },
      { label: label.does, value: member.headline },
      {
        label: label.reach,
        value: anybody
          ? pick(lang, { it: 'Anche i clienti', en: 'Clients too' })
          : pick(lang, { it: 'Solo la rete', en: 'The network only' }),
      },
    ],
  }
}

const labels = {
  own: {
    it: { name: 'Nome pubblico', does: 'Cosa sai fare', reach: 'Chi può contattarti' },
    en: { name: 'Public name', does: 'What you do', reach: 'Who may contact you' },
  },
  helped: {
    it: { name: 'Nome pubblico', does: 'Cosa sa fare', reach: 'Chi può mettersi in contatto' },
    en: { name: 'Public name', does: 'What they do', reach: 'Who may get in touch' },
  },
}

const notYou: Localized = {
  it: 'Se non hai compilato tu il modulo, chiudi questa pagina: senza conferma l’adesione scade, e un mese dopo i dati si cancellano da soli.',
  en: 'If you did not fill the form in, close this page: without your confirmation the request to join expires, and a month later the data are deleted.',
}

const askPerson = (lang: string, name: string): LinkView =>
  show(
    lang,
    { it: `Confermi la tua adesione a ${name}?`, en: `Do you confirm that you join ${name}?` },
    [
      {
        it: 'Dopo la conferma la redazione legge la scheda e ti scrive. Finché non la approva, nessuno la vede.',
        en: 'After that an editor reads your profile and writes to you. Until it is approved nobody sees it.',
      },
      notYou,
    ],
    { it: 'Confermo la mia adesione', en: 'I confirm that I join' },
  )

/** The title keeps the name to itself: it stays on the page of a link past its term, where the facts do not. */
const askHelper = (lang: string, name: string, who: Localized): LinkView =>
  show(
    lang,
    { it: `Confermi questa adesione a ${name}?`, en: `Do you confirm this request to join ${name}?` },
    [
      {
        it: 'È per un’altra persona, che è d’accordo e lo sa. Dopo la conferma la redazione legge la scheda e scrive a te. Finché non la approva, nessuno la vede.',
        en: 'It is for somebody else, who agrees and knows. After that an editor reads the profile and writes to you. Until it is approved nobody sees it.',
      },
      notYou,
    ],
    { it: `Confermo l’adesione di ${who.it}`, en: `I confirm that ${who.en} joins` },
  )

export const received = (lang: string, member: Member): LinkView =>
  show(lang, { it: 'Adesione ricevuta', en: 'We have received it' }, [
    isHelped(member)
      ? {
          it: 'Grazie. Ora la redazione legge la scheda: scriviamo a te appena è attiva, o se manca qualcosa.',
          en: 'Thank you. An editor now reads the profile: we write to you as soon as it is active, or if something is missing.',
        }
      : {
          it: 'Grazie. Ora la redazione legge la tua scheda: ti scriviamo appena è attiva, o se manca qualcosa.',
          en: 'Thank you. An editor now reads your profile: we write as soon as it is active, or if something is missing.',
        },
  ])

export const expired = (lang: string): LinkView =>
  show(lang, { it: 'Questa adesione è scaduta', en: 'This request to join has expired' }, [
    {
      it: `Andava confermata entro ${confirmationDays} giorni. Puoi chiedere una mail nuova: quello che hai scritto c’è ancora.`,
      en: `It had to be confirmed within ${confirmationDays} days. You can ask for a new mail: what you wrote is still there.`,
    },
  ])

export const already = (lang: string): LinkView =>
  show(lang, { it: 'Hai già una scheda', en: 'You already have a profile' }, [
    {
      it: 'Con questo indirizzo c’è già una scheda nella rete. Per cambiarla, rispondi a una nostra mail.',
      en: 'This address already has a profile in the network. To change it, answer one of our mails.',
    },
  ])
