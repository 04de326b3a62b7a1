// Each form is one table: held against the schema of its route, and read alike by the widget and by the page without script.
import { z } from 'zod'
import { words as askEn } from '../../collections/commissions/form/en.js'
import { words as askIt } from '../../collections/commissions/form/it.js'
import { words as askLaterEn } from '../../collections/commissions/form/later.en.js'
import { words as askLaterIt } from '../../collections/commissions/form/later.it.js'
import { askForm } from '../../collections/commissions/page.js'
import { words as giveEn } from '../../collections/donations/form/en.js'
import { words as giveIt } from '../../collections/donations/form/it.js'
import { words as giveLaterEn } from '../../collections/donations/form/later.en.js'
import { words as giveLaterIt } from '../../collections/donations/form/later.it.js'
import { giveForm } from '../../collections/donations/page.js'
import { words as joinEn } from '../../collections/members/joining/form/en.js'
import { words as joinIt } from '../../collections/members/joining/form/it.js'
import { words as joinLaterEn } from '../../collections/members/joining/form/later.en.js'
import { words as joinLaterIt } from '../../collections/members/joining/form/later.it.js'
import { joinForm } from '../../collections/members/joining/page.js'
import { words as contactEn } from '../../collections/members/relay/form/en.js'
import { words as contactIt } from '../../collections/members/relay/form/it.js'
import { words as contactLaterEn } from '../../collections/members/relay/form/later.en.js'
import { words as contactLaterIt } from '../../collections/members/relay/form/later.it.js'
import { contactForm } from '../../collections/members/relay/page.js'
import { readBody } from '../../plugin/api/issues.js'
import { envelope } from '../../plugin/contract/dto.js'
import { bodyOf, keyOf } from '../../plugin/contract/form/body.js'
import { offered, problemsOf } from '../../plugin/contract/form/check.js'
import { isNeeded, isShown } from '../../plugin/contract/form/condition.js'
import { type Field, type FormWords, fresh } from '../../plugin/contract/form/field.js'
import { sent } from '../../plugin/contract/form/kinds.js'
import type { Value, Values } from '../../plugin/contract/form/values.js'
import type { HtmlForm } from '../../plugin/forms/html-form.js'
import { groupsOf } from '../../plugin/forms/inputs.js'
import { bodyTyped } from '../../plugin/forms/typed-values.js'
import { organisation } from '../support/organisation.js'
import { resolveOptions } from '../support/rooms.js'

const options = resolveOptions(
  { organisation },
  { serverURL: 'https://rete.example', basePath: '', apiRoute: '/api', slugs: [] },
)

interface Held {
  form: HtmlForm
  /** Words of the widget, those of the page left out. */
  widget: Record<'it' | 'en', FormWords>
  /** An answer to every question. */
  values: Values
  /** The same, typed into the page. */
  typed: Record<string, string>
  /** What the schema takes and no field asks. */
  unasked: string[]
}

