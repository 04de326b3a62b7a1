// The project's commands on a real site: the seed, ESCO's files, the check that mends; what each adds, keeps and says.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { finishLeaving, type Member } from '../../collections/members/index.js'
import { transition } from '../../collections/members/transition.js'
import { catalogue } from '../../collections/skills/catalogue.js'
import { importEsco } from '../../collections/skills/commands/esco.js'
import { seed } from '../../collections/skills/commands/seed.js'
import { missingSetup } from '../../plugin/admin/setup-checks.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import type { OutboxRow } from '../../plugin/outbox/row.js'
import { startMailbox } from '../support/mailbox.js'
import { addMember, addPublicMember, readMember, rowOf } from '../support/people.js'
import { database, mongoUrl, type Site, startSite } from '../support/site.js'

test('the seed adds the catalogue once, and leaves an editor’s words alone', async () => {
  const site = await startSite()
  expect(await seed(site.payload)).toEqual({ created: catalogue.length, kept: 0, completed: 0 })
  const find = async () => {
    const { docs } = await site.payload.find({
      collection: 'skills',
      where: { slug: { equals: 'elettricista' } },
      depth: 0,
    })
    return docs[0] as unknown as {
      id: number | string
      names: Record<string, string>
      synonyms: Record<string, string[]>
      regulated: boolean
      sector: string
      active: boolean
    }
  }
  const electrician = await find()
  expect(electrician).toMatchObject({
    names: { it: 'Elettricista', en: 'Electrician' },
    regulated: true,
    sector: 'building',
    active: true,
  })
  await site.payload.update({
    collection: 'skills',
    id: electrician.id,
    data: { names: { it: 'Elettricisti', en: 'Electrician' }, active: false },
  })
  expect(await seed(site.payload)).toEqual({ created: 0, kept: catalogue.length, completed: 0 })
  expect(await find()).toMatchObject({ names: { it: 'Elettricisti' }, active: false })

  // As a version left it whose catalogue knew three synonyms less, and an editor who took one out and wrote one.
  const [removed = '', ...rest] = catalogue.find(({ slug }) => slug === 'elettricista')?.synonyms.it ?? []
  const theirs = [...rest.slice(0, -3), 'mago dei fili']
  const stand = (seeded: object | null) =>
    site.payload.update({
      collection: 'skills',
      id: electrician.id,
      data: { synonyms: { ...electrician.synonyms, it: theirs }, seeded },
    })
  for (const seeded of [null, { it: rest.length - 2, en: electrician.synonyms.en?.length }]) {
    await stand(seeded)
    expect(await seed(site.payload)).toMatchObject({ created: 0, completed: 1 })
    expect(await find()).toMatchObject({
      names: { it: 'Elettricisti' },
      active: false,
      synonyms: { en: electrician.synonyms.en, it: [...theirs, ...rest.slice(-3)] },
    })
    // What an editor takes out again stays out.
    await site.payload.update({
      collection: 'skills',
      id: electrician.id,
      data: { synonyms: { ...electrician.synonyms, it: theirs } },
    })
    expect(await seed(site.payload)).toMatchObject({ created: 0, completed: 0 })
    expect((await find()).synonyms.it).toEqual(theirs)
  }
  expect(theirs).not.toContain(removed)
  const answer = await site.fetch(`/api/skills/${electrician.id}`)
  expect(await answer.json()).not.toHaveProperty('seeded')
  await site.close()
})

