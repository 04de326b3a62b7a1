// The widgets in a React page, in Italian.
import type { Metadata } from 'next'
import { ReactPage } from '../../../site/react-page.tsx'
import { reactWords } from '../../../site/react-words.ts'

export const metadata: Metadata = { title: reactWords('it').title }

// The site's own address is known when the server starts, not when it is built.
export const dynamic = 'force-dynamic'

export default function Page() {
  return <ReactPage lang="it" />
}
