import { MokorOptionsError, resolveOptions } from '../../plugin/options.js'

const host = {
  serverURL: 'https://rete.example',
  apiRoute: '/api',
  slugs: ['users'],
}
const organisation = {
  name: 'Rete',
  email: 'desk@rete.example',
  iban: 'IT60X0542811101000000123456',
}

test('defaults are filled', () => {
  const options = resolveOptions({ organisation }, host)
  expect(options.publicUrl).toBe('https://rete.example')
  expect(options.slugs.members).toBe('members')
  expect(options.organisation.beneficiary).toBe('Rete')
  expect(options.features.donations).toBe(true)
  expect(options.outbox.worker).toBe(true)
})

test.each([
  ['organisation.iban', { organisation: { ...organisation, iban: 'IT60X0542811101000000123457' } }],
  ['organisation.iban', { organisation: { name: 'Rete', email: 'desk@rete.example' } }],
  ['organisation.email', { organisation: { ...organisation, email: 'a@b, c@d' } }],
  ['features.magic', { organisation, features: { magic: true } as never }],
  ['slugs.members', { organisation, slugs: { members: 'users' } }],
  ['allowedOrigins', { organisation, allowedOrigins: ['https://blog.example/path'] }],
  ['publicUrl', { organisation, publicUrl: 'rete' }],
  ['trustedProxies', { organisation, trustedProxies: -1 }],
  ['directory.memberUrl', { organisation, directory: { memberUrl: 'https://rete.example/people' } }],
])('a wrong %s stops the start and names the option', (option, options) => {
  expect(() => resolveOptions(options, host)).toThrow(MokorOptionsError)
  expect(() => resolveOptions(options, host)).toThrow(option)
})

test('donations without an IBAN are fine once the feature is off', () => {
  const options = resolveOptions(
    {
      organisation: { name: 'Rete', email: 'desk@rete.example' },
      features: { donations: false },
    },
    host,
  )
  expect(options.features.donations).toBe(false)
})

test('a clash of slugs names the remedy', () => {
  expect(() => resolveOptions({ organisation }, { ...host, slugs: ['members'] })).toThrow(
    /slugs\.members.*mokor-members/,
  )
})
