'use client'
// On a trade's page: the way to merge it into another, for whoever may change it.
import { Link, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { adminAddress } from '../address.js'
import { useWords } from '../words.js'
import { ownWordsPath } from './path.js'

export function MergeLink() {
  const words = useWords()
  const { config } = useConfig()
  const { permissions } = useAuth()
  const { collectionSlug = '', data, id } = useDocumentInfo()
  if (id === undefined || data?.mergedInto || !permissions?.collections?.[collectionSlug]?.update) return null
  return (
    <p className="mokor-note">
      <Link href={adminAddress(config.routes.admin, `${ownWordsPath}?merge=${id}#merge`)}>
        {words.say('merge-open')}
      </Link>
    </p>
  )
}
