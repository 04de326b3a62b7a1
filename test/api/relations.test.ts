// Documents that hold several relations are saved at once, as often as an editor likes: their checks must not race.
import { slugOf } from '../../plugin/runtime.js'
import { addPublicMember, carpenter } from '../support/people.js'
import { type Site, startSite } from '../support/site.js'

/** The race was lost three times in four with teams, one in four with members. */
const times = Array.from({ length: 15 }, (_, n) => n)

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

test('a team of three, again and again', async () => {
  const people: unknown[] = []
  for (const n of [1, 2, 3]) {
    const { id } = await addPublicMember(site.payload, { firstName: `Persona${n}`, email: `persona${n}@posta.example` })
    people.push(id)
  }
  const members = people.map((member) => ({ member, role: 'Cuce' }))
  for (const n of times) {
    const team = site.payload.create({
      collection: slugOf(site.payload, 'teams'),
      data: { name: `Team ${n}`, members },
    })
    await expect(team).resolves.toHaveProperty('members.length', 3)
  }
})

test('a member with five trades, again and again', async () => {
  const trades: unknown[] = []
  for (const n of [1, 2, 3, 4, 5]) {
    const name = `Mestiere ${n}`
    const { id } = await site.payload.create({
      collection: slugOf(site.payload, 'skills'),
      data: { slug: `mestiere-${n}`, names: { it: name, en: name }, sector: 'crafts', active: true },
    })
    trades.push(id)
  }
  const skills = trades.map((skill) => ({ skill, origin: 'practised', years: 1 }))
  for (const n of times) {
    const data = carpenter({ email: `mestieri${n}@posta.example`, skills })
    const member = site.payload.create({ collection: slugOf(site.payload, 'members'), data })
    await expect(member).resolves.toHaveProperty('skills.length', 5)
  }
})