test('ESCO’s files complete the trades and add the groups asked for, once; what editors wrote stays', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-esco-'))
  const head = 'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n'
  const it = path.join(folder, 'occupations_it.csv')
  const en = path.join(folder, 'occupations_en.csv')
  fs.writeFileSync(
    it,
    `${head}Occupation,http://data.europa.eu/esco/occupation/1,7126,idraulico/idraulica,"acquaiolo esperto"
Occupation,http://data.europa.eu/esco/occupation/2,7317,cestaio specializzato/cestaia specializzata,intrecciatore di vimini
Occupation,http://data.europa.eu/esco/occupation/3,1120,governatore di banca centrale,\n`,
  )
  fs.writeFileSync(
    en,
    `${head}Occupation,http://data.europa.eu/esco/occupation/2,7317,expert basketmaker,wicker weaver\n`,
  )
  const site = await startSite()
  await seed(site.payload)
  const skill = async (slug: string) => {
    const { docs } = await site.payload.find({ collection: 'skills', where: { slug: { equals: slug } }, depth: 0 })
    return docs[0] as unknown as {
      names: Record<string, string>
      synonyms: Record<string, string[]>
      escoUri?: string
      sector: string
    }
  }
  const asked = { files: [it, en], groups: ['7317'], sector: 'crafts' }
  const before = await skill('idraulico')
  expect(await importEsco(site.payload, asked)).toEqual({ matched: 1, completed: 1, added: 1, free: 1, unclear: [] })
  const plumber = await skill('idraulico')
  expect(plumber.escoUri).toBe('http://data.europa.eu/esco/occupation/1')
  expect(plumber.names).toEqual(before.names)
  expect(plumber.synonyms.it).toEqual([...(before.synonyms.it ?? []), 'acquaiolo esperto'])
  expect(plumber.synonyms.en).toEqual(before.synonyms.en)
  expect(await skill('cestaio-specializzato')).toMatchObject({
    names: { it: 'Cestaio specializzato', en: 'Expert basketmaker' },
    synonyms: { it: ['cestaia specializzata', 'intrecciatore di vimini'], en: ['wicker weaver'] },
    sector: 'crafts',
  })
  expect(await importEsco(site.payload, asked)).toEqual({ matched: 2, completed: 0, added: 0, free: 1, unclear: [] })

  await expect(importEsco(site.payload, { ...asked, files: ['nowhere_it.csv'] })).rejects.toThrow('nowhere_it.csv')
  await expect(importEsco(site.payload, { ...asked, files: ['occupations_zz.csv'] })).rejects.toThrow(
    '_it.csv or _en.csv',
  )
  fs.writeFileSync(it, 'a,b\n1,2\n')
  await expect(importEsco(site.payload, asked)).rejects.toThrow('«conceptUri»')
  await site.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Runs a command as a person would, in a process that loads a whole site. */
const runOn = (databaseUrl: string, ...words: string[]) => runWith({}, databaseUrl, ...words)

const runWith = (more: Record<string, string>, databaseUrl: string, ...words: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ['node_modules/payload/bin.js', ...words],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          NODE_ENV: 'development',
          PAYLOAD_CONFIG_PATH: 'test/support/command-site.ts',
          DATABASE_URL: databaseUrl,
          ...more,
        },
      },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })

const isMongo = database === 'mongo'

/** Empty for each, as on the day a site is made: MongoDB builds all its indexes while the command is at its work. */
const onEmptyMongo = isMongo ? describe : describe.skip // the fault is index builds under way, and SQLite builds none

