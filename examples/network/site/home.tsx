// The public home page: who the network is for, and what to try.
import { organisation } from '../organisation.ts'
import { Brand } from './brand.tsx'
import type { HomeWords } from './words.ts'

export function Home({ words }: { words: HomeWords }) {
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <p className="brand">
          <Brand />
          {words.kicker}
        </p>
        <a href={words.other.href} hrefLang={words.other.lang} lang={words.other.lang}>
          {words.other.label}
        </a>
      </header>
      <main id="main">
        <section className="opening">
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
          <ul className="promises">
            {words.promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </section>
        <h2 className="try">{words.tryIt}</h2>
        <div className="doors">
          {words.doors.map((door) => (
            <section className="door" key={door.who}>
              <h3>{door.who}</h3>
              <p>{door.what}</p>
              <ul>
                {door.links.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>{link.label}</a>
                    <span>{link.note}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </main>
      <footer className="foot">
        <p>{words.demo}</p>
        <p>
          {organisation.beneficiary} · {words.legalForm} · C.F. {organisation.fiscalCode} ·{' '}
          <a href={`mailto:${organisation.email}`}>{organisation.email}</a> ·{' '}
          <a href="/privacy" hrefLang="it">
            {words.privacy}
          </a>{' '}
          ·{' '}
          <a href="/regole" hrefLang="it">
            {words.rules}
          </a>
        </p>
      </footer>
    </>
  )
}
