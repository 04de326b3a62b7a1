'use client'
// How a document stands for the desk, asked again whenever it may stand otherwise.
import { useEffect, useState } from 'react'
import { type PanelView, useDeskApi } from './api.js'

/**
 * @param id none before the document is saved
 * @param news changes when it may stand otherwise: after a save or a step
 * @returns null until it is known
 */
export function useDeskView(collectionSlug: string, id: number | string | undefined, news: string): PanelView | null {
  const api = useDeskApi(collectionSlug)
  const [view, setView] = useState<PanelView | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` says when to look again
  useEffect(() => {
    if (id === undefined) return
    const gone = new AbortController()
    api.view(id, gone.signal).then(setView, () => undefined)
    return () => gone.abort()
  }, [api, id, news])
  return view
}
