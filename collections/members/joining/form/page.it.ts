// What the join page says in Italian beyond the form's own words: it shows every question, and says when one is asked.
export const words = {
  title: 'Entra nella rete',
  intro:
    '{network} è gratuita e senza provvigioni. Mandi questo modulo, confermi dalla mail, e una persona della rete legge la tua scheda prima che si veda.',
  'companyName+': 'Solo per un’azienda.',
  'skills.row': 'Capacità {n}',
  'skills?': 'Con parole tue, es. riparo biciclette',
  'experience+': 'Facoltativo per professionisti e aziende.',
  'radiusKm+': 'Se lavori sul posto.',
  'from+': 'Se hai scelto «Da una data».',
  'email+': 'Facoltativa se qualcuno compila per te.',
  'phone+': 'Serve se non c’è l’e-mail.',
  'publish+': 'Serve se possono contattarti anche i clienti.',
  sent: 'Abbiamo mandato un’e-mail a {to}: apri il link entro {days} giorni e conferma la tua adesione. Poi una persona della rete legge la scheda e ti scrive.',
  sentToHelper:
    'Abbiamo mandato un’e-mail a {to}: apri il link entro {days} giorni e conferma questa adesione. Poi una persona della rete legge la scheda e scrive a te.',
}
