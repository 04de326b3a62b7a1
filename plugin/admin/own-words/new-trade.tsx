'use client'
// Makes a trade of an own word: its names, its sector and what else people call it.
import { useId, useState } from 'react'
import { useWords } from '../words.js'
import type { OwnWordsPage } from './dto.js'

interface NewTradeProps {
  busy: boolean
  page: Pick<OwnWordsPage, 'languages' | 'sectors'>
  word: string
  onMake(trade: { names: Record<string, string>; sector: string; synonyms: Record<string, string> }): Promise<void>
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export function NewTrade({ busy, page: { languages, sectors }, word, onMake }: NewTradeProps) {
  const words = useWords()
  const id = useId()
  const [names, setNames] = useState<Record<string, string>>({ [languages[0] ?? 'it']: capital(word) })
  const [synonyms, setSynonyms] = useState<Record<string, string>>({})
  const [sector, setSector] = useState('')
  const languageOf = new Intl.DisplayNames(words.lang, { type: 'language' })
  return (
    <form
      className="mokor-own__new"
      onSubmit={(event) => {
        event.preventDefault()
        void onMake({ names, sector, synonyms })
      }}
    >
      {languages.map((lang, at) => (
        <p key={lang}>
          <label htmlFor={`${id}n${lang}`}>{words.say('own-name', { language: languageOf.of(lang) ?? lang })}</label>
          <input
            id={`${id}n${lang}`}
            maxLength={80}
            onChange={({ target }) => setNames({ ...names, [lang]: target.value })}
            required={at === 0}
            type="text"
            value={names[lang] ?? ''}
          />
        </p>
      ))}
      <p>
        <label htmlFor={`${id}s`}>{words.say('own-sector')}</label>
        <select id={`${id}s`} onChange={({ target }) => setSector(target.value)} required value={sector}>
          <option value="">{words.say('own-choose')}</option>
          {sectors.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {languages.map((lang) => (
        <p key={lang}>
          <label htmlFor={`${id}w${lang}`}>
            {words.say('own-synonyms', { language: languageOf.of(lang) ?? lang })}
          </label>
          <input
            id={`${id}w${lang}`}
            onChange={({ target }) => setSynonyms({ ...synonyms, [lang]: target.value })}
            type="text"
            value={synonyms[lang] ?? ''}
          />
        </p>
      ))}
      <button className="mokor-own__button mokor-own__button--first" disabled={busy} type="submit">
        {words.say('own-make-it')}
      </button>
    </form>
  )
}
