// The plugin's options: what they default to, and what a wrong one says on starting.
import type { Config } from 'payload'
import { mokorPlugin } from '../../plugin/index.js'
import { MokorOptionsError } from '../../plugin/options/checks.js'
import type { MokorPluginOptions } from '../../plugin/options/index.js'
import { volunteersLine, volunteersWords } from '../../plugin/options/volunteers.js'
import { pathTo } from '../../plugin/pages/document.js'
import type { MokorRuntime } from '../../plugin/runtime.js'
import { facts, featureNames, resolveOptions } from '../support/rooms.js'

const host = {
  serverURL: 'https://rete.example',
  basePath: '',
  apiRoute: '/api',
  slugs: ['users'],
}
const organisation = {
  name: 'Rete',
  email: 'desk@rete.example',
  iban: 'IT60X0542811101000000123456',
}
const noIban = { name: 'Rete', email: 'desk@rete.example' }

test('every mail that can be rewritten has its name among the options, and no other', () => {
  const { custom } = mokorPlugin({ organisation, publicUrl: 'https://rete.example' })({} as Config) as Config
  const { mails } = (custom as { mokor: MokorRuntime }).mokor
  expect([...facts.mails].sort()).toEqual(Object.keys(mails).sort())
  // @ts-expect-error a misspelt name does not compile
  const misspelt: MokorPluginOptions['mails'] = { 'member-confrim': (content) => content }
  expect(misspelt).toBeDefined()
})

test.each([
  [undefined, ['payload-plugin-mokor/rsc#Dashboard', '/Own']],
  ['above', ['payload-plugin-mokor/rsc#Dashboard', '/Own']],
  ['below', ['/Own', 'payload-plugin-mokor/rsc#Dashboard']],
  ['none', ['/Own']],
] as const)('desk: %s', (desk, expected) => {
  const site = { admin: { components: { beforeDashboard: ['/Own'] } } } as unknown as Config
  const { admin } = mokorPlugin({ organisation, ...(desk ? { desk } : {}) })(site) as Config
  const shown = (admin?.components?.beforeDashboard ?? []) as (string | { path: string })[]
  expect(shown.map((one) => (typeof one === 'string' ? one : one.path))).toEqual(expected)
})

test('defaults are filled', () => {
  const options = resolveOptions({ organisation }, host)
  expect(options.publicUrl).toBe('https://rete.example')
  expect(options.slugs.members).toBe('members')
  expect(options.organisation.beneficiary).toBe('Rete')
  expect(options.features.donations).toBe(true)
  expect(options.outbox.worker).toBe(true)
})

test.each([
  ['https://rete.example', '/sito', undefined, 'https://rete.example/sito'],
  ['https://rete.example/', '/sito', undefined, 'https://rete.example/sito'],
  ['https://rete.example', '/sito', 'https://rete.example/sito/', 'https://rete.example/sito'],
  // A command that runs beside Next knows it from the address alone.
  ['https://rete.example', '', 'https://rete.example/sito', 'https://rete.example/sito'],
  ['', '/sito', undefined, ''],
])('a site at %j below %j, publicUrl %j: %j', (serverURL, basePath, publicUrl, expected) => {
  const options = resolveOptions({ organisation, publicUrl }, { ...host, serverURL, basePath })
  expect([options.publicUrl, options.basePath]).toEqual([expected, '/sito'])
  expect(pathTo(options, '/pages')).toBe('/sito/api/mokor/v1/pages')
})

