// The database stops in the middle: visitors are told within three seconds, and all is well when it is back.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { api, donationBody, post, solvedChallenge } from '../support/forms.js'
import { findMongod } from '../support/mongod.mjs'
import { blogOrigin, database, startSite } from '../support/site.js'

const onMongo = database === 'mongo' ? describe : describe.skip

onMongo('without its database', () => {
  test('every public route says so within three seconds, and serves again when it is back', async () => {
    const systemBinary = await findMongod()
    if (!systemBinary) throw new Error('no mongod')
    const dbPath = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-gone-'))
    const start = (port?: number) =>
      MongoMemoryReplSet.create({
        replSet: { count: 1, storageEngine: 'wiredTiger' },
        instanceOpts: [{ dbPath, storageEngine: 'wiredTiger', ...(port ? { port } : {}) }],
        binary: { systemBinary, checkMD5: false },
      })
    let mongo = await start()
    const uri = mongo.getUri()
    const port = Number(new URL(uri.replace(/^mongodb/, 'http')).port)
    const site = await startSite({ databaseUrl: uri.replace('/?', '/gone?') })
    const challenge = await solvedChallenge(site)
    const read = () => site.fetch(`${api}/members?lang=it`)
    expect((await read()).status).toBe(200)

    await mongo.stop({ doCleanup: false, force: false })
    const asking: [string, () => Promise<Response>][] = [
      ['members', read],
      ['member', () => site.fetch(`${api}/members/nobody`)],
      ['summary', () => site.fetch(`${api}/donations/summary`)],
      ['challenge', () => site.fetch(`${api}/challenge`, { headers: { Origin: blogOrigin } })],
      ['pledge', () => post(site, '/donations', { ...donationBody, challenge })],
      ['page', () => site.fetch(`${api}/pages/directory`)],
      ['link', () => site.fetch(`${api}/pages/link/${'A'.repeat(43)}`)],
    ]
    const answers = await Promise.all(
      asking.map(async ([name, ask]) => {
        const began = Date.now()
        const { status, headers } = await ask()
        return { name, status, ms: Date.now() - began, retryAfter: Number(headers.get('retry-after')) }
      }),
    )
    for (const answer of answers) {
      expect(answer).toMatchObject({ name: answer.name, status: 503 })
      expect(answer.ms).toBeLessThan(3000)
      expect(answer.retryAfter).toBeGreaterThan(0)
    }

    mongo = await start(port)
    const deadline = Date.now() + 40_000
    while ((await read()).status !== 200 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await read()).status).toBe(200)
    // What was refused can be sent again with the same challenge: nothing of it was kept.
    const fresh = await solvedChallenge(site)
    expect((await post(site, '/donations', { ...donationBody, challenge: fresh })).status).toBe(201)
    await site.close()
    await mongo.stop({ doCleanup: true, force: true })
    fs.rmSync(dbPath, { recursive: true, force: true })
  }, 120_000)
})
