// The network's own pages without script: found, filled in, mended and sent, from our own pages alone.

import { inTransaction } from '../../plugin/database/transaction.js'
import { publish } from '../../plugin/directory/index.js'
import { issueToken } from '../../plugin/forms/token.js'
import { slugOf } from '../../plugin/runtime.js'
import { api } from '../support/forms.js'
import { trades } from '../support/generated-profiles.js'
import { profile } from '../support/profiles.js'
import { organisation, startSite } from '../support/site.js'

const site = await startSite()
const { payload } = site
afterAll(() => site.close())
beforeEach(async () => {
  await payload.db.deleteMany({ collection: slugOf(payload, 'limits'), where: {} })
})

const open = (page: string, init?: RequestInit) => site.fetch(`${api}/pages${page}`, init)

const send = (page: string, fields: Record<string, string | string[]>, origin = site.url) =>
  open(page, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  })

/** The token that the page drew. */
async function tokenOf(page: string): Promise<string> {
  const text = await (await open(`${page}?lang=it`)).text()
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

const count = async (key: 'members' | 'commissions' | 'donations') =>
  (await payload.db.count({ collection: slugOf(payload, key), where: {} })).totalDocs

const ask = {
  description: 'Una credenza del nonno da restaurare <b>',
  mode: 'onsite',
  place: 'Milano',
  soon: 'soon',
  choice: 'network',
  kind: 'person',
  name: 'Carla Bianchi',
  email: 'carla@clients.example',
  contactBy: 'email',
  share: 'yes',
}
const give = { amount: 'other', amountOther: '12,50', frequency: 'once', type: 'person', publicAs: 'anonymous' }
const join = {
  kind: 'professional',
  firstName: 'Maria',
  lastName: 'Rossi',
  displayAs: 'initial',
  headline: 'Restauro mobili',
  skill0: 'Restauro di mobili',
  origin0: 'practised',
  years0: '12',
  place: 'Roma',
  modes: ['onsite', 'remote'],
  radiusKm: '25',
  availability: 'now',
  email: 'maria@people.example',
  reach: 'public',
  publish: 'yes',
  adult: 'yes',
  rules: 'yes',
}

test.each(['', '/directory', '/ask', '/join', '/give', '/ranking', '/report'])(
  'page %j is plain and strict',
  async (page) => {
    for (const lang of ['it', 'en']) {
      const response = await open(`${page}?lang=${lang}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
      expect(response.headers.get('set-cookie')).toBeNull()
      const text = await response.text()
      expect(text).toContain(`<html lang="${lang}">`)
      expect(text.match(/<h1>/g)).toHaveLength(1)
      expect(text).not.toMatch(/<script|style="|onclick|undefined|\[object/)
    }
  },
)

test.each(['/nope', '/link', '/rules', '/members', '/a/b/c'])(
  'an address of no page, %s, is answered by a page that says so',
  async (page) => {
    const answer = await open(`${page}?lang=it`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const text = await answer.text()
    expect(text).toMatch(/<h1>Non trovato<\/h1>[\s\S]*Torna alle pagine della rete/)
    expect(text).toContain('?lang=en"')
  },
)

test('pages name an icon, and the association’s legal form in their language', async () => {
  const legalForm = { it: 'Associazione non riconosciuta', en: 'Unincorporated association' }
  const site = await startSite({ plugin: { organisation: { ...organisation, legalForm } } })
  const page = async (lang: string) => (await site.fetch(`${api}/pages?lang=${lang}`)).text()
  expect(await page('it')).toContain('Rete di prova · Associazione non riconosciuta · C.F.')
  expect(await page('en')).toContain('Rete di prova · Unincorporated association · C.F.')
  expect(await page('it')).toMatch(/<link rel="icon" href="data:image\/svg\+xml,[^"<>]+%3ER%3C/)
  await site.close()
})

test('a request opened from a profile names its person; from one that nobody may see, nobody', async () => {
  await inTransaction(payload, (req) =>
    publish(req, { profiles: [profile({ id: 'm1', slug: 'ada-z-2222', name: 'Ada <Z>' })], withdrawn: [], skills: [] }),
  )
  const named = await (await open('/ask?member=ada-z-2222&lang=it')).text()
  expect(named).toContain('la rete sente Ada &lt;Z&gt;; se non può, propone altri')
  const wrong = await send('/ask?lang=it', { member: 'ada-z-2222', token: await tokenOf('/ask') })
  expect(await wrong.text()).toContain('la rete sente Ada &lt;Z&gt;')
  expect(await (await open('/ask?member=nobody-2222&lang=it')).text()).toContain('la rete propone chi può farlo')
  await inTransaction(payload, (req) => publish(req, { profiles: [], withdrawn: ['m1'], skills: [] }))
})

test('a message to who takes no work now is refused however often it is sent, and never called sent', async () => {
  const resting = profile({ id: 'm2', slug: 'ida-z-2222', availability: { state: 'not-now', from: null } })
  await inTransaction(payload, (req) => publish(req, { profiles: [resting], withdrawn: [], skills: [] }))
  const message = { name: 'Carla', email: 'carla@clients.example', message: 'Una credenza da restaurare.' }
  const token = issueToken(payload, 'contact')
  for (let n = 0; n < 2; n++) {
    const answer = await send('/members/ida-z-2222?lang=it', { ...message, token })
    expect([answer.status, await answer.text()]).toEqual([422, expect.not.stringContaining('Già inviato')])
  }
  await inTransaction(payload, (req) => publish(req, { profiles: [], withdrawn: ['m2'], skills: [] }))
})

test('the directory searches without script', async () => {
  const page = await (await open('/directory?q=%3Cscript%3E&province=MI&lang=it')).text()
  expect(page).toContain('value="&lt;script&gt;"')
  expect(page).toContain('<option value="MI" selected>')
  expect(page).toContain('Nessuno trovato')
  expect((await open('/directory?cursor=broken&lang=it')).status).toBe(400)
  expect((await open('/members/nobody?lang=it')).status).toBe(404)
})

test('the directory without script tells who lives near a place from who comes there', async () => {
  const living = (id: string, municipality: string, radiusKm: number | null) =>
    profile({ id, slug: id, name: id, headline: 'Spazzacamino', municipality, radiusKm })
  const these = [living('di-qui', '015146', 0), living('di-fuori', '016024', 100), living('ovunque', '058091', null)]
  await inTransaction(payload, (req) => publish(req, { profiles: these, withdrawn: [], skills: [] }))
  const page = await (await open('/directory?q=spazzacamino&near=MI&lang=it')).text()
  const [inside = '', coming = ''] = page.split('<h2>Abitano più lontano, ma si spostano fin qui</h2>')
  expect([inside.includes('di-qui'), inside.includes('di-fuori')]).toEqual([true, false])
  expect(coming).toMatch(/Bergamo \(BG\) · a \d+ km · si sposta fin qui/)
  expect(page).toContain('Una persona o azienda')
  const [, everywhere = ''] = page.match(/href="([^"]+)">Una lavora in tutta Italia/) ?? []
  const all = await (
    await open(`/directory${everywhere.slice(everywhere.indexOf('?')).replaceAll('&amp;', '&')}`)
  ).text()
  expect([all.includes('members/ovunque'), all.includes('members/di-qui')]).toEqual([true, false])
  const unclear = await (await open('/directory?near=san+teodoro&lang=it')).text()
  expect(unclear).toContain('Più comuni hanno questo nome')
  expect(unclear).toContain('San Teodoro (ME)</a>')
  expect(unclear).not.toContain('Nessuno trovato')
  expect(await (await open('/directory?near=atlantide&lang=it')).text()).toContain('Nessun comune con questo nome')
  const gone = these.map(({ id }) => id)
  await inTransaction(payload, (req) => publish(req, { profiles: [], withdrawn: gone, skills: [] }))
})

test('the directory without script takes skills as GET /members does, and keeps them', async () => {
  const { words: _, ...carpenter } = trades[0] as (typeof trades)[number]
  await payload.create({
    collection: slugOf(payload, 'skills'),
    data: { ...carpenter, sector: 'crafts', active: true },
  })
  const crowd = Array.from({ length: 23 }, (_, n) =>
    profile({
      id: `s${n}`,
      name: `Persona ${n}`,
      skills: n === 0 ? [] : [{ slug: 'falegname', own: null, origin: 'practised', years: 1, note: null }],
    }),
  )
  await inTransaction(payload, (req) => publish(req, { profiles: crowd, withdrawn: [], skills: trades }))

  const text = await (await open('/directory?skill=falegname&skill=&lang=it')).text()
  expect(text).toContain('22 persone e aziende')
  expect(text).toContain('name="skill" value="falegname" checked><span>Falegname</span>')
  const next = /href="([^"]+)">Mostra altri/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(next).toContain('skill=falegname')
  const rest = await (await site.fetch(new URL(next, site.url).pathname + new URL(next, site.url).search)).text()
  expect(rest.match(/class="card"/g)).toHaveLength(2)

  for (const unknown of ['nessuno', 'No%20Skill%22']) {
    const nobody = await open(`/directory?skill=${unknown}&lang=it`)
    expect(nobody.status).toBe(200)
    expect(await nobody.text()).toContain('Nessuno trovato')
  }
  await inTransaction(payload, (req) =>
    publish(req, { profiles: [], withdrawn: crowd.map(({ id }) => id), skills: [] }),
  )
})

test('a request without script', async () => {
  const before = await count('commissions')
  const token = await tokenOf('/ask')
  const answer = await send('/ask?lang=it', { ...ask, token })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  const reference = /<dd>[2-9CDFGHJKMNPQRTVWXYZ]{4}-[2-9CDFGHJKMNPQRTVWXYZ]{4}<\/dd>/
  expect(text).toMatch(reference)
  expect(await count('commissions')).toBe(before + 1)
  const { docs } = await payload.find({ collection: slugOf(payload, 'commissions'), depth: 0 })
  expect(docs[0]).toMatchObject({ status: 'unconfirmed', place: { municipality: '015146' } })
  expect(JSON.stringify(docs[0])).toContain('/pages/ask')

  const again = await (await send('/ask?lang=it', { ...ask, token })).text()
  expect(again).toContain('Manca solo la conferma')
  expect(again).toContain(`Abbiamo mandato un’e-mail a ${ask.email}: `)
  expect(again.match(reference)?.[0]).toBe(text.match(reference)?.[0])
  const other = await send('/ask?lang=it', { ...ask, description: 'Un altro lavoro, dalla stessa pagina.', token })
  expect(await other.text()).toContain('Già inviato')
  expect(await count('commissions')).toBe(before + 1)
})

test('what is wrong stands beside its field, and nothing typed is lost', async () => {
  const before = await count('commissions')
  const token = await tokenOf('/ask')
  const answer = await send('/ask?lang=it', { ...ask, token, place: 'Castro', email: 'carla@', share: '', soon: '' })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('role="alert"')
  expect(text).toContain('Castro (LE), Castro (BG)')
  expect(text).toMatch(/id="e-email">Questo indirizzo e-mail non sembra giusto/)
  expect(text).toMatch(/id="f-email"[^>]*aria-describedby="h-email e-email" aria-invalid="true" value="carla@"/)
  expect(text).toContain('Una credenza del nonno da restaurare &lt;b&gt;</textarea>')
  expect(text).toContain('id="e-soon">Manca per quando serve')
  expect(await count('commissions')).toBe(before)
  // The same token still serves once the fields are mended.
  const mended = await send('/ask?lang=it', { ...ask, token, place: 'Castro (BG)', email: 'carla2@clients.example' })
  expect(mended.status).toBe(200)
})

test('a missing yes is asked for where it is missing', async () => {
  const token = await tokenOf('/ask')
  const email = 'again@clients.example'
  // However often: the same page, sent again without mending it, neither claims success nor uses the address's day up.
  for (let n = 0; n < 6; n++) {
    const text = await (await send('/ask?lang=it', { ...ask, email, share: '', token })).text()
    expect(text).toContain('id="e-share">Serve un sì per mostrare la richiesta')
  }
  const before = await count('commissions')
  expect(await (await send('/ask?lang=it', { ...ask, email, token })).text()).not.toContain('Già inviato')
  expect(await count('commissions')).toBe(before + 1)
})

test('a pledge without script, with its slip and QR', async () => {
  const before = await count('donations')
  const answer = await send('/give?lang=it', { ...give, token: await tokenOf('/give') })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('IT60 X054 2811 1010 0000 0123 456')
  expect(text).toMatch(/12,50\s€/)
  expect(text).toMatch(/<dd>RF\d{2}[2-9A-Z]{8}<\/dd>/)
  expect(text).toMatch(/Aspettiamo il bonifico fino al(?:l’| )\d+º? \p{L}+ \d{4}\. Dopo/u)
  expect(text).toMatch(/<path fill="#000" d="M[^"]+"/)
  expect(await count('donations')).toBe(before + 1)
})

test.each(['0', '0,5', 'dieci', '-3', '1e9', '1000000'])(
  'an amount of %j is refused once, at its own field',
  async (amountOther) => {
    const answer = await send('/give?lang=it', { ...give, amountOther, token: await tokenOf('/give') })
    expect(answer.status).toBe(422)
    expect(await listed(answer)).toEqual(['L’importo va da 1 a 999.999,99 euro'])
  },
)

test('another amount that was not written is asked for at its field; none at all, at the choice', async () => {
  const missing = async (more: object) =>
    listed(await send('/give?lang=it', { ...give, amountOther: '', token: await tokenOf('/give'), ...more }))
  expect(await missing({})).toEqual(['Manca l’importo'])
  expect(await missing({ amount: '' })).toEqual(['Manca l’importo: scegline uno o scrivi il tuo'])
})

test.each([
  ['1.000,50', /1\.?000,50\s€/],
  ['1 000', /1\.?000,00\s€/],
  ['€ 20', /20,00\s€/],
])('%j is read as the widget reads it', async (amountOther, amount) => {
  const answer = await send('/give?lang=it', { ...give, amount: '', amountOther, token: await tokenOf('/give') })
  expect(await answer.text()).toMatch(amount)
})

test('a link fills nothing in and ticks nothing, but the profile it came from', async () => {
  const typed = { rules: 'yes', adult: 'yes', reach: 'public', share: 'yes', publish: 'yes', name: 'Altri', token: 'x' }
  const query = new URLSearchParams({ lang: 'it', member: 'maria-r-7k3f', ...typed })
  for (const name of ['ask', 'join', 'give']) {
    const plain = await (await site.fetch(`${api}/pages/${name}?lang=it`)).text()
    const led = await (await site.fetch(`${api}/pages/${name}?${query}`)).text()
    const form = (page: string) =>
      page.slice(page.indexOf('<main')).replace(/name="token" value="[^"]*"|<input[^>]* name="member"[^>]*>/g, '')
    expect(form(led).replaceAll(/\s+/g, ' ')).toBe(form(plain).replaceAll(/\s+/g, ' '))
    expect(led.includes('value="maria-r-7k3f"')).toBe(name === 'ask')
  }
})

test('joining without script', async () => {
  const before = await count('members')
  const answer = await send('/join?lang=it', { ...join, token: await tokenOf('/join') })
  const text = await answer.text()
  expect(text).toContain('Manca solo la conferma')
  expect(text).toContain(`un’e-mail a ${join.email}: apri il link`)
  expect(await count('members')).toBe(before + 1)
})

test('joining: own words that name a regulated trade hold nobody up, and the desk is told that it was not asked', async () => {
  const { id } = await site.payload.create({
    collection: 'skills',
    data: { slug: 'idraulico', names: { it: 'Idraulico', en: 'Plumber' }, sector: 'building', regulated: true },
  })
  const answer = await send('/join?lang=it', {
    ...join,
    skill0: 'Idraulico',
    email: 'idraulico@people.example',
    token: await tokenOf('/join'),
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.not.stringContaining('abilitazione')])
  const { docs } = await site.payload.find({
    collection: 'members',
    where: { email: { equals: 'idraulico@people.example' } },
    depth: 0,
  })
  expect(docs).toMatchObject([{ skills: [{ skill: id, qualified: null }] }])
})

test('joining: problems of a skill, a place and a consent find their fields', async () => {
  const answer = await send('/join?lang=it', {
    ...join,
    email: 'x@people.example',
    origin0: '',
    years0: '99',
    place: '',
    rules: '',
    token: await tokenOf('/join'),
  })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  for (const field of ['origin0', 'years0', 'place']) expect(text).toContain(`id="e-${field}"`)
})

/** What the summary lists, in words. */
const listed = async (answer: Response): Promise<string[]> =>
  [...(await answer.text()).matchAll(/<li>(<a href="#f-[\s\S]*?)<\/li>/g)].map(([, item = '']) =>
    item.replace(/<[^>]+>/g, ''),
  )

test('an empty form is told at once everything that it needs, and which skill', async () => {
  expect(await listed(await send('/ask?lang=it', { mode: 'onsite', token: await tokenOf('/ask') }))).toEqual([
    'Manca il lavoro che serve',
    'Manca il comune in cui si svolge il lavoro',
    'Manca per quando serve',
    'Chi chiede? Manca questo dato',
    'Manca il nome di chi chiede',
    'Manca l’e-mail per confermare la richiesta',
    expect.stringContaining('Serve un sì per mostrare la richiesta'),
  ])
  const noOrigin = { ...join, skill1: 'Doratura', origin0: '', kind: 'unemployed', rules: '', radiusKm: '' }
  expect(await listed(await send('/join?lang=it', { ...noOrigin, token: await tokenOf('/join') }))).toEqual([
    'Capacità 1: Scegli fra mestiere, attitudine e passione',
    'Capacità 2: Scegli fra mestiere, attitudine e passione',
    'Manca che cosa hai fatto davvero: bastano due righe',
    'Manca fin dove ti sposti',
    'Manca il tuo sì alle regole della rete',
  ])
})

test('a wrong place and phone do not hide the date that has passed, nor the yes that is missing', async () => {
  const late = { ...ask, place: 'Bergmo', phone: 'casa', soon: 'by', by: '2020-01-01', share: '' }
  expect(await listed(await send('/ask?lang=it', { ...late, token: await tokenOf('/ask') }))).toEqual([
    'Nessun comune con questo nome: controlla come si scrive',
    'Questa data è già passata',
    'Questo numero di telefono non sembra giusto: va scritto come 333 1234567',
    expect.stringContaining('Serve un sì'),
  ])
})

test('what belongs to no field stands in the summary alone', async () => {
  const text = await (await send('/ask?lang=it', ask)).text()
  expect(text).toContain('<li>La pagina è rimasta aperta a lungo: premi ancora il pulsante</li>')
  expect(text).not.toMatch(/aria-invalid="true"|id="e-/)
})

test('the rules to agree to are a link, which opens beside the form', async () => {
  const text = await (await open('/join?lang=it')).text()
  expect(text).toContain(
    '<p class="hint" id="h-rules"> <a href="https://rete.example/regole" target="_blank" rel="noopener">Leggi le regole</a>',
  )
  expect(text).toMatch(/id="f-rules"[^>]* aria-describedby="h-rules"/)
})

test('pages say the language that they speak, also on a site with others', async () => {
  const french = await startSite({ plugin: { languages: ['fr', 'it', 'en'] } })
  const page = async (lang: string) => (await french.fetch(`${api}/pages/ask?lang=${lang}`)).text()
  expect(await page('fr')).toMatch(/<html lang="en">[\s\S]*Ask for a job/)
  expect(await page('it')).toMatch(/<html lang="it">[\s\S]*Chiedi un lavoro/)
  await french.close()
})

describe('a form is taken only from our own page', () => {
  const refused: [string, () => Promise<Response>, number][] = [
    ['a partner’s', async () => send('/ask', { ...ask, token: await tokenOf('/ask') }, 'https://blog.example'), 403],
    ['a foreign one', async () => send('/ask', { ...ask, token: await tokenOf('/ask') }, 'https://evil.example'), 403],
    ['none', () => open('/ask', { method: 'POST', body: new URLSearchParams(ask) }), 403],
    ['without token', () => send('/ask', ask), 422],
    ['with the token of another form', async () => send('/ask', { ...ask, token: await tokenOf('/give') }), 422],
    ['with a made-up token', () => send('/ask', { ...ask, token: '1.2.3' }), 422],
    [
      'with an old token',
      () => send('/ask', { ...ask, token: issueToken(payload, 'ask', new Date(Date.now() - 25 * 3_600_000)) }),
      422,
    ],
    [
      'as JSON',
      () =>
        open('/ask', { method: 'POST', headers: { Origin: site.url, 'Content-Type': 'application/json' }, body: '{}' }),
      415,
    ],
    ['too large', () => send('/ask', { ...ask, description: 'x'.repeat(70_000) }), 413],
    ['with a NUL', async () => send('/ask', { ...ask, name: 'a\u0000b', token: await tokenOf('/ask') }), 400],
    [
      'with line breaks in a name',
      async () => send('/ask', { ...ask, name: 'a\r\nBcc: x@y.example', token: await tokenOf('/ask') }),
      422,
    ],
  ]
  test.each(refused)('%s', async (_, sending, status) => {
    const before = await count('commissions')
    const response = await sending()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await count('commissions')).toBe(before)
  })
})

test('a filled honeypot looks like a success and stores nothing', async () => {
  const before = await count('commissions')
  const answer = await send('/ask?lang=it', { ...ask, website: 'spam', token: await tokenOf('/ask') })
  expect(await answer.text()).toContain('Riferimento della richiesta')
  expect(await count('commissions')).toBe(before)
})

test('pages that are switched off are not there', async () => {
  const closed = await startSite({ plugin: { features: { pages: false, donations: false } } })
  expect((await closed.fetch(`${api}/pages/ask`)).status).toBe(404)
  expect((await closed.fetch(`${api}/pages`)).status).toBe(404)
  const link = await closed.fetch(`${api}/pages/link/${'A'.repeat(43)}`, { headers: { 'Accept-Language': 'it' } })
  expect(await link.text()).toContain('Questo link non vale')
  expect((await closed.fetch(`${api}/donations/summary`)).status).toBe(404)
  await closed.close()
})
