'use client'
// Talking to the editors' endpoints: the panel of a document, a step, a step for many.
import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { MemberProfileDto } from '../directory/dto.js'
import type { EditorView, SkippedDocument } from '../lifecycle/actions.js'
import type { MailAbout } from '../outbox/about.js'
import { apiAddress } from './address.js'
import { useWords } from './words.js'

export type PanelView = EditorView & {
  card?: MemberProfileDto | null
  about?: MailAbout
  /** Whether a mail reaches the person; nothing may promise one where it does not. */
  reachable?: boolean
}

/** A refusal by the API, with the fields it names. */
export class EditorApiError extends Error {
  constructor(
    message: string,
    readonly fields: { path: string; message: string }[],
  ) {
    super(message)
  }
}

interface Body {
  doc?: Record<string, unknown>
  done?: (number | string)[]
  failed?: SkippedDocument[]
  errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[]
}

export function useEditorApi(collectionSlug: string) {
  const { config } = useConfig()
  const words = useWords()
  return useMemo(() => {
    const base = apiAddress(config, `/${collectionSlug}`)
    const headers = { 'Accept-Language': words.lang, 'Content-Type': 'application/json' }
    async function send<T>(path: string, init: RequestInit): Promise<T> {
      const response = await fetch(`${base}${path}`, { ...init, credentials: 'include', headers }).catch(() => null)
      // An answer cut off half way is no answer either.
      const body = (await response?.json().catch(() => null)) as Body | null
      if (!response || !body) throw new EditorApiError(words.say('failed-offline'), [])
      if (response.ok) return body as T
      const [first] = body.errors ?? []
      throw new EditorApiError(first?.message ?? response.statusText, first?.data?.errors ?? [])
    }
    const post = <T>(path: string, body: object) => send<T>(path, { method: 'POST', body: JSON.stringify(body) })
    return {
      view: (id: number | string, signal?: AbortSignal) => send<PanelView>(`/${id}/mokor`, { signal }),
      take: (id: number | string, action: string, reason: string) =>
        post<Required<Pick<Body, 'doc'>>>(`/${id}/mokor/${action}`, { reason }),
      takeAll: (ids: (number | string)[], action: string) =>
        post<Required<Pick<Body, 'done' | 'failed'>>>(`/mokor/${action}`, { ids }),
    }
  }, [config, collectionSlug, words])
}
