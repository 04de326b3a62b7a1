// Invents the demo's members: deterministic, weighted by population and trade, none of them real.
import { base, Faker, it } from '@faker-js/faker'
import { type MemberKind, type MemberStatus, needsExperience } from '../../../collections/members/member.js'
import { privateValuesIn } from '../../../collections/members/publishing/private-text.js'
import { catalogue } from '../../../collections/skills/catalogue.js'
import { municipalities } from '../../../plugin/geo/index.js'
import { beginnings, closings, englishVoices, type Voice, voices } from './voices.js'

export interface DemoSkill {
  /** Slug of a trade, or null when `own` words stand. */
  slug: string | null
  own: string | null
  origin: 'practised' | 'aptitude' | 'passion'
  years: number | null
  note: string | null
  qualified: 'yes' | 'no' | 'unknown' | null
}

export interface DemoMember {
  /** Only where a page somewhere names this person. */
  slug?: string
  status: MemberStatus
  reach: 'network' | 'public'
  kind: MemberKind
  firstName: string
  lastName: string
  companyName: string | null
  displayAs: 'full' | 'initial' | 'company'
  headline: string
  experience: string | null
  lang: 'it' | 'en'
  skills: DemoSkill[]
  municipality: string
  modes: ('onsite' | 'remote')[]
  radiusKm: 0 | 10 | 25 | 50 | 100 | null
  availability: { state: 'now' | 'from' | 'sometimes' | 'not-now'; from: string | null }
  languages: string[]
  links: { label: string; url: string }[]
  email: string | null
  phone: string | null
  phonePublic: boolean
  helper: { name: string; email: string; consent: boolean } | null
  channel: 'web' | 'phone' | 'paper' | 'desk'
  notes: string | null
  joinedAt: Date
}

const day = 86_400_000

/** Trades done at a desk: these people also work from afar. */
const remoteSectors = new Set(['digital', 'media', 'office', 'teaching'])
const sectorOf = new Map<string, string>(catalogue.map((trade) => [trade.slug, trade.sector]))
const nameOf = new Map(catalogue.map((trade) => [trade.slug, trade.names.it]))
const regulated = new Set(catalogue.filter((trade) => trade.regulated).map((trade) => trade.slug))

const kinds: { weight: number; value: MemberKind }[] = [
  { weight: 36, value: 'professional' },
  { weight: 11, value: 'company' },
  { weight: 16, value: 'enthusiast' },
  { weight: 15, value: 'occasional' },
  { weight: 10, value: 'unemployed' },
  { weight: 4, value: 'never-employed' },
  { weight: 8, value: 'underemployed' },
]

/** Why the desk has some files that are not active. The rest of them are. */
const otherStatuses: { count: number; status: MemberStatus }[] = [
  { count: 20, status: 'paused' },
  { count: 8, status: 'unconfirmed' },
  { count: 6, status: 'refused' },
  { count: 4, status: 'suspended' },
]

/**
 * @param count how many members with a settled file; those that wait for approval come from `applicants`
 * @param now dates are counted from here; all else depends on the seed alone
 */
export function members(count: number, now: Date, seed = 20_261_123): DemoMember[] {
  const inventor = new Inventor(seed, now)
  const settled = Array.from({ length: count }, () => inventor.member())
  let at = Math.floor(count / 3)
  for (const { count: several, status } of otherStatuses)
    for (let n = 0; n < several && at < count; n++, at += 7) (settled[at] as DemoMember).status = status
  return settled
}

/** The one person of whom the partner blog writes. */
export const featured = (now: Date): DemoMember => ({
  slug: 'teresa-m-7k3f',
  status: 'active',
  reach: 'public',
  kind: 'professional',
  firstName: 'Teresa',
  lastName: 'Mologni',
  companyName: null,
  displayAs: 'initial',
  headline: 'Riparo biciclette e monto ruote, nel sottoscala',
  experience:
    'Da cinque anni il martedì sera insegno a riparare biciclette in un’officina popolare. Gli altri giorni lavoro in casa: freni, cambi, ruote raggiate a mano, bici elettriche semplici. Non faccio: forcelle ammortizzate, carbonio, centraline. Se una bici è alla fine lo dico, e recupero i pezzi buoni.',
  lang: 'it',
  skills: [
    {
      slug: 'ciclofficina',
      own: null,
      origin: 'practised',
      years: 5,
      note: 'Ruote montate raggio per raggio',
      qualified: null,
    },
    {
      slug: 'saldatore',
      own: null,
      origin: 'aptitude',
      years: null,
      note: 'Telai in acciaio, piccole crepe',
      qualified: null,
    },
    {
      slug: 'formatore',
      own: null,
      origin: 'passion',
      years: 5,
      note: 'Corsi serali per principianti',
      qualified: null,
    },
  ],
  municipality: '016024',
  modes: ['onsite'],
  radiusKm: 10,
  availability: { state: 'now', from: null },
  languages: ['it', 'es'],
  links: [],
  email: 'teresa.mologni@posta.example',
  phone: null,
  phonePublic: false,
  helper: null,
  channel: 'web',
  notes: null,
  joinedAt: new Date(now.getTime() - 400 * day),
})

