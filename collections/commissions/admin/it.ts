// Italian texts of the admin about requests.

import { it as job } from '../job/admin.it.js'
import { it as offers } from '../offers/admin.it.js'

export const it = {
  ...job,
  ...offers,
  'timeline-step-split': 'Divisa: una parte in più',
  'timeline-step-smaller': 'È un lavoretto',
  'timeline-step-larger': 'Non è un lavoretto',
  'mail-family-settle': 'Le parti si ritirano con la richiesta (nessuna mail)',
  'action-take': 'Prendi in carico',
  'action-confirm-by-phone': 'Confermata per telefono',
  'action-close': 'Chiudi',
  'action-decline': 'Declina',
  'action-withdraw': 'Segna come ritirata',
  'action-reconsider': 'Riporta in redazione',
  'done-reconsider': 'È di nuovo in redazione. Chi doveva ancora rispondere lo saprà per mail.',
  'sure-reconsider': 'Le proposte ancora aperte si ritirano: chi le ha ricevute lo saprà per mail.',
  'action-start': 'Lavoro cominciato',
  'done-start': 'Segnato: il lavoro è cominciato.',
  'action-give-back': 'Chi lo faceva non può più',
  'done-give-back': 'È di nuovo in redazione: si può proporre ad altri.',
  'sure-give-back':
    'L’accordo finisce qui e la richiesta torna in redazione, per proporla ad altri. Le tue parole vanno a chi ha chiesto.',
  'action-deliver': 'Lavoro finito',
  'done-deliver': 'Segnato: il lavoro è finito.',
  'action-carry-on': 'Il lavoro va avanti',
  'done-carry-on': 'Segnato: il lavoro è ancora in corso.',
  'action-dispute': 'C’è una contestazione',
  'done-dispute': 'Segnato: le parti non sono d’accordo.',
  'sure-dispute': 'La rete ascolta, ma non decide sul denaro: chi ha chiesto e chi lavora se la vedono fra loro.',
  'done-take': 'Presa in carico.',
  'done-confirm-by-phone': 'Confermata: la richiesta è arrivata alla redazione. Chi ha chiesto riceve una mail.',
  'done-confirm-by-phone-no-address': 'Confermata: la richiesta è arrivata alla redazione.',
  'done-close': 'Chiusa. Chi ha chiesto riceve una mail.',
  'done-close-no-address': 'Chiusa. Non c’è un’e-mail: si avvisa per telefono.',
  'done-decline': 'Non accolta. Chi ha chiesto riceve il motivo per mail.',
  'done-decline-no-address': 'Non accolta. Non c’è un’e-mail: si avvisa per telefono, col motivo.',
  'bulk-sure-decline':
    'Richieste scelte: {{count}}. Si chiudono qui, e chi ha un’e-mail lo saprà con le parole che hai scritto. Chi non ce l’ha lo sa solo se telefoni.',
  'sure-decline': 'La richiesta si chiude qui, e chi ha chiesto lo saprà per mail con le parole che hai scritto.',
  'sure-decline-no-address':
    'La richiesta si chiude qui. Non c’è un’e-mail: chi ha chiesto lo saprà solo per telefono. Il motivo resta nella storia.',
  'sure-close': 'La richiesta si chiude e non si può riaprire. Chi ha chiesto lo saprà per mail.',
  'sure-close-no-address':
    'La richiesta si chiude e non si può riaprire. Non c’è un’e-mail: chi ha chiesto lo saprà solo per telefono.',
  'sure-withdraw':
    'La richiesta si chiude come ritirata da chi l’ha fatta, e non si può riaprire. Se era confermata, chi ha chiesto riceve una mail.',
  'sure-withdraw-no-address': 'La richiesta si chiude come ritirata da chi l’ha fatta, e non si può riaprire.',
  'new-title-commission': 'Nuova richiesta',
  'hint-missing-place': 'Si lavora sul posto, ma manca il comune: senza non si sa a chi proporla.',
  'hint-answer-late': 'La risposta era attesa entro {{day}}.',
  'hint-share-consent-missing':
    'Manca il consenso a proporla e a dare i recapiti: chiedilo prima di mostrarla a qualcuno.',
  'hint-share-old':
    'Chi ha chiesto non ha ancora detto sì al nuovo testo del consenso: finché non lo dice, le fotografie le vedono solo la redazione e chi farà il lavoro, e non si propone a una squadra. Gliel’abbiamo chiesto per mail, se ne ha una; se te lo dice a voce, aggiungilo fra i consensi.',
  'hint-share-refused':
    'Al nuovo testo del consenso ha detto no {{day}}: le fotografie le vedono solo la redazione e chi farà il lavoro, e non si propone a una squadra.',
  'hint-regulated-trade': '{{skill}}: mestiere regolato. {{note}}',
  'list-commissions': 'Si cerca anche per nome, azienda o recapito di chi chiede.',
  'versions-commissions':
    'Ripristinare una versione riporta i testi. Stato, riferimento, recapiti di chi chiede, termine di risposta, consensi e storia restano quelli di oggi.',
  'mail-commission-confirm': 'Conferma la richiesta',
  'mail-commission-reminder': 'La richiesta aspetta conferma',
  'mail-commission-received': 'Richiesta ricevuta',
  'mail-commission-desk': 'Avviso alla redazione: nuova richiesta',
  'mail-commission-share': 'Il nuovo testo del consenso',
  'mail-commission-share-ask': 'A chi chiedere il nuovo consenso (nessuna mail)',
  'mail-commission-link': 'Un nuovo link per seguire la richiesta',
  'mail-commission-answer': 'La redazione scrive al cliente',
  'mail-commission-closed': 'Richiesta chiusa',
  'mail-commission-withdrawn': 'Richiesta ritirata',
  'mail-commission-declined': 'Richiesta non accolta',
  'mail-commission-expired': 'Richiesta scaduta',
  'mail-commission-expire': 'Richiesta non confermata in tempo (nessuna mail)',
  'mail-commission-forget': 'Richiesta mai confermata da cancellare (nessuna mail)',
  'desk-commissions_one': 'richiesta da seguire',
  'desk-commissions_other': 'richieste da seguire',
  'desk-commissions_zero': 'Nessuna richiesta da seguire',
}
