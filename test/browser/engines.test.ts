// The widgets in Firefox and WebKit: their widths in anybody's page, a network out of order, and the main path of each.
import fs from 'node:fs'
import { type Engine, engineNames, programOf, startEngine } from '../support/engines.js'
import { type Failing, startFailing } from '../support/failing.js'
import { inParents, parentsCss, sizesInParents } from '../support/parents.js'
import { startPartner } from '../support/partner.js'
import { until } from '../support/until.js'

const { blog, site } = await startPartner()

// Where the list is empty, the run has said which browser it could not have.
test('every engine that the run speaks of is a program', () => {
  expect(engineNames.filter((name) => !fs.existsSync(programOf(name)))).toEqual([])
})

const elements = [
  '<mokor-directory></mokor-directory>',
  '<mokor-member slug="maria-rossi-7k3f"></mokor-member>',
  '<mokor-donate></mokor-donate>',
]

for (const name of engineNames)
  describe(name, () => {
    let engine: Engine
    /** A new address for each test: nothing of it is in the browser's cache. */
    let network: Failing
    beforeAll(async () => {
      engine = await startEngine(name)
    })
    afterAll(() => engine.close())
    beforeEach(async () => {
      network = await startFailing(site.url)
    })
    afterEach(() => network.close())

    test.each(elements)('%s is as wide as it can be in every parent', async (element) => {
      for (const width of [280, 900]) {
        await engine.open(blog.publish(site.url, inParents(element), { css: parentsCss(width) }))
        const sizes = await engine.run(sizesInParents)
        expect(Object.keys(sizes)).toHaveLength(12)
        for (const [parent, size] of Object.entries(sizes)) {
          expect([parent, width, size.width]).toEqual([parent, width, Math.min(size.width, width)])
          expect([parent, size.width >= Math.min(width, 640)]).toEqual([parent, true])
          expect([parent, size.height < 5000]).toEqual([parent, true])
        }
        await engine.shot(`parents-${name}-${width}`)
      }
    })

    test('a form whose part did not come keeps what is typed, leads to the network’s page, and can be sent later', async () => {
      const address = blog.publish(network.url, '<mokor-commission-form></mokor-commission-form>')
      network.refuse(/sending-/)
      await engine.open(address)
      await engine.click('textarea', 'Che lavoro serve?')
      await engine.type('Una mensola')
      await engine.click('button', 'Invia la richiesta')
      await engine.find('[role=alert]', 'La rete non risponde')
      await engine.find('[role=alert] a', 'Continua sul sito della rete')
      await engine.shot(`form-without-its-part-${name}`)
      await engine.open(address)
      await engine.find('textarea', 'Che lavoro serve?')
      expect(
        await engine.run(
          () => document.querySelector('mokor-commission-form')?.shadowRoot?.querySelector('textarea')?.value,
        ),
      ).toBe('Una mensola')
      network.admit()
      await engine.click('button', 'Invia la richiesta')
      await engine.find('#summary', 'C’è ancora qualcosa da sistemare')
    })

    test('a directory whose files were missing comes once they are there', async () => {
      network.refuse(/core-/, 404)
      await engine.open(blog.publish(network.url, '<mokor-directory><a href="/rete">La rete</a></mokor-directory>'))
      await engine.find('a', 'La rete')
      await until('two refusals', () => network.refusals() > 1)
      network.admit()
      await engine.find('.card a')
    })
  })