const forms: [string, Held][] = [
  [
    'request',
    {
      form: askForm,
      widget: { it: { ...askIt, ...askLaterIt }, en: { ...askEn, ...askLaterEn } },
      values: {
        kind: 'organisation',
        organisation: 'Bianchi srl',
        description: 'Una credenza da restaurare',
        skills: [{ name: 'Restauro' }],
        mode: 'onsite',
        place: { code: '015146', name: 'Milano (MI)' },
        placeNote: 'Lambrate',
        soon: 'by',
        by: '2999-01-01',
        urgent: true,
        micro: true,
        choice: 'client',
        name: 'Carla Bianchi',
        email: 'carla@clients.example',
        contactBy: 'phone',
        phone: '+39 333 123 4567',
        callTimes: 'La sera',
        share: true,
      },
      typed: { skill: 'Restauro', place: 'Milano' },
      unasked: ['/member', '/wanted'],
    },
  ],
  [
    'donation',
    {
      form: giveForm,
      widget: { it: { ...giveIt, ...giveLaterIt }, en: { ...giveEn, ...giveLaterEn } },
      values: {
        amount: 'other',
        amountOther: '12,50',
        frequency: 'monthly',
        type: 'organisation',
        name: 'Bianchi srl',
        email: 'dino@donors.example',
        publicAs: 'name',
        publish: true,
        message: 'Bravi',
      },
      typed: {},
      unasked: ['/currency', '/method'],
    },
  ],
  [
    'joining',
    {
      form: joinForm,
      widget: { it: { ...joinIt, ...joinLaterIt }, en: { ...joinEn, ...joinLaterEn } },
      values: {
        helper: true,
        helperName: 'Nora Bo',
        helperEmail: 'nora@people.example',
        helperConsent: true,
        kind: 'company',
        companyName: 'Rossi e figli',
        firstName: 'Maria',
        lastName: 'Rossi',
        displayAs: 'company',
        headline: 'Restauro mobili',
        skills: [
          { name: 'Restauro', origin: 'practised', years: '12' },
          { name: 'Doratura', origin: 'passion' },
        ],
        experience: 'Vent’anni di bottega',
        links: 'https://rossi.example\nbottega.example',
        languages: ['it', 'de'],
        place: { code: '015146', name: 'Milano (MI)' },
        modes: ['onsite', 'remote'],
        radiusKm: 'all',
        availability: 'from',
        from: '2999-01-01',
        email: 'maria@people.example',
        phone: '+39 333 123 4567',
        reach: 'public',
        phonePublic: true,
        publish: true,
        adult: true,
        rules: true,
      },
      typed: {
        skill0: 'Restauro',
        origin0: 'practised',
        years0: '12',
        skill1: 'Doratura',
        origin1: 'passion',
        place: 'Milano',
      },
      unasked: [],
    },
  ],
  [
    'message',
    {
      form: contactForm,
      widget: { it: { ...contactIt, ...contactLaterIt }, en: { ...contactEn, ...contactLaterEn } },
      values: {
        message: 'Una credenza da restaurare',
        name: 'Carla Bianchi',
        email: 'carla@clients.example',
        phone: '+39 333 123 4567',
      },
      typed: {},
      unasked: [],
    },
  ],
]

const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap() as z.ZodType) : schema

/** What a schema takes, by JSON pointer; lists are not looked into. */
function leaves(schema: z.ZodType, at = ''): [string, z.ZodType][] {
  const inner = unwrap(schema)
  if (!(inner instanceof z.ZodObject)) return [[at, schema]]
  return Object.entries(inner.shape).flatMap(([name, part]) => leaves(part as z.ZodType, `${at}/${name}`))
}

const leavesOf = ({ form, unasked }: Held): Map<string, z.ZodType> =>
  new Map(
    leaves(form.route.body).filter(
      ([at]) => !unasked.includes(at) && !Object.keys(envelope).includes(at.split('/')[1] ?? ''),
    ),
  )

const takes = (schema: z.ZodType | undefined, value: unknown): boolean => schema?.safeParse(value).success === true

/** A text of its kind as long as asked. */
const ofLength = ({ kind }: Field, length: number): string =>
  kind === 'email' ? `nome@${'a'.repeat(length - 'nome@.it'.length)}.it` : 'a'.repeat(length)

/** What the page's inputs hold of a value, apart from places and skills. */
const texts = (value: Value | undefined): string[] =>
  value === true ? ['yes'] : [value].flat().filter((one) => typeof one === 'string')

const typedOf = ({ values, typed }: Held): URLSearchParams =>
  new URLSearchParams(
    Object.entries({ ...values, ...typed }).flatMap(([name, value]) => texts(value).map((one) => [name, one])),
  )

