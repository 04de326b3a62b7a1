// The home page in English.
import { Home } from '../../../site/home.tsx'
import { homeWords } from '../../../site/words.ts'

// The blog's and the mailbox's addresses are known when the server starts, not when it is built.
export const dynamic = 'force-dynamic'

export default function Page() {
  return <Home words={homeWords('en')} />
}
