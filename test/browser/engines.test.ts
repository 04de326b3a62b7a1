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
      network.refuse(/controller-/)
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

    test('the directory is searched and narrowed, and a profile opened in its place and written to', async () => {
      await engine.open(blog.publish(site.url, '<mokor-directory></mokor-directory>'))
      await engine.click('input', 'Cerca persone e mestieri')
      await engine.type('rubinetti')
      await engine.find('.count', '6 persone e aziende')
      await engine.click('button', 'Provincia')
      await engine.click('.panel input', 'Cuneo')
      await engine.find('button', 'Togli Cuneo')
      await engine.shot(`directory-narrowed-${name}`)
      await engine.click('button', 'Provincia')
      await engine.click('.card a')
      await engine.click('button', 'Scrivi a')
      await engine.click('textarea', 'Messaggio')
      await engine.type('Buongiorno, perde il rubinetto della cucina.')
      await engine.click('input', 'Nome')
      await engine.type('Ada Verdi')
      await engine.click('input', 'E-mail')
      await engine.type(`ada.${name}@posta.example`)
      await engine.click('button[part=button]')
      await engine.find('.done [role=heading]', 'Manca solo la conferma')
      await engine.click('button', 'Torna ai risultati')
      await engine.find('.card a')
    })

    test('a request is sent, with its trade chosen from the list', async () => {
      await engine.open(blog.publish(site.url, '<mokor-commission-form></mokor-commission-form>'))
      await engine.click('textarea', 'Che lavoro serve?')
      await engine.type('Montare una mensola in cucina')
      await engine.find('mokor-skills')
      await engine.click('input', 'Mestiere')
      await engine.type('falegn')
      await engine.click('[role=option]', 'Falegname')
      await engine.find('button', 'Togli Falegname')
      await engine.click('input', 'A distanza')
      await engine.click('input', 'Presto')
      await engine.click('input', 'Nome e cognome')
      await engine.type('Ada Verdi')
      await engine.click('input[type=email]')
      await engine.type(`ada.verdi.${name}@posta.example`)
      await engine.click('input', 'La rete può mostrare')
      await engine.click('button', 'Invia la richiesta')
      await engine.find('.done [role=heading]', 'Manca solo la conferma')
    })

    test('joining goes from step to step, a donation to its slip, and a team that is not there says so', async () => {
      await engine.open(blog.publish(site.url, '<mokor-join-form></mokor-join-form>'))
      await engine.click('input', 'Professionista')
      await engine.click('#firstName')
      await engine.type('Ugo')
      await engine.click('#lastName')
      await engine.type('Sala')
      await engine.click('button', 'Avanti')
      await engine.find('input', 'Cosa sai fare, in una riga')
      await engine.open(blog.publish(site.url, '<mokor-donate></mokor-donate>'))
      await engine.click('input', '25')
      await engine.click('button', 'Prepara il bonifico')
      await engine.find('dt', 'Beneficiario')
      await engine.shot(`slip-${name}`)
      await engine.open(blog.publish(site.url, '<mokor-team slug="nessuna"></mokor-team>'))
      await engine.find('[role=alert]', 'Questa squadra non c’è')
    })
  })
