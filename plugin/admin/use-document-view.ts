'use client'
// Hook that fetches a document’s panel, again after each save or action.
import { useEffect, useRef, useState } from 'react'
import { type PanelView, useEditorApi } from './api.js'

/**
 * @param id none before the document is saved
 * @param news changes when it may stand otherwise: after a save or a step
 * @param first how it stood when the page was written, where the page says so
 * @returns null until it is known
 */
export function useDocumentView(
  collectionSlug: string,
  id: number | string | undefined,
  news: string,
  first: PanelView | null = null,
): PanelView | null {
  const api = useEditorApi(collectionSlug)
  const [view, setView] = useState(first)
  const known = useRef(first === null ? null : news)

  useEffect(() => {
    if (id === undefined || known.current === news) return
    known.current = null
    const gone = new AbortController()
    api.view(id, gone.signal).then(setView, () => undefined)
    return () => gone.abort()
  }, [api, id, news])
  return view
}
