// The privacy notice that forms and mails link to.
import type { Metadata } from 'next'
import { organisation } from '../../../organisation.ts'
import { Paper } from '../../../site/paper.tsx'

export const metadata: Metadata = { title: 'Privacy' }

export default function Page() {
  return (
    <Paper title="Che cosa facciamo dei tuoi dati">
      <p>
        Risponde dei dati {organisation.beneficiary}. Per qualunque domanda, o per vedere, correggere o cancellare i
        tuoi dati: <a href={`mailto:${organisation.email}`}>{organisation.email}</a>.
      </p>
      <h2>Che cosa chiediamo, e perché</h2>
      <ul>
        <li>A chi si presta: quello che sa fare, il comune, un modo per sentirsi. Mai l’indirizzo di casa.</li>
        <li>A chi cerca: il lavoro che serve, il comune, un recapito che diamo solo alla persona scelta.</li>
        <li>A chi dona: l’importo. Nome ed e-mail sono facoltativi.</li>
      </ul>
      <h2>Che cosa si vede</h2>
      <p>
        Solo quello che ogni persona ha scelto di mostrare, nel modo in cui ha scelto di comparire. L’e-mail non si vede
        mai; il telefono solo se lo si vuole. Se qualcuno è senza lavoro resta alla rete.
      </p>
      <h2>Per quanto</h2>
      <p>
        Una richiesta o un’adesione che nessuno conferma scade dopo sette giorni, e trenta giorni dopo si cancella. Un
        messaggio non confermato si cancella dopo sette giorni; di uno consegnato non teniamo copia.
      </p>
      <p>
        Di una donazione che non arriva cancelliamo nome, e-mail e messaggio trenta giorni dopo che è scaduta o è stata
        ritirata. Quelle arrivate restano nei conti.
      </p>
      <p>
        Chi lascia la rete sparisce subito dagli elenchi e viene cancellato quando si chiude l’ultimo lavoro in corso.
      </p>
      <p>Nessun cookie, nessun servizio di altri, nessuna statistica sulle singole persone.</p>
    </Paper>
  )
}
