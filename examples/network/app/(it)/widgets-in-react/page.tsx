// The widgets in a React page.
import type { Metadata } from 'next'
import { publicUrl } from '../../../organisation.ts'
import { Directory } from '../../../site/directory.tsx'
import { Paper } from '../../../site/paper.tsx'

export const metadata: Metadata = { title: 'I widget in una pagina React' }

// The site's own address is known when the server starts, not when it is built.
export const dynamic = 'force-dynamic'

export default function Page() {
  const api = `${publicUrl}/api/mokor/v1`
  return (
    <Paper title="I widget in una pagina React">
      <p>
        Lo stesso elemento del blog, importato come modulo: <code>payload-plugin-mokor/widgets/mokor-directory.js</code>
        . I suoi attributi ed eventi hanno i tipi, e React li conosce.
      </p>
      <Directory api={api}>
        <a href={`${api}/pages/directory`}>Apri l’elenco della rete</a>
      </Directory>
    </Paper>
  )
}