onEmptyMongo('payload mokor:… as the first thing a database sees', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-first-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const trades = path.join(folder, 'occupations_it.csv')
  fs.writeFileSync(
    trades,
    `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n${Array.from(
      { length: 20 },
      (_, n) => `Occupation,http://data.europa.eu/esco/occupation/${n},7317,cestaio numero ${n},`,
    ).join('\n')}\n`,
  )

  test.each([
    [['mokor:seed'], `${catalogue.length} trades added`],
    [['mokor:esco', trades, '--isco', '7317', '--sector', 'crafts'], '20 added'],
    [['mokor:check'], 'All is as it should be.'],
    [['mokor:work', '--once'], '0 sent, 0 not sent'],
  ])(
    '%j',
    async (words, expected) => {
      const outcome = await runOn(mongoUrl(`first${randomBytes(4).toString('hex')}`), ...words)
      expect(outcome.said).toContain(expected)
      expect(outcome.code).toBe(0)
    },
    60_000,
  )

  test('mokor:seed, run by two people at once, adds each trade once', async () => {
    const databaseUrl = mongoUrl(`first${randomBytes(4).toString('hex')}`)
    const both = await Promise.all([runOn(databaseUrl, 'mokor:seed'), runOn(databaseUrl, 'mokor:seed')])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    const added = both.map(({ said }) => Number(/(\d+) trades added/.exec(said)?.[1]))
    expect((added[0] ?? 0) + (added[1] ?? 0)).toBe(catalogue.length)
  }, 90_000)
})

const once = isMongo ? describe.skip : describe // what each says is the same on every database, and a run takes seconds: SQLite has them all

once('payload mokor:…', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-commands-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = `file:${path.join(folder, 'site.db')}`
  const run = (...words: string[]) => runOn(databaseUrl, ...words)

  test('say what they did, and end as they should', async () => {
    const first = await run('mokor:seed')
    expect(first).toMatchObject({ code: 0 })
    expect(first.said).toContain(`${catalogue.length} trades added`)
    expect((await run('mokor:seed')).said).toContain(`0 trades added, ${catalogue.length} were there already`)

    const noWords = await run('mokor:grant')
    expect(noWords).toMatchObject({ code: 2 })
    expect(noWords.said).toContain('payload mokor:grant EMAIL ROLE')
    const nobody = await run('mokor:grant', 'nobody@rete.example', 'owner')
    expect(nobody).toMatchObject({ code: 1 })
    expect(nobody.said).toContain('nobody@rete.example')

    expect(await run('mokor:work', '--once')).toMatchObject({ code: 0 })
    for (const wrong of [
      ['mokor:work', '--onc'],
      ['mokor:esco', 'nowhere_it.csv'],
      ['mokor:grant', 'nobody@rete.example', 'owner', 'editor'],
    ])
      expect(await run(...wrong)).toMatchObject({ code: 2 })
    const check = await run('mokor:check')
    expect(check).toMatchObject({ code: 0 })
    expect(check.said).toContain('All is as it should be.')
  }, 180_000)

  test('a dry check tells what is wrong and leaves it so; the other mends it; the work tidies up', async () => {
    const site = await startSite({ database: 'sqlite', databaseUrl })
    const member = await addPublicMember(site.payload)
    await site.payload.db.deleteMany({ collection: 'mokor-directory', where: {} })
    await site.payload.db.create({
      collection: 'mokor-limits',
      data: { key: 'yesterday', n: 1, expiresAt: new Date(Date.now() - 86_400_000).toISOString() },
    })
    await site.close()

    for (let time = 0; time < 2; time++) {
      const dry = await run('mokor:check', '--dry')
      expect(dry).toMatchObject({ code: 1 })
      expect(dry.said).toContain(`1 without a row: ${member.id}`)
      expect(dry.said).toContain('Nothing was changed')
    }
    const mended = await run('mokor:check')
    expect(mended).toMatchObject({ code: 0 })
    expect(mended.said).toContain('Mended.')
    const after = await run('mokor:check', '--dry')
    expect(after).toMatchObject({ code: 0 })
    expect(after.said).toContain('All is as it should be.')

    expect(await run('mokor:work', '--once')).toMatchObject({ code: 0 })
    const again = await startSite({ database: 'sqlite', databaseUrl })
    const { totalDocs } = await again.payload.db.count({ collection: 'mokor-limits', where: {} })
    expect(totalDocs).toBe(0)
    await again.close()
  }, 180_000)

  test('a backup drill: no old mail repeats, nobody erased returns, spent links stay spent', async () => {
    const file = path.join(folder, 'drill.db')
    const drilled = `file:${file}`
    const erasureLog = path.join(folder, 'elsewhere', 'erasures.jsonl')
    const mailbox = await startMailbox()
    const start = () =>
      startSite({
        database: 'sqlite',
        databaseUrl: drilled,
        plugin: { erasureLog },
        config: (base) => ({ ...base, email: mailbox.adapter }),
      })

    // The day of the backup.
    const before = await start()
    // It is there from the first start on, or the drill would miss it where nobody was ever erased.
    expect(fs.readFileSync(erasureLog, 'utf8')).toBe('')
    expect(await missingSetup(before.payload, ['owner'])).not.toContain('restored')
    const leaves = await addPublicMember(before.payload, { email: 'parte@posta.example', firstName: 'Orsola' })
    const stays = await addPublicMember(before.payload, { email: 'resta@posta.example', phone: '+39 333 765 4321' })
    const joins = await addMember(before.payload, {
      status: 'unconfirmed',
      email: 'entra@posta.example',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    const queue = (template: string, target: number | string, more: { link?: string; dueAt?: Date } = {}) =>
      inTransaction(before.payload, (req) =>
        enqueue(req, { key: `${template}:${target}`, template, target: String(target), lang: 'it', ...more }),
      )
    await queue('member-active', stays.id, { link: 'member-status' })
    await queue('member-confirm', joins.id, { link: 'confirm-join' })
    const tomorrow = new Date(Date.now() + 86_400_000)
    await queue('member-reminder', joins.id, { link: 'confirm-join', dueAt: tomorrow })
    await before.close()
    const since = new Date().toISOString()
    fs.copyFileSync(file, `${file}.backup`)

    // What happens after it.
    const after = await start()
    await drainOutbox(after.payload)
    expect(mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(['entra@posta.example', 'resta@posta.example'])
    const linkTo = (address: string) => {
      const mail = mailbox.mails.find(({ to }) => to[0] === address)
      return new URL(/https?:\/\/\S+\/pages\/link\/[\w-]{43}\?lang=it/.exec(mail?.text ?? '')?.[0] ?? '')
    }
    const press = (site: Site, link: URL, button: string) =>
      site.fetch(`${link.pathname}${link.search}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
        body: `do=${button}`,
      })
    const [confirming, lasting] = [linkTo('entra@posta.example'), linkTo('resta@posta.example')]
    expect(await (await press(after, confirming, 'confirm')).text()).toContain('Adesione ricevuta')
    const moderator = await after.as('moderator@rete.example', ['moderator', 'editor'])
    const step = (id: number | string, name: string) =>
      after.fetch(`/api/members/${id}/mokor/${name}`, {
        method: 'POST',
        headers: { ...moderator, 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason: 'Lo ha chiesto' }),
      })
    expect((await step(stays.id, 'revoke-link')).status).toBe(200)
    const member = (await readMember(after.payload, leaves.id)) as unknown as Member
    await inTransaction(after.payload, (req) => transition(req, member, 'leave', { by: 'member', at: new Date() }))
    await inTransaction(after.payload, (req) => finishLeaving(req, leaves.id))
    expect((await readMember(after.payload, leaves.id)).status).toBe('left')
    await after.close()
    expect(fs.readFileSync(erasureLog, 'utf8')).not.toMatch(/Orsola|posta\.example/)

    // The disk is lost.
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(`${file}${ending}`, { force: true })
    fs.copyFileSync(`${file}.backup`, file)
    mailbox.mails.length = 0
    const restored = (...words: string[]) =>
      runWith({ MOKOR_TEST_ERASURE_LOG: erasureLog }, drilled, 'mokor:restored', ...words)
    expect(await restored('--since', '2026-11-30')).toMatchObject({ code: 2 })
    const check = () => runWith({ MOKOR_TEST_ERASURE_LOG: erasureLog }, drilled, 'mokor:check', '--dry')
    expect((await check()).said).toContain('a backup was restored, and their erasures were not done again')
    const early = await start()
    expect(await missingSetup(early.payload, ['owner'])).toContain('restored')
    await early.close()
    const dry = await restored('--since', since, '--dry')
    expect(dry).toMatchObject({ code: 0 })
    const done = await restored('--since', since)
    expect(done).toMatchObject({ code: 0 })
    for (const { said } of [dry, done]) {
      expect(said).toContain('2 mails held back')
      expect(said).toMatch(/member-active, .*Maria Colnaghi/)
      expect(said).toContain('1 links spent')
      expect(said).toContain(`leaving ${leaves.id}`)
    }

    expect((await check()).said).not.toContain('a backup was restored')
    const again = await start()
    expect(await missingSetup(again.payload, ['owner'])).not.toContain('restored')
    await drainOutbox(again.payload)
    expect(mailbox.mails).toEqual([])
    expect(await readMember(again.payload, leaves.id)).toMatchObject({ status: 'left', email: null, firstName: '—' })
    expect(await rowOf(again.payload, leaves.id)).toBeNull()
    expect(await rowOf(again.payload, stays.id)).not.toBeNull()
    const { totalDocs } = await again.payload.countVersions({
      collection: 'members',
      where: { parent: { equals: leaves.id } },
    })
    expect(totalDocs).toBe(0)
    expect((await again.fetch(lasting.pathname)).status).toBe(404)
    expect(await (await press(again, confirming, 'confirm')).text()).toContain('già stato usato')
    expect((await readMember(again.payload, joins.id)).status).toBe('unconfirmed')
    // Whoever confirmed in vain asks for a new mail; the editor sends again what had not arrived; a reminder keeps its day.
    expect(await (await press(again, confirming, 'renew')).text()).toContain('Mail in arrivo')
    const { docs } = await again.payload.db.find<OutboxRow>({
      collection: 'mokor-outbox',
      where: { status: { equals: 'failed' } },
    })
    expect(docs.map(({ template, lastError }) => [template, lastError]).sort()).toEqual([
      ['member-active', 'restored'],
      ['member-confirm', 'restored'],
    ])
    await drainOutbox(again.payload)
    expect(mailbox.mails.map(({ to }) => to[0])).toEqual(['entra@posta.example'])
    await again.close()
    await mailbox.stop()
  }, 180_000)
})
