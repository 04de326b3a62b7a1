// A site starts with the plugin, and with the plugin switched off.

import { missingSetup } from '../../plugin/admin/setup-checks.js'
import { startWarnings } from '../../plugin/collection/start-check.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import type { MokorPluginOptions } from '../../plugin/options/index.js'
import { enqueue } from '../../plugin/outbox/index.js'
import { addPublicMember, rowOf } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

test('a site with the plugin starts and answers', async () => {
  const site = await startSite()
  const response = await site.fetch('/api/users/me')
  expect(response.status).toBe(200)
  const over = await fetch(`${site.url}/api/users/me`)
  expect(over.status).toBe(200)
  await site.close()
})

test('teams that an earlier version stored stay, and the start, the check and the dashboard say how to see them again', async () => {
  const on = await startSite({ plugin: { features: 'all' } })
  const maria = await addPublicMember(on.payload)
  const team = (await on.payload.create({
    collection: 'teams',
    data: { name: 'Bottega', status: 'active', public: true, members: [{ member: maria.id, role: 'Falegname' }] },
  })) as unknown as { id: string; slug: string }
  const opened = (features?: MokorPluginOptions['features']) =>
    startSite({ databaseUrl: on.databaseUrl, plugin: features ? { features } : {} })
  const gaps = ({ payload }: Site) => missingSetup(payload, ['owner'])
  expect([await startWarnings(on.payload), await gaps(on)]).toEqual([[], expect.not.arrayContaining(['features'])])

  const core = await opened()
  expect((await core.fetch(`/api/mokor/v1/teams/${team.slug}`)).status).toBe(404)
  expect(await core.payload.findByID({ collection: 'teams', id: team.id })).toMatchObject({ name: 'Bottega' })
  expect(await startWarnings(core.payload)).toEqual([expect.stringContaining('`features: { teams: true }`')])
  expect(await gaps(core)).toContain('features')

  const off = await opened({ teams: false })
  expect([await startWarnings(off.payload), await gaps(off)]).toEqual([[], expect.not.arrayContaining(['features'])])

  const again = await opened({ teams: true })
  expect((await again.fetch(`/api/mokor/v1/teams/${team.slug}`)).status).toBe(200)
  for (const site of [again, off, core, on]) await site.close()
})

test('a network that is switched off keeps its files and their guards, and does nothing to the outside', async () => {
  const site = await startSite({ plugin: { disabled: true } })
  const { payload } = site
  const owner = await site.as('owner@rete.example', ['owner'])
  const member = await addPublicMember(payload)
  expect(await rowOf(payload, member.id)).not.toBeNull()

  expect((await site.fetch('/api/mokor/v1/members')).status).toBe(404)
  const step = (name: string) =>
    site.fetch(`/api/members/${member.id}/mokor/${name}`, { method: 'POST', headers: owner })
  expect((await step('pause')).status).toBe(404)
  expect((await site.fetch('/api/mokor-outbox/mokor/send-again', { method: 'POST', headers: owner })).status).toBe(404)

  const queue = (template: string) =>
    inTransaction(payload, (req) => enqueue(req, { key: template, template, target: String(member.id), lang: 'it' }))
  await queue('member-active')
  await queue('skill-words')
  const { docs } = await payload.db.find<{ template: string }>({ collection: 'mokor-outbox', pagination: false })
  expect(docs.map(({ template }) => template)).toEqual(['skill-words'])

  const withdrawn = await site.fetch(`/api/members/${member.id}`, {
    method: 'PATCH',
    headers: { ...owner, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reach: 'network' }),
  })
  expect(withdrawn.status).toBe(200)
  expect(await rowOf(payload, member.id)).toBeNull()
  await site.close()
})
