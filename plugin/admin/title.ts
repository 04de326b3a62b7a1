'use client'
// Gives a document's page a title in words where Payload has none: «[Senza titolo]», or a bare id.
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

export function useTitleWhereNone(words: string): void {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  const none = !title || title.startsWith('[') || title === String(id)
  useEffect(() => {
    if (!none) return
    // Payload writes its own in the same turn, after this.
    const soon = setTimeout(() => setDocumentTitle(words))
    return () => clearTimeout(soon)
  }, [none, words, setDocumentTitle])
}