/** Twelve who wait for an editor; some with what an editor should notice. */
export function applicants(among: DemoMember[], now: Date, seed = 7): DemoMember[] {
  const inventor = new Inventor(seed, now)
  const known = among.find((member) => member.status === 'active' && member.phone && member.kind === 'professional')
  const neighbour = among.find((member) => member.status === 'active' && member.displayAs === 'full')
  const changes: ((member: DemoMember) => Partial<DemoMember>)[] = [
    () => ({}),
    (member) => ({
      phone: '+39 300 555 0142',
      experience: `${member.experience ?? 'Piccole riparazioni da anni.'} Chiamatemi al 347 000 0142, anche la sera.`,
    }),
    (member) => ({
      experience: `${member.experience ?? ''} Laboratorio in via Garibaldi 12, suonare due volte.`.trim(),
    }),
    () => ({ headline: 'Dolci per feste, scrivetemi a dolci.di.casa@posta.example' }),
    () => ({
      kind: 'occasional',
      headline: 'Prese, lampadari e piccoli guasti elettrici',
      experience:
        'Per anni ho seguito gli impianti della ditta di famiglia. Non ho l’abilitazione, faccio lavori piccoli.',
      skills: [{ slug: 'elettricista', own: null, origin: 'practised', years: 9, note: null, qualified: 'no' }],
    }),
    () => ({
      kind: 'professional',
      headline: 'Assistenza qualificata a domicilio',
      skills: [{ slug: 'oss', own: null, origin: 'practised', years: 6, note: null, qualified: 'yes' }],
    }),
    () => ({ phone: known?.phone ?? null }),
    () => ({
      firstName: neighbour?.firstName ?? 'Ada',
      lastName: neighbour?.lastName ?? 'Prova',
      municipality: neighbour?.municipality ?? '015146',
    }),
    () => ({
      kind: 'unemployed',
      email: null,
      phone: '+39 300 555 0188',
      helper: { name: 'Sportello Lavoro', email: 'sportello@aiuto.example', consent: true },
      channel: 'desk',
    }),
    () => ({
      channel: 'paper',
      email: null,
      phone: '+39 300 555 0161',
      notes: 'Modulo di carta, consegnato alla festa del quartiere.',
    }),
    () => ({
      skills: [
        { slug: null, own: 'Riparazione fisarmoniche', origin: 'passion', years: 12, note: null, qualified: null },
        { slug: null, own: 'Mantici in cartone e pelle', origin: 'aptitude', years: null, note: null, qualified: null },
      ],
      headline: 'Riparo fisarmoniche e organetti',
    }),
    () => ({ reach: 'network' }),
  ]
  return changes.map((change, index) => {
    const member = inventor.member()
    const applied = { ...member, status: 'pending' as const, reach: 'public' as const, displayAs: 'initial' as const }
    return {
      ...applied,
      companyName: null,
      kind: applied.kind === 'company' ? ('professional' as const) : applied.kind,
      ...change(applied),
      joinedAt: new Date(now.getTime() - (index * 9 + 2) * 3_600_000),
    }
  })
}

class Inventor {
  private readonly faker: Faker
  private readonly towns: { upTo: number; code: string }[]
  private readonly people: number
  private readonly trades: { weight: number; value: string }[]
  private readonly emails = new Set<string>()
  private readonly now: Date

