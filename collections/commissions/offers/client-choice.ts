// On the client's page: who said yes and may be shown, with public facts alone, and the choice where it is theirs.
import { pick } from '../../../plugin/i18n/localized.js'
import { publicName, readMember } from '../../members/index.js'
import { teamFor } from '../../teams/index.js'
import type { PagePart } from '../job/part.js'
import { publicReasons, type ReasonParams, reasonWords } from '../shortlist/reasons.js'
import { chooseOffer } from './agree.js'
import { acceptedFor } from './read.js'

const words = {
  it: {
    heading: 'Chi ha detto sì',
    intro: 'Scegli con calma: i recapiti ve li diamo appena scegli.',
    network: 'La rete sceglie fra loro e ti scrive.',
    choose: (name: string) => `Scelgo ${name}`,
    team: (n: number) => `Risponde per una squadra di ${n} persone: tutte hanno detto di sì.`,
    agreed: 'Fatto: vi abbiamo scritto a tutti e due, con i recapiti.',
    late: 'Nel frattempo qualcosa è cambiato: guarda chi c’è adesso.',
  },
  en: {
    heading: 'Who said yes',
    intro: 'Take your time: you both get each other’s contacts as soon as you choose.',
    network: 'The network chooses among them and writes to you.',
    choose: (name: string) => `I choose ${name}`,
    team: (n: number) => `Answers for a team of ${n} people, all of whom have said yes.`,
    agreed: 'Done: we have written to both of you, with the contacts.',
    late: 'Something has changed meanwhile: look who is there now.',
  },
}

export const clientChoice: PagePart = {
  async sections({ req, lang }, commission) {
    if (commission.status !== 'offered') return []
    const text = pick(lang, words)
    const items = []
    for (const { id, member: of, team: ofTeam, reasons } of await acceptedFor(req, commission.id)) {
      const member = of ? await readMember(req, of) : null
      // Whoever shows themselves to the network alone is named to nobody before there is an agreement.
      if (member?.status !== 'active' || member.reach !== 'public') continue
      const team = ofTeam ? await teamFor(req, ofTeam, lang) : null
      const name = publicName(member)
      const known = (reasons ?? []).map(({ code, params }) => ({ code, params: (params ?? {}) as ReasonParams }))
      items.push({
        title: name,
        lines: [
          ...(team ? [text.team(team.people.length)] : []),
          member.headline,
          ...publicReasons(known).map(({ code, params }) => reasonWords(code, params, lang)),
        ],
        ...(commission.choice === 'client' && {
          buttons: [{ name: 'choose', of: String(id), label: text.choose(name) }],
        }),
      })
    }
    if (items.length === 0) return []
    const intro = commission.choice === 'client' ? text.intro : text.network
    return [{ heading: text.heading, paragraphs: [intro], items }]
  },
  acts: {
    async choose({ req, lang, form }, commission) {
      const text = pick(lang, words)
      const cause = { by: 'client', at: new Date() }
      const outcome =
        commission.status === 'offered' ? await chooseOffer(req, commission, form.of ?? '', 'client', cause) : 'gone'
      return outcome === 'agreed' ? { notice: text.agreed } : { problem: text.late }
    },
  },
}
