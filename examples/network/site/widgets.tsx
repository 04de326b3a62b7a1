'use client'
import type {} from 'payload-plugin-mokor/widgets/react.js'
// The widgets inside React: the elements' own modules, bundled with the page, their typed properties and events.
import { useEffect, useState } from 'react'
import { reactWords } from './react-words.ts'

const provinces = { MI: 'Milano', TO: 'Torino', NA: 'Napoli' }

export function Widgets({ api, lang }: { api: string; lang: 'it' | 'en' }) {
  const words = reactWords(lang)
  const [province, setProvince] = useState('')
  const [heard, setHeard] = useState('')
  useEffect(() => {
    void import('payload-plugin-mokor/widgets/mokor-directory.js')
    void import('payload-plugin-mokor/widgets/mokor-commission-form.js')
    void import('payload-plugin-mokor/widgets/mokor-join-form.js')
    void import('payload-plugin-mokor/widgets/mokor-donate.js')
  }, [])
  const page = (name: string) => `${api}/pages/${name}?lang=${lang}`
  return (
    <>
      <p className="try-it">
        <label htmlFor="province">{words.province}</label>{' '}
        <select id="province" onChange={(event) => setProvince(event.target.value)} value={province}>
          <option value="">{words.all}</option>
          {Object.entries(provinces).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <output>{heard}</output>
      </p>
      <section>
        <h2>{words.directory}</h2>
        <mokor-directory
          api={api}
          heading-level={3}
          limit={12}
          onmokor-select={(event) => setHeard(words.opened(event.detail.name))}
          province={province}
          request-url="#request"
        >
          <a href={page('directory')}>{words.directory}</a>
        </mokor-directory>
      </section>
      <section id="request">
        <h2>{words.request}</h2>
        <mokor-commission-form api={api} heading-level={3} onmokor-success={() => setHeard(words.sent)}>
          <a href={page('ask')}>{words.request}</a>
        </mokor-commission-form>
      </section>
      <section>
        <h2>{words.join}</h2>
        <mokor-join-form api={api} heading-level={3} onmokor-success={() => setHeard(words.sent)}>
          <a href={page('join')}>{words.join}</a>
        </mokor-join-form>
      </section>
      <section>
        <h2>{words.donate}</h2>
        <mokor-donate amounts="10 25 50" api={api} heading-level={3} onmokor-success={() => setHeard(words.sent)}>
          <a href={page('give')}>{words.donate}</a>
        </mokor-donate>
      </section>
    </>
  )
}
