// Looks up the texts of a problem in the visitor’s language.

import type { ProblemKind } from '../problem-kinds.js'
import { en } from './en.js'
import { it } from './it.js'
import type { Messages } from './shape.js'

const languages: Record<string, Messages> = { it, en }

interface ProblemWords {
  /** @param reading whether nothing was sent that could be lost */
  problem(kind: ProblemKind, reading?: boolean): { title: string; detail: string }
  message(code: string): string
}

/** Words in `lang`, or in English where the site speaks a language we have no words for. */
export function wordsFor(lang: string): ProblemWords {
  const messages = (Object.hasOwn(languages, lang) && languages[lang]) || en
  return {
    problem(kind, reading = false) {
      const [title, detail] = messages.problems[kind]
      return { title, detail: kind === 'busy' && reading ? messages.busyRead : detail }
    },
    message: (code) => messages.codes[Object.hasOwn(messages.codes, code) ? code : 'invalid'] ?? '',
  }
}

/** Whether `code` is one of ours: zod's own wording is not, and never reaches a visitor. */
export const isCode = (code: string): boolean => Object.hasOwn(en.codes, code)
