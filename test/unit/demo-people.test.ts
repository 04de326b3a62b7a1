// The demo's people: the same each time, spread as Italy is, and none that a real network would refuse.

import { needsExperience } from '../../collections/members/member.js'
import { privateValuesIn } from '../../collections/members/publishing/private-text.js'
import { catalogue } from '../../collections/skills/catalogue.js'
import { applicants, members } from '../../examples/network/seed/people.js'
import { englishVoices, voices } from '../../examples/network/seed/voices.js'
import { municipality } from '../../plugin/geo/index.js'

const now = new Date('2026-11-23T10:00:00Z')
const people = members(2000, now)
const slugs = new Set(catalogue.map((trade) => trade.slug))

test('voices speak of trades that exist, in lines that fit a card', () => {
  for (const [slug, voice] of Object.entries(voices)) {
    expect([slug, ...voice.near].filter((one) => !slugs.has(one))).toEqual([])
    for (const line of voice.headlines) expect(line.length).toBeLessThanOrEqual(120)
  }
  for (const { slug } of englishVoices) expect(slugs.has(slug)).toBe(true)
})

test('the same seed gives the same people, another gives others', () => {
  expect(members(30, now)).toEqual(members(30, now))
  expect(members(30, now, 1)).not.toEqual(members(30, now, 2))
})

test('people are spread as Italy is, and by trade', () => {
  const province = (sigla: string) => people.filter((one) => municipality(one.municipality)?.province === sigla).length
  expect(province('RM')).toBeGreaterThan(90)
  expect(province('NA')).toBeGreaterThan(60)
  expect(province('IS')).toBeLessThan(15)
  expect(new Set(people.map((one) => municipality(one.municipality)?.region)).size).toBe(20)
  expect(new Set(people.flatMap((one) => one.skills.map(({ slug }) => slug))).size).toBeGreaterThan(100)
})

test('there is some of everything the desk has to deal with', () => {
  const of = (status: string) => people.filter((one) => one.status === status).length
  expect(of('active')).toBeGreaterThan(1900)
  for (const status of ['paused', 'unconfirmed', 'refused', 'suspended']) expect(of(status)).toBeGreaterThan(0)
  expect(new Set(people.map((one) => one.kind)).size).toBe(7)
  const network = people.filter((one) => one.reach === 'network').length
  expect(network).toBeGreaterThan(150)
  expect(network).toBeLessThan(350)
  expect(people.some((one) => one.lang === 'en')).toBe(true)
})

test('no file would be refused: lengths, required texts, nothing private in public texts, no address that is real', () => {
  const emails = people.flatMap((one) => one.email ?? [])
  expect(new Set(emails).size).toBe(emails.length)
  for (const one of people) {
    expect(one.headline.length).toBeLessThanOrEqual(120)
    expect((one.experience ?? '').length).toBeLessThanOrEqual(2000)
    if (needsExperience(one.kind)) expect(one.experience).toBeTruthy()
    expect(one.email ?? one.phone).toBeTruthy()
    expect(one.email ?? 'x.example').toMatch(/\.example$/)
    for (const { url } of one.links) expect(url).toMatch(/^https:\/\/[a-z]+\.example\/$/)
    const file = { ...one, skills: one.skills.map(({ slug, ...rest }) => ({ ...rest, skill: slug })) }
    expect(privateValuesIn(file)).toEqual([])
  }
})

test('texts vary: hardly two say the same', () => {
  const texts = people.flatMap((one) => (one.lang === 'it' ? (one.experience ?? []) : []))
  expect(new Set(texts).size / texts.length).toBeGreaterThan(0.85)
})

test('twelve wait for an editor, with things to notice', () => {
  const waiting = applicants(people, now)
  expect(waiting).toHaveLength(12)
  expect(waiting.every((one) => one.status === 'pending' && one.headline.length <= 120)).toBe(true)
  expect(waiting.some((one) => /\d{3} \d{3} \d{4}/.test(one.experience ?? ''))).toBe(true)
  expect(waiting.some((one) => one.skills.some((skill) => skill.qualified === 'no'))).toBe(true)
  expect(waiting.some((one) => one.helper)).toBe(true)
  expect(people.some((one) => waiting.some((other) => other.phone !== null && other.phone === one.phone))).toBe(true)
})