/** What somebody writes → the option that is named, and the words of its remedy. In plain JavaScript no compiler says it first. */
const wrong: [option: string, written: object, remedy: RegExp][] = [
  ['organisation.name', { organisation: { email: 'desk@rete.example' } }, /name of the association/],
  ['organisation.name', {}, /name of the association/],
  ['organisation.email', { organisation: { ...organisation, email: 'a@b, c@d' } }, /desk’s address/],
  ['organisation.iban', { organisation: noIban }, /features\.donations: false/],
  ['organisation.iban', { organisation: { ...organisation, iban: 'IT60X0542811101000000123457' } }, /check digits/],
  ['organisation.iban', { organisation: { ...organisation, iban: 'TN5910006035183598478831' } }, /inside SEPA/],
  ['organisation.bic', { organisation: { ...organisation, bic: 'BANCA' } }, /leave it out/],
  ['organisation.beneficiary', { organisation: { ...organisation, beneficiary: 'ß'.repeat(36) } }, /Shorten it/],
  ['organisation.beneficiary', { organisation: { ...noIban, name: 'R'.repeat(71) } }, /Shorten it/],
  ['organisation.beneficiary', { organisation: { ...organisation, beneficiary: '' } }, /leave the option out/],
  ['organisation.runtsStatus', { organisation: { ...organisation, runtsStatus: 'yes' } }, /none, pending, registered/],
  ['organisation.phone', { organisation: { ...organisation, phone: '' } }, /leave the option out/],
  ['organisation.privacyUrl', { organisation: { ...organisation, privacyUrl: 'rete.example/p' } }, /with https:/],
  ['organisation.rulesUrl', { organisation: { ...organisation, rulesUrl: 'localhost:3000/rules' } }, /with https:/],
  ['organisation.rulesUrl', { organisation: { ...organisation, rulesUrl: 'javascript:alert(1)' } }, /with https:/],
  ['organisation.consentVersion', { organisation: { ...organisation, consentVersion: 2 } }, /Write some text/],
  ['organisation.answerDays', { organisation: { ...organisation, answerDays: 2.5 } }, /whole number/],
  ['organisation.reportContact', { organisation: { ...organisation, reportContact: 'us' } }, /a person reads/],
  ['organisation.legalForm', { organisation: { ...organisation, legalForm: { it: 'Associazione' } } }, /one text, or/],
  ['organisation.ibn', { organisation: { ...organisation, ibn: '' } }, /Known: name, legalForm/],
  ['disabled', { organisation, disabled: 'no' }, /true` or `false/],
  ['features.magic', { organisation, features: { magic: true } }, /Known: directory, join/],
  ['features.join', { organisation, features: { join: 'off' } }, /true` or `false/],
  ['publicUrl', { organisation, publicUrl: 'rete' }, /with https:/],
  ['publicUrl', { organisation, publicUrl: 'localhost:3000' }, /with https:/],
  ['allowedOrigins', { organisation, allowedOrigins: ['https://blog.example/path'] }, /scheme and host only/],
  ['allowedOrigins', { organisation, allowedOrigins: ['localhost:3001'] }, /scheme and host only/],
  ['allowedOrigins', { organisation, allowedOrigins: ['https://*.blog.example'] }, /each site by itself/],
  ['allowedOrigins', { organisation, allowedOrigins: ['*'] }, /each site by itself/],
  ['allowedOrigins', { organisation, allowedOrigins: 'https://blog.example' }, /\['https:/],
  ['deskDays', { organisation, deskDays: [] }, /'tuesday', 'thursday'/],
  ['deskDays', { organisation, deskDays: ['martedì'] }, /in English/],
  ['languages', { organisation, languages: [] }, /\['it', 'en'\]/],
  ['languages', { organisation, languages: ['italiano'] }, /\['it', 'en'\]/],
  ['slugs.members', { organisation, slugs: { members: 'users' } }, /mokor-members/],
  ['slugs.members', { organisation, slugs: { members: '' } }, /leave the option out/],
  ['slugs.people', { organisation, slugs: { people: 'persons' } }, /Known: members, messages/],
  ['collectionOverrides.people', { organisation, collectionOverrides: { people: () => ({}) } }, /Known: members/],
  ['collectionOverrides.members', { organisation, collectionOverrides: { members: {} } }, /Give a function/],
  ['access.people', { organisation, access: { people: {} } }, /Known: members, messages/],
  ['access.members.see', { organisation, access: { members: { see: () => true } } }, /Known: create, read/],
  ['access.members.read', { organisation, access: { members: { read: true } } }, /Give a function/],
  ['directory.engine', { organisation, directory: { engine: 'sql' } }, /auto, mongo, embedded/],
  ['directory.maxAge', { organisation, directory: { maxAge: '60' } }, /whole number/],
  ['directory.memberUrl', { organisation, directory: { memberUrl: 'https://rete.example/people' } }, /people\/{slug}/],
  ['directory.memberUrl', { organisation, directory: { memberUrl: '/people/{slug}' } }, /with https:/],
  ['directory.cache', { organisation, directory: { cache: 60 } }, /Known: engine, maxAge/],
  ['outbox.worker', { organisation, outbox: { worker: 'off' } }, /true` or `false/],
  ['outbox.undoSeconds', { organisation, outbox: { undoSeconds: -1 } }, /whole number/],
  ['outbox.cronSecret', { organisation, outbox: { cronSecret: '' } }, /leave the option out/],
  ['outbox.secret', { organisation, outbox: { secret: 'x' } }, /Known: worker, undoSeconds, cronSecret/],
  ['mails.member-confrim', { organisation, mails: { 'member-confrim': () => ({}) } }, /Known: member-confirm/],
  ['mails.member-confirm', { organisation, mails: { 'member-confirm': {} } }, /Give a function/],
  ['trustedProxies', { organisation, trustedProxies: -1 }, /whole number/],
  ['keys.links', { organisation, keys: { links: ['short'] } }, /openssl rand/],
  ['keys.links', { organisation, keys: { links: [] } }, /openssl rand/],
  ['keys.mails', { organisation, keys: { mails: ['x'.repeat(32)] } }, /Known: links, challenges, limits/],
  ['desk', { organisation, desk: 'top' }, /above, below, none/],
  ['trustedProxy', { organisation, trustedProxy: 1 }, /Known: disabled, features/],
]

test.each(wrong)('a wrong %s stops the start: %j', (option, written, remedy) => {
  const resolve = () => resolveOptions(written as MokorPluginOptions, host)
  expect(resolve).toThrow(MokorOptionsError)
  expect(resolve).toThrow(`option \`${option}\``)
  expect(resolve).toThrow(remedy)
})

test('a site whose own address is not one is told so', () => {
  expect(() => resolveOptions({ organisation }, { ...host, serverURL: 'localhost:3000' })).toThrow(/`publicUrl`/)
})

test('MongoDB’s engine on another database stops the start', () => {
  const options: MokorPluginOptions = { organisation, directory: { engine: 'mongo' } }
  expect(() => resolveOptions(options, { ...host, database: 'sqlite' })).toThrow(/`directory\.engine`.*sqlite/)
  expect(resolveOptions(options, { ...host, database: 'mongoose' }).directory.engine).toBe('mongo')
})

test('an override that renames a collection is sent to `slugs`', () => {
  const plugin = mokorPlugin({
    organisation,
    collectionOverrides: { members: ({ defaultCollection }) => ({ ...defaultCollection, slug: 'people' }) },
  })
  expect(() => plugin({ serverURL: host.serverURL } as Config)).toThrow(
    /`collectionOverrides\.members`.*slugs: \{ members: 'people' \}/,
  )
})

test('what a bank’s paper says is taken as it is written there', () => {
  const { iban, bic, beneficiary } = resolveOptions(
    {
      organisation: {
        ...organisation,
        iban: 'it60 x054 2811 1010 0000 0123 456',
        bic: 'bppi it rr xxx',
        beneficiary: 'è'.repeat(70),
      },
    },
    host,
  ).organisation
  expect(iban).toBe(organisation.iban)
  expect(bic).toBe('BPPIITRRXXX')
  expect(beneficiary).toHaveLength(70)
})

test('a site starts with the core of features; `all` is all of them', () => {
  const on = (features?: MokorPluginOptions['features']) =>
    featureNames.filter(
      (name) => resolveOptions({ organisation, ...(features ? { features } : {}) }, host).features[name],
    )
  const core = ['directory', 'join', 'relay', 'commissions', 'offers', 'donations', 'pictures', 'pages', 'widgets']
  expect([...on()].sort()).toEqual([...core].sort())
  expect(on('all')).toEqual(featureNames)
  expect(on({ teams: true })).toEqual(featureNames)
  expect(on({ pages: false })).toEqual(featureNames.filter((name) => core.includes(name) && name !== 'pages'))
})

test('what the features ask of volunteers is said of those that are on, and of those that are off', () => {
  const said = (features?: MokorPluginOptions['features']) => {
    const { features: resolved } = resolveOptions({ organisation, ...(features ? { features } : {}) }, host)
    return { check: volunteersWords(resolved, facts.features), start: volunteersLine(resolved, facts.features) }
  }
  expect(said('all').check).toHaveLength(featureNames.length + 1)
  expect(said('all').start).toMatch(/teams \(editors, 20 minutes a week\), .*; off: none\./)
  const { check, start } = said()
  expect(check).toHaveLength(featureNames.length + 1)
  expect(check.at(-1)).toBe('  Off: teams, which would ask 20 minutes of editors.')
  expect(check[0]).toContain('about 245 minutes')
  expect(start).toContain('off: teams (editors, 20 minutes a week).')
})

test('donations without an IBAN are fine once the feature is off', () => {
  const options = resolveOptions({ organisation: noIban, features: { donations: false } }, host)
  expect(options.features.donations).toBe(false)
})

test('what is switched by a condition may be undefined', () => {
  const options = resolveOptions(
    {
      organisation: { ...organisation, bic: undefined, phone: undefined },
      publicUrl: undefined,
      collectionOverrides: { members: undefined },
      access: { members: undefined, skills: { read: undefined } },
      mails: { 'member-confirm': undefined } as never,
      outbox: { cronSecret: undefined },
    },
    host,
  )
  expect(options.access.skills).toEqual({})
  expect(options.outbox.cronSecret).toBeNull()
  expect(options.publicUrl).toBe(host.serverURL)
})

test('a clash of slugs names the remedy', () => {
  expect(() => resolveOptions({ organisation }, { ...host, slugs: ['members'] })).toThrow(
    /slugs\.members.*mokor-members/,
  )
})
