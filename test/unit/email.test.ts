// An e-mail address is one for the forms exactly where Payload takes it.
import fc from 'fast-check'
import { email as payloads } from 'payload/shared'
import { contactInput } from '../../collections/members/relay/dto.js'

/** What Payload's own e-mail field says of an address. */
const payloadTakes = (address: string): boolean =>
  payloads(address, {
    collectionConfig: {},
    required: true,
    req: { t: (key: string) => key, payload: { config: {} }, context: {} },
    siblingData: {},
  } as unknown as Parameters<typeof payloads>[1]) === true

const weTake = (address: string): boolean => contactInput.shape.email.safeParse(address).success

const letters = (most: number) =>
  fc.array(fc.constantFrom(...'aZ9._-+!/é@ '), { maxLength: most }).map((all) => all.join(''))

test('an address that a form takes is one that Payload takes, and the other way round', () => {
  fc.assert(
    fc.property(letters(6), letters(5), fc.constantFrom('it', 'x', 'COM', 'i-t', ''), (name, host, top) => {
      const address = `${name}@${host}.${top}`.trim()
      expect([address, weTake(address)]).toEqual([address, payloadTakes(address)])
    }),
    { numRuns: 5000 },
  )
})

test.each(['mario.rossi@x.it', "o'brien@x.it", 'M+1@a-b.example', 'x@a.b.c.museum'])('%s is an address', (address) =>
  expect([weTake(address), payloadTakes(address)]).toEqual([true, true]),
)

test('spaces around an address are taken off', () => {
  expect(contactInput.shape.email.parse(' mario@x.it ')).toBe('mario@x.it')
})

test('no mail reaches a name of more than 64 letters', () => {
  expect([weTake(`${'m'.repeat(64)}@x.it`), weTake(`${'m'.repeat(65)}@x.it`)]).toEqual([true, false])
})