  constructor(seed: number, now: Date) {
    this.now = now
    this.faker = new Faker({ locale: [it, base], seed })
    let sum = 0
    this.towns = municipalities()
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ code, population }) => {
        sum += population
        return { upTo: sum, code }
      })
    this.people = sum
    this.trades = Object.entries(voices).map(([value, { weight }]) => ({ weight: weight * 10, value }))
  }

  /** Tries again until nothing private stands in a public text: surnames are words, too. */
  member(): DemoMember {
    for (;;) {
      const made = this.invent()
      const checked = { ...made, skills: made.skills.map(({ slug, ...rest }) => ({ ...rest, skill: slug })) }
      if (privateValuesIn(checked).length === 0) return made
    }
  }

  private invent(): DemoMember {
    const { faker } = this
    if (this.chance(0.02)) return this.inEnglish()
    const trade = faker.helpers.weightedArrayElement(this.trades)
    const voice = voices[trade] as Voice
    const kind = faker.helpers.weightedArrayElement(kinds)
    const skills = this.skills(trade, voice, kind)
    return {
      ...this.person(kind, trade),
      kind,
      headline: faker.helpers.arrayElement(voice.headlines),
      experience: this.experience(voice, kind, skills[0]?.years ?? null),
      lang: 'it',
      skills,
      ...this.reachAndPlace(trade),
    }
  }

  private inEnglish(): DemoMember {
    const { slug, headline, experience } = this.faker.helpers.arrayElement(englishVoices)
    const person = this.person('professional', slug)
    return {
      ...person,
      kind: 'professional',
      headline,
      experience,
      lang: 'en',
      skills: this.skills(
        slug,
        voices[slug] ?? { weight: 1, headlines: [], deeds: [], near: ['traduttore'] },
        'professional',
      ),
      ...this.reachAndPlace(slug),
      languages: ['en', 'it'],
    }
  }

  private person(kind: MemberKind, trade: string) {
    const { faker } = this
    const firstName = faker.person.firstName()
    const lastName = faker.person.lastName()
    const companyName = kind === 'company' ? this.company(lastName, trade) : null
    const own = this.address(firstName, lastName)
    const withEmail = this.chance(0.93)
    const phone = !withEmail || this.chance(0.6) ? faker.helpers.replaceSymbols('+39 300 ### ####') : null
    return {
      status: 'active' as const,
      firstName,
      lastName,
      companyName,
      displayAs:
        kind === 'company' ? ('company' as const) : this.chance(0.22) ? ('full' as const) : ('initial' as const),
      email: withEmail ? own : null,
      phone,
      phonePublic: phone !== null && this.chance(0.18),
      helper: this.chance(0.04)
        ? { name: faker.person.fullName(), email: this.address('aiuto', faker.person.lastName()), consent: true }
        : null,
      channel: faker.helpers.weightedArrayElement([
        { weight: 80, value: 'web' as const },
        { weight: 8, value: 'desk' as const },
        { weight: 7, value: 'phone' as const },
        { weight: 5, value: 'paper' as const },
      ]),
      notes: null,
      // More people joined lately than in the beginning.
      joinedAt: new Date(this.now.getTime() - 3 * day - faker.number.float() ** 2 * 700 * day),
    }
  }

  private company(lastName: string, trade: string): string {
    const name = nameOf.get(trade) ?? 'Bottega'
    return this.faker.helpers.arrayElement([
      `${name} ${lastName}`,
      `${lastName} & figli`,
      `Bottega ${lastName}`,
      `Cooperativa ${this.faker.helpers.arrayElement(['La Quercia', 'Il Melograno', 'Ponte Vecchio', 'Terra Buona', 'Le Mani', 'Controvento', 'Filo Rosso', 'Il Cortile'])}`,
      `${name} Fratelli ${lastName}`,
    ])
  }

  /** Under the reserved ending `.example`: no letter can reach anybody. */
  private address(first: string, last: string): string {
    const plain = `${first}.${last}`
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z.]/g, '')
    for (let n = 1; ; n++) {
      const address = `${plain}${n === 1 ? '' : n}@posta.example`
      if (this.emails.has(address)) continue
      this.emails.add(address)
      return address
    }
  }

  private skills(trade: string, voice: Voice, kind: MemberKind): DemoSkill[] {
    const { faker } = this
    const others = faker.helpers.arrayElements(voice.near, { min: 0, max: Math.min(3, voice.near.length) })
    const passion = this.chance(0.25) ? [faker.helpers.weightedArrayElement(this.trades)] : []
    const slugs = [...new Set([trade, ...others, ...passion])]
    return slugs.map((slug, index): DemoSkill => {
      const origin = this.origin(kind, index, passion.includes(slug) && slug !== trade)
      return {
        slug,
        own: null,
        origin,
        years: origin === 'practised' || this.chance(0.3) ? this.years(kind) : null,
        note: null,
        qualified: regulated.has(slug) ? this.qualified(kind) : null,
      }
    })
  }

  private origin(kind: MemberKind, index: number, extra: boolean): DemoSkill['origin'] {
    if (extra) return 'passion'
    if (kind === 'enthusiast') return index === 0 ? 'passion' : this.faker.helpers.arrayElement(['passion', 'aptitude'])
    if (kind === 'never-employed') return this.faker.helpers.arrayElement(['aptitude', 'passion'])
    return index === 0 || this.chance(0.6) ? 'practised' : 'aptitude'
  }

  private years(kind: MemberKind): number {
    if (kind === 'never-employed') return this.faker.number.int({ min: 1, max: 4 })
    return this.faker.helpers.weightedArrayElement([
      { weight: 4, value: this.faker.number.int({ min: 2, max: 8 }) },
      { weight: 5, value: this.faker.number.int({ min: 9, max: 22 }) },
      { weight: 2, value: this.faker.number.int({ min: 23, max: 45 }) },
    ])
  }

  private qualified(kind: MemberKind): DemoSkill['qualified'] {
    if (kind === 'professional' || kind === 'company') return this.chance(0.9) ? 'yes' : 'unknown'
    return this.faker.helpers.arrayElement(['yes', 'no', 'no', 'unknown'])
  }

  private experience(voice: Voice, kind: MemberKind, years: number | null): string | null {
    const { faker } = this
    if (!needsExperience(kind) && this.chance(0.12)) return null
    const since =
      years !== null && years > 2 && this.chance(0.4)
        ? faker.helpers.arrayElement([
            `Faccio questo lavoro da ${years} anni.`,
            `Sono ${years} anni che ci metto le mani.`,
          ])
        : faker.helpers.arrayElement(beginnings)
    const deeds = faker.helpers.arrayElements(voice.deeds, { min: 1, max: 3 })
    const end = this.chance(0.6) ? [faker.helpers.arrayElement(closings)] : []
    const order = this.chance(0.5) ? [since, ...deeds, ...end] : [...deeds, since, ...end]
    return order.join(' ')
  }

  private reachAndPlace(trade: string) {
    const { faker } = this
    const atDesk = remoteSectors.has(sectorOf.get(trade) ?? '')
    const modes: DemoMember['modes'] = atDesk ? (this.chance(0.45) ? ['remote'] : ['onsite', 'remote']) : ['onsite']
    const state = faker.helpers.weightedArrayElement([
      { weight: 58, value: 'now' as const },
      { weight: 12, value: 'from' as const },
      { weight: 23, value: 'sometimes' as const },
      { weight: 7, value: 'not-now' as const },
    ])
    return {
      reach: this.chance(0.88) ? ('public' as const) : ('network' as const),
      municipality: this.town(),
      modes,
      radiusKm: modes.includes('onsite')
        ? faker.helpers.weightedArrayElement([
            { weight: 12, value: 0 as const },
            { weight: 24, value: 10 as const },
            { weight: 34, value: 25 as const },
            { weight: 18, value: 50 as const },
            { weight: 8, value: 100 as const },
            { weight: 4, value: null },
          ])
        : null,
      availability: {
        state,
        from:
          state === 'from'
            ? new Date(this.now.getTime() + faker.number.int({ min: 5, max: 120 }) * day).toISOString()
            : null,
      },
      languages: [
        'it',
        ...faker.helpers.arrayElements(['en', 'fr', 'de', 'es', 'ro', 'ar', 'uk', 'sq', 'pt'], {
          min: 0,
          max: faker.helpers.weightedArrayElement([
            { weight: 5, value: 0 },
            { weight: 4, value: 1 },
            { weight: 1, value: 2 },
          ]),
        }),
      ],
      links: this.chance(0.14)
        ? [
            {
              label: faker.helpers.arrayElement([
                'I miei lavori',
                'Fotografie',
                'Il laboratorio',
                'Il mio sito',
                'La vetrina',
              ]),
              url: `https://${faker.string.alpha({ length: { min: 6, max: 10 }, casing: 'lower' })}.example/`,
            },
          ]
        : [],
    }
  }

  private town(): string {
    const wanted = this.faker.number.int({ min: 1, max: this.people })
    let low = 0
    let high = this.towns.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.towns[middle]?.upTo ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return this.towns[low]?.code ?? '058091'
  }

  private chance(share: number): boolean {
    return this.faker.number.float() < share
  }
}
