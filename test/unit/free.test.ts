// Nothing charges a member or a client (prices stay between the parties): every name, label, path, schema and sentence is read.
import fs from 'node:fs'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'
import { z } from 'zod'
import { mokorPlugin } from '../../plugin/index.js'
import { defaultSlugs } from '../support/rooms.js'
import { routes } from '../support/routes.js'
import { organisation } from '../support/site.js'

/** Words of paying, in both languages. `commission` is our word for a request; a cut would be a `fee` or a `provvigione`. */
const money =
  /\b(price[sd]?|pricing|costs?|fees?|tariffs?|budgets?|pay|pays|paid|payments?|payable|charge[sd]?|invoices?|billing|subscriptions?|premium|checkout|deposits?|amounts?|cents?|currency|euros?|eur|iban|stripe|paypal|credit card|percent(age)?|prezz[oi]|cost[aoi]|tariff[ae]|quot[ae]|canone|abbonament[oi]|provvigion[ei]|pagament[oi]|pagare|paga|pagat[oaie]|fattur[ae]|import[oi]|a pagamento)\b|€/i

/** `amountCents`, `amount-cents`, `amount_cents` → `amount cents` */
const asWords = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_/:.]+/g, ' ')

/** Only a donor gives money, so only these may speak of it: donations, and the books that they stand in. */
const isGiving = (name: string): boolean =>
  /donat|donor|donaz|\bdona\b|mokor-donate|mokor-(ledger|book-years)|\bgive\b/i.test(name)

const config = await buildConfig({
  secret: 'x',
  serverURL: 'https://rete.example',
  db: sqliteAdapter({ client: { url: 'file::memory:' } }),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  plugins: [mokorPlugin({ organisation, outbox: { worker: false } })],
})
const ours = new Set<string>(Object.values(defaultSlugs))
const collections = config.collections.filter(({ slug }) => ours.has(slug) && !isGiving(slug))

interface Found {
  where: string
  text: string
}

/** Every string and every key below a value; functions and cycles are passed over. */
function textsOf(value: unknown, where: string, seen = new Set<unknown>()): Found[] {
  if (typeof value === 'string') return [{ where, text: value }]
  if (value === null || typeof value !== 'object' || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, inner]) => [
    { where: `${where}.${key}`, text: key },
    ...textsOf(inner, `${where}.${key}`, seen),
  ])
}

/** Sentences may say that nothing is asked, and that prices are not ours. */
const denials = [
  /non costa nulla|costs nothing|senza provvigion|without commission/i,
  /(non|nulla) (chiede|è richiesto|si paga)|asks (for )?nothing/i,
  /nessuno può pagare|nobody can pay/i,
  /prezzi e (accordi|contestazioni|controversie)|prices and (agreements|disputes)/i,
  /non (decide|arbitra)[^.]*(denaro|prezz)/i,
  /prezz\w*[^.]*[ft]ra (le persone|le parti|di voi|voi)|price\w*[^.]*between/i,
  /anche se non pagat|unpaid/i,
  // In a team one invoices the client for all, or each their part: what, is between them.
  /\b(chi|fattura chi) (fattura|tiene i contatti)\b|\bwho (invoices|keeps in touch invoices)\b/i,
  /il prezzo lo (concordano|decidete)|they agree on the price/i,
]

/** Read one by one: none of these asks a member or a client for money. */
const reviewed = [
  // Of donations, in files shared by all.
  'is not a valid IBAN',
  'L’importo va da 1 a 999.999,99 euro',
  'The amount goes from 1 to 999,999.99 euros',
  'Codice QR con beneficiario, IBAN, importo e causale',
  'QR code with beneficiary, IBAN, amount and reference',
  // Of what the law asks of whoever works now and then; nobody is charged.
  'Prestazione occasionale: tieni il conto dell’anno. Oltre i 5.000 euro netti in un anno, sommando tutti i clienti, cominciano i contributi. Da verificare con chi ti segue.',
  'Occasional work: keep count of your year. Beyond a net 5,000 euros in a year, over all clients, contributions begin. To be checked with whoever advises you.',
]

const isHarmless = ({ text }: Found): boolean =>
  reviewed.includes(text.trim()) || denials.some((denial) => denial.test(text))

