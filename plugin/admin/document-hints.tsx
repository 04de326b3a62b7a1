'use client'
// Hints on a document that has no actions, such as a team.
import { useDocumentInfo } from '@payloadcms/ui'
import { Hints } from './hints.js'
import { useDocumentView } from './use-document-view.js'

export function DocumentHints() {
  const { id, isTrashed, collectionSlug, data } = useDocumentInfo()
  const slug = collectionSlug ?? ''
  const view = useDocumentView(slug, isTrashed ? undefined : id, String(data?.updatedAt))
  return view && <Hints hints={view.hints} slug={slug} />
}
