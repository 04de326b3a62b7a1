'use client'
// Translations of the admin in client components.
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { languageTag } from '../i18n/localized.js'
import type { WordKey } from '../translations/index.js'

export type { WordKey } from '../translations/index.js'

type Values = Record<string, number | string>
type Label = string | Record<string, string> | null | undefined | false

export interface AdminWords {
  lang: string
  say(key: WordKey | CountedKey, values?: Values): string
  /** The first key that has words; the last one is sure to have. */
  first(keys: [...string[], WordKey], values?: Values): string
  /** Whether there are words for a key made up at run time. */
  knows(key: string): key is WordKey
  /** A label as configs write it: one text, or one a language. */
  label(label: Label): string
}

/** Keys that come in `_one`, `_other` and perhaps `_zero`, chosen by `count`. */
export type CountedKey = WordKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never

export function useWords(): AdminWords {
  const { i18n, t } = useTranslation<Record<string, unknown>, string>()
  return useMemo(() => {
    const known = (i18n.translations as { mokor?: Record<string, string> }).mokor ?? {}
    const say = (key: string, values?: Values): string => t(`mokor:${key}` as never, values)
    return {
      lang: languageTag(i18n.language),
      say,
      knows: (key): key is WordKey => key in known,
      first: (keys, values) => say(keys.find((key) => key in known) ?? (keys.at(-1) as string), values),
      label: (label) => {
        if (!label) return ''
        if (typeof label === 'string') return label
        return label[i18n.language] ?? label.en ?? Object.values(label)[0] ?? ''
      },
    }
  }, [i18n, t])
}

/** What the button of a step reads. */
export const stepLabel = (words: AdminWords, collection: string, name: string): string =>
  words.first([`action-${collection}-${name}`, `action-${name}`, 'done'])