/** The trades people have speak of invoices and pay; the rounds of the proof of work are its cost. */
const isOther = ({ where, text }: Found): boolean =>
  where.startsWith(path.join('collections', 'skills', 'catalogue')) ||
  (where.startsWith('get /challenge.') && text === 'cost')

const speakingOfMoney = (found: Found[]): string[] =>
  found
    .filter((one) => money.test(asWords(one.text)) && !isHarmless(one) && !isOther(one))
    .map(({ where, text }) => `${where}: ${text}`)

interface FieldLike {
  name?: string
  fields?: FieldLike[]
  tabs?: FieldLike[]
}
const namesOf = (fields: FieldLike[], under = ''): string[] =>
  fields.flatMap((field) => {
    const at = field.name ? `${under}.${field.name}` : under
    return [...(field.name ? [at] : []), ...namesOf([...(field.fields ?? []), ...(field.tabs ?? [])], at)]
  })

test('the walk sees what there is', () => {
  const names = collections.flatMap(({ slug, fields }) => namesOf(fields as FieldLike[], slug))
  expect(names).toEqual(
    expect.arrayContaining(['members.skills.years', 'commissions.client.contactBy', 'teams.members.role']),
  )
  expect(collections.map(({ slug }) => slug)).toHaveLength(ours.size - 3)
  expect(routes.length).toBeGreaterThan(10)
})

test.each(['amountCents', 'priceRange', 'Prezzo', 'Quota annuale', 'membershipFee', '10 €', 'Abbonamento', '/pay/:id'])(
  'it would find «%s»',
  (text) => expect(speakingOfMoney([{ where: 'x', text }])).toEqual([`x: ${text}`]),
)

test.each(collections.map((collection) => [collection.slug, collection] as const))(
  'no field, label, option, description or endpoint of %s charges anybody',
  (slug, { fields, labels, admin, endpoints }) => {
    const { group, description, defaultColumns, listSearchableFields } = admin
    const shown = { fields, labels, group, description, defaultColumns, listSearchableFields }
    const paths = (endpoints || []).map(({ path: at }) => ({ where: slug, text: at }))
    expect(speakingOfMoney([...textsOf(shown, slug), ...paths])).toEqual([])
  },
)

test('no address of the API charges anybody', () => {
  const paths = (config.endpoints ?? []).map(({ path: at }) => ({ where: 'endpoint', text: at }))
  expect(speakingOfMoney(paths.filter(({ text }) => !isGiving(text)))).toEqual([])
})

test.each(
  routes.filter((route) => !isGiving(route.path)).map((route) => [`${route.method} ${route.path}`, route] as const),
)('nothing that %s takes or gives charges anybody', (name, route) => {
  const schemas = [route.method === 'post' ? route.body : route.query, route.answer]
  const texts = schemas.flatMap((schema) =>
    schema ? textsOf(z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any', io: 'input' }), name) : [],
  )
  expect(speakingOfMoney(texts)).toEqual([])
})

const root = path.join(import.meta.dirname, '..', '..')

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(at)
    return /\.tsx?$/.test(entry.name) && !/\.generated\./.test(entry.name) ? [at] : []
  })
}

/** String literals of a source, comments and imports left out. */
function literals(file: string): Found[] {
  const text = fs
    .readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*(\/\/|import |export \* from|export \{.*from).*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '')
  const where = path.relative(root, file)
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g)].map((match) => ({
    where,
    text: (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}/g, ' '),
  }))
}

test('no sentence in the code asks a member or a client for money', () => {
  const files = ['collections', 'plugin', 'widgets'].flatMap((folder) => sources(path.join(root, folder)))
  expect(files.length).toBeGreaterThan(100)
  const found = files
    .filter((file) => !isGiving(path.relative(root, file)))
    .flatMap(literals)
    .filter(({ text }) => /\s/.test(text.trim()) && !isGiving(text))
  expect(speakingOfMoney(found)).toEqual([])
})

test('nothing that takes payments is installed', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(
    Object.keys(dependencies).filter((name) => /stripe|paypal|braintree|adyen|mollie|satispay|checkout/.test(name)),
  ).toEqual([])
})