describe.each(forms)('%s', (_, held) => {
  const { form, widget, values } = held
  const { fields } = form
  const schemas = leavesOf(held)
  const schemaOf = ({ at = '' }: Field) => schemas.get(at)
  const choicesOf = ({ options = [], moreOptions = {} }: Field) => [...options, ...Object.keys(moreOptions)]

  test('the table is plain data', () => {
    expect(structuredClone(fields)).toEqual(fields)
  })

  test('asks what the schema takes, and nothing else', () => {
    const asked = new Set(fields.flatMap(({ at }) => at ?? []))
    expect([...asked].sort()).toEqual([...schemas.keys()].sort())
  })

  test('what it begins with depends on no answer', () => {
    const { values } = fresh(fields)
    const conditional = fields.filter(({ shown }) => shown)
    expect(conditional.filter((field) => isShown(field, values))).toEqual([])
    const first = fields.filter(({ step = 0 }) => step === 0)
    expect(first.filter((field) => field.needed !== true && isNeeded(field, values))).toEqual([])
  })

  test('texts are as long as the schema takes them', () => {
    const texts = fields.filter(({ kind }) => ['text', 'email', 'area'].includes(kind))
    expect(texts.length).toBeGreaterThan(1)
    for (const field of texts) {
      const { name, min = 0, max = 0 } = field
      const lengths = [...(min > 0 ? [min - 1, min] : []), max, max + 1]
      expect([name, lengths.map((length) => takes(schemaOf(field), ofLength(field, length)))]).toEqual([
        name,
        lengths.map((length) => length >= min && length <= max),
      ])
    }
  })

  test('choices, amounts and lists are those that the schema takes', () => {
    for (const field of fields) {
      const { name, kind, range, most } = field
      const schema = schemaOf(field)
      const send = sent[kind] ?? ((value: Value) => value)
      for (const option of choicesOf(field)) {
        const value = send(kind === 'many' || kind === 'languages' ? [option] : option)
        if (value !== undefined) expect([name, option, takes(schema, value)]).toEqual([name, option, true])
      }
      const inner = schema && unwrap(schema)
      const choices = inner instanceof z.ZodArray ? inner.element : inner
      if (choices instanceof z.ZodEnum)
        expect([name, [...choicesOf(field)].sort()]).toEqual([name, [...choices.options].sort()])
      if (range)
        expect([range[0] - 1, ...range, range[1] + 1].map((cents) => takes(schema, cents))).toEqual([
          false,
          true,
          true,
          false,
        ])
      if (most) {
        const one = (send(values[name] ?? null) as unknown[])[0]
        const list = (length: number) =>
          takes(
            schema,
            Array.from({ length }, () => one),
          )
        expect([name, list(most), list(most + 1)]).toEqual([name, true, false])
      }
    }
  })

  test('needs what the network needs, under every condition', () => {
    const { route } = form
    const conditions = fields.flatMap(({ needed, shown }) => [needed === true ? {} : (needed ?? {}), shown ?? {}])
    const steering = [...new Set(conditions.flatMap(Object.keys))].flatMap((name) => {
      const field = fields.find((one) => one.name === name)
      if (!field) throw new Error(`${name} is no field`)
      const choices = choicesOf(field)
      const given = field.kind === 'many' ? choices.map((one) => [one]) : choices.length > 0 ? choices : [values[name]]
      return [[name, field.initial ? given : [...given, undefined]] as const]
    })
    /** One for every two answers that conditions look at. */
    const answers = steering.flatMap(([one, these], at) =>
      steering
        .slice(at + 1)
        .flatMap(([other, those]) =>
          these.flatMap((first) => those.map((second): Values => ({ ...values, [one]: first, [other]: second }))),
        ),
    )
    const place = (name: string | null): string => {
      const field = fields.find((one) => one.name === name)
      return field?.at ?? `/consents/${field?.consent}`
    }
    const seen = new Set<string>()
    const conditional = fields.filter(({ needed, shown }) => shown || (needed && needed !== true))
    for (const answered of [values, ...answers])
      for (const left of [null, ...(answered === values ? fields : conditional)]) {
        const now = offered(fields, left ? { ...answered, [left.name]: left.initial } : answered)
        const asked = new Set([...problemsOf(fields, now).keys()].map(place))
        const read = readBody(route, { ...bodyOf(fields, now, '1'), lang: 'it' })
        const missing = new Set('issues' in read ? read.issues.map((issue) => place(keyOf(fields, issue))) : [])
        for (const one of asked) seen.add(one)
        if (`${[...asked].sort()}` !== `${[...missing].sort()}`)
          expect({ now, missing }).toEqual({ now, missing: asked })
      }
    const needed = fields.flatMap(({ name, needed }) => (needed ? place(name) : []))
    expect([...seen].sort()).toEqual([...new Set(needed)].sort())
  })

  test('the page makes the body that the widget makes', () => {
    const { body, issues } = bodyTyped(form, typedOf(held), options)
    expect(issues).toEqual([])
    const made = JSON.parse(JSON.stringify(body))
    expect(made).toEqual(JSON.parse(JSON.stringify(bodyOf(fields, values, options.organisation.consentVersion))))
    expect('issues' in readBody(form.route, made)).toBe(false)
  })

  test('the page asks every question once', () => {
    const names = (form.groups ?? [{ fields: fields.map(({ name }) => name) }]).flatMap((group) => group.fields)
    const asked = fields.filter(({ at, consent }) => at ?? consent).map(({ name }) => name)
    expect([...names].sort()).toEqual([...asked].sort())
  })

  test.each(['it', 'en'] as const)('every question has its words in %s, and the page repeats none', (lang) => {
    const said = widget[lang]
    const wanted = fields.flatMap((field) => {
      const { name, kind, needed, min } = field
      const choices =
        kind === 'languages' ? [] : choicesOf(field).filter((option) => !said[`${name}.*`] || !/^\d+$/.test(option))
      return [
        name,
        ...choices.map((option) => `${name}.${option}`),
        ...(needed ? [`${name}!`] : []),
        ...(min ? [`${name}~`] : []),
      ]
    })
    expect(wanted.filter((key) => !said[key])).toEqual([])
    const own = Object.entries(form.words[lang]).filter(([key, text]) => said[key] !== text)
    expect(own.filter(([, text]) => Object.values(said).includes(text))).toEqual([])
    for (const { title, inputs } of groupsOf(form, lang, options, values))
      for (const { name, label, options: choices = [] } of inputs)
        for (const text of [title ?? label, label, ...choices.map((one) => one.label)])
          expect([name, text]).toEqual([name, expect.stringMatching(/\p{L}|\d/u)])
  })
})

