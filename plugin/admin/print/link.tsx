'use client'
// Opens a document's page for printing, in a window of its own: whatever is being written stays as it is.
import { useConfig } from '@payloadcms/ui'
import { adminAddress } from '../address.js'
import { useWords } from '../words.js'
import { printAddress } from './path.js'

export function PrintLink({ collection, id }: { collection: string; id: number | string }) {
  const words = useWords()
  const { config } = useConfig()
  return (
    <a
      className="mokor-print-link"
      href={adminAddress(config.routes.admin, printAddress(collection, id), true)}
      rel="noreferrer"
      target="_blank"
    >
      {words.say('print-open')}
    </a>
  )
}
