// The widgets in a React page, in either language.
import { publicUrl } from '../organisation.ts'
import { Paper } from './paper.tsx'
import { reactWords } from './react-words.ts'
import { Widgets } from './widgets.tsx'

export function ReactPage({ lang }: { lang: 'it' | 'en' }) {
  const { title, lead } = reactWords(lang)
  return (
    <Paper home={lang === 'it' ? '/' : '/en'} title={title}>
      <p>{lead}</p>
      <Widgets api={`${publicUrl}/api/mokor/v1`} lang={lang} />
    </Paper>
  )
}