describe('on a page every question stands, whatever was answered elsewhere', () => {
  const body = (form: HtmlForm, typed: Record<string, string>) => bodyTyped(form, new URLSearchParams(typed), options)

  test('what was written in words is sent all the same', () => {
    const typed = {
      kind: 'person',
      organisation: 'Bianchi srl',
      mode: 'remote',
      placeNote: 'Lambrate',
      callTimes: 'Sera',
    }
    expect(body(askForm, typed).body).toMatchObject({
      client: { kind: 'person', organisation: 'Bianchi srl', callTimes: 'Sera' },
      placeNote: 'Lambrate',
    })
  })

  test('other answers are left out where one that was given rules them out, and read where none was', () => {
    const ruledOut = body(askForm, { mode: 'remote', place: 'Castro', soon: 'soon', by: '2999-01-01' })
    expect([ruledOut.body.place, ruledOut.body.when, ruledOut.issues]).toEqual([undefined, { soon: 'soon' }, []])
    const open = body(askForm, { place: 'Castro', by: '2999-01-01' })
    expect([open.body.when, open.issues.map(({ code }) => code)]).toEqual([{ by: '2999-01-01' }, ['place.which']])
    expect(body(giveForm, { amountOther: '12,50' }).body.amountCents).toBe(1250)
    expect(body(giveForm, { amount: '25', amountOther: '12,50' }).body.amountCents).toBe(2500)
    expect(body(joinForm, { reach: 'network', phonePublic: 'yes', publish: 'yes' }).body).not.toMatchObject({
      phonePublic: true,
    })
  })

  test('who writes a helper’s name helps; nobody does otherwise', () => {
    expect(body(joinForm, { helperName: 'Nora' }).body.helper).toEqual({ name: 'Nora' })
    expect(body(joinForm, {}).body.helper).toBeUndefined()
  })

  test('skills keep their row as long as a later one is written', () => {
    expect(body(joinForm, { skill1: 'Torte', origin1: 'passion', origin0: 'aptitude' }).body.skills).toEqual([
      { origin: 'aptitude' },
      { own: 'Torte', origin: 'passion' },
    ])
    expect(body(joinForm, { origin0: 'aptitude' }).body.skills).toBeUndefined()
  })
})
