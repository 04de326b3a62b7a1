// The network's rules that forms and mails link to.
import type { Metadata } from 'next'
import { organisation } from '../../../organisation.ts'
import { Paper } from '../../../site/paper.tsx'

export const metadata: Metadata = { title: 'Le regole della rete' }

export default function Page() {
  return (
    <Paper title="Le regole della rete">
      <ol>
        <li>Nella rete si entra e si resta gratis. Nessuno paga la rete: né chi cerca, né chi si presta.</li>
        <li>Ognuno racconta capacità ed esperienze reali, anche nate da una passione. I titoli non sono richiesti.</li>
        <li>Il prezzo e gli accordi sono fra le persone. La rete mette in contatto, propone, e non trattiene nulla.</li>
        <li>
          Chi prende un lavoro ne risponde in prima persona, con la propria partita IVA o in prestazione occasionale.
        </li>
        <li>Sui soldi la rete non fa da arbitro: in caso di contrasto ci si rivolge a chi di dovere.</li>
        <li>
          Chi si comporta male si può segnalare a{' '}
          <a href={`mailto:${organisation.reportContact}`}>{organisation.reportContact}</a>: ascoltiamo tutti prima di
          decidere, e diciamo sempre perché.
        </li>
        <li>Si può lasciare la rete quando si vuole; si portano a termine solo i lavori già presi.</li>
      </ol>
    </Paper>
  )
}
