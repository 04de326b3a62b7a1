// New skills: what is there already is refused where the editor wrote it, and every alphabet gets a code.
import { startSite } from '../support/site.js'

const site = await startSite()
const editor = await site.as('editor@rete.example', ['editor'])
afterAll(() => site.close())

const add = async (names: Record<string, string>, language = 'it') => {
  const response = await site.fetch('/api/skills', {
    method: 'POST',
    headers: { ...editor, 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ names, sector: 'building' }),
  })
  return { status: response.status, body: await response.json() }
}

test.each([
  ['it', 'C’è già: «Falegname». Cercala nell’elenco; se è spenta, riaccendi «Si può scegliere».'],
  ['en', 'It is there already: “Carpenter”. Look for it in the list; if it is off, switch “Can be chosen” on again.'],
])('a skill that is there already is refused at its name (%s)', async (language, message) => {
  await add({ it: 'Falegname', en: 'Carpenter' })
  const { status, body } = await add({ it: ' falegname ' }, language)
  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toMatchObject([{ path: 'names.it', message }])
})

test('a name without Latin letters gets a code all the same, and so does the next', async () => {
  const [first, second] = [await add({ it: '木工' }), await add({ it: '裁縫' })]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.body.doc.slug).toMatch(/^[a-z0-9]{8}$/)
  expect(second.body.doc.slug).not.toBe(first.body.doc.slug)
  const { id, slug } = first.body.doc
  const renamed = await site.payload.update({ collection: 'skills', id, data: { names: { it: 'Intaglio' } } })
  expect(renamed).toMatchObject({ slug, title: 'Intaglio' })
})

test('an editor reads and finds a skill in their own language', async () => {
  await add({ it: 'Arrotino', en: 'Knife grinder' })
  const found = async (language: string, words: string) => {
    const question = `where[title][like]=${encodeURIComponent(words)}&select[title]=true&depth=0`
    const headers = { ...editor, 'Accept-Language': language }
    const response = await site.fetch(`/api/skills?${question}`, { headers })
    return (await response.json()).docs.map(({ title }: { title: string }) => title)
  }
  expect(await found('it', 'arrot')).toEqual(['Arrotino'])
  expect(await found('en', 'grinder')).toEqual(['Knife grinder'])
  expect(await found('en', 'arrot')).toEqual(['Knife grinder'])
  expect(await found('en', 'vattelapesca')).toEqual([])
  const [row] = (
    await site.payload.db.find({ collection: 'skills', where: { 'names.en': { equals: 'Knife grinder' } } })
  ).docs
  expect(row).toMatchObject({ title: 'Arrotino' })
})
