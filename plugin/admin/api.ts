'use client'
// Talking to the editors' endpoints: the panel of a document, a step, a step for many.
import { useConfig } from '@payloadcms/ui'
import { useCallback, useMemo } from 'react'
import type { AssignmentView } from '../desk/assignment.js'
import type { PanelDto } from '../desk/panels/dto.js'
import type { MailPreview } from '../desk/preview.js'
import type { UndoView } from '../desk/undo.js'
import type { WaitingMail } from '../desk/waiting-mails.js'
import type { MemberProfileDto } from '../directory/dto.js'
import type { EditorView, SkippedDocument } from '../lifecycle/actions.js'
import type { MailAbout } from '../outbox/about.js'
import { apiAddress } from './address.js'
import { useWords } from './words.js'

export type PanelView = EditorView &
  Partial<AssignmentView> & {
    /** Whom an answer would reach; null for nobody, undefined where nobody is written to from the desk. */
    writesTo?: { name: string; address: string; lang: string } | null
    /** The last step, while it can be taken back. */
    undo?: UndoView | null
    /** Mails about it that have not left and can be stopped. */
    mails?: WaitingMail[]
    /** What rooms show beside it. */
    panels?: PanelDto[]
    /** By step, the mails of those that are taken at once. */
    previews?: Record<string, MailPreview[]>
    card?: MemberProfileDto | null
    /** Who the card is for. */
    reach?: string
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
  taken?: { id: number | string; undo?: UndoView | null }[]
  errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[]
}

/** What came of a step. */
export interface Taken {
  doc: Record<string, unknown>
  undo?: UndoView | null
}

export type Send = <T>(path: `/${string}`, init?: RequestInit) => Promise<T>

/** Asks the site's API as the signed-in editor. @throws EditorApiError in the editor's language */
export function useApi(): Send {
  const { config } = useConfig()
  const words = useWords()
  return useCallback(
    async <T>(path: `/${string}`, init: RequestInit = {}): Promise<T> => {
      const headers = { 'Accept-Language': words.lang, 'Content-Type': 'application/json' }
      const asked = fetch(apiAddress(config, path), { ...init, credentials: 'include', headers })
      const response = await asked.catch(() => null)
      // An answer cut off half way is no answer either.
      const body = (await response?.json().catch(() => null)) as Body | null
      if (!response || !body) throw new EditorApiError(words.say('failed-offline'), [])
      if (response.ok) return body as T
      const [first] = body.errors ?? []
      throw new EditorApiError(first?.message ?? response.statusText, first?.data?.errors ?? [])
    },
    [config, words],
  )
}

export function useEditorApi(collectionSlug: string) {
  const send = useApi()
  return useMemo(() => {
    const post = <T>(path: string, body: object) =>
      send<T>(`/${collectionSlug}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return {
      view: (id: number | string, signal?: AbortSignal) =>
        send<PanelView>(`/${collectionSlug}/${id}/mokor`, signal ? { signal } : {}),
      /** @param seen the revision that the editor decided by */
      take: (id: number | string, action: string, reason: string, seen: string) =>
        post<Taken>(`/${id}/mokor/${action}`, { reason, seen }),
      undo: (id: number | string, seen: string) => post<Taken>(`/${id}/mokor/undo`, { seen }),
      /** The mails that a step would send, as they would leave. */
      preview: (id: number | string, action: string, reason: string, signal: AbortSignal) =>
        send<{ mails: MailPreview[] }>(
          `/${collectionSlug}/${id}/mokor/preview?${new URLSearchParams({ action, ...(reason && { reason }) })}`,
          { signal },
        ),
      /** What the desk does with a document beside its steps, e.g. `note`. */
      assign: (id: number | string, step: string, body: object) =>
        post<Required<Pick<Body, 'doc'>>>(`/${id}/mokor/${step}`, body),
      /** A panel once more, with groups unfolded or something looked for. */
      panel: (id: number | string, name: string, asked: URLSearchParams, signal: AbortSignal) =>
        send<PanelDto | null>(`/${collectionSlug}/${id}/mokor/panels/${name}?${asked}`, { signal }),
      act: (id: number | string, name: string, act: string, body: { values: object; picks: string[]; seen: string }) =>
        post<{ said: string; doc: Record<string, unknown> }>(`/${id}/mokor/panels/${name}/${act}`, body),
      previewAct: (
        id: number | string,
        name: string,
        act: string,
        body: { values: object; picks: string[] },
        signal: AbortSignal,
      ) =>
        send<{ mails: MailPreview[] }>(`/${collectionSlug}/${id}/mokor/panels/${name}/${act}/preview`, {
          method: 'POST',
          body: JSON.stringify(body),
          signal,
        }),
      /** @param more one reason for all, or for each the revision that the editor decided by */
      takeAll: (
        ids: (number | string)[],
        action: string,
        more: { reason?: string; seen?: Record<string, string> } = {},
      ) => post<Required<Pick<Body, 'done' | 'failed' | 'taken'>>>(`/mokor/${action}`, { ids, ...more }),
    }
  }, [send, collectionSlug])
}
