// What the request page says in Italian beyond the form's own words: it shows every question, and says when one is asked.
export const words = {
  title: 'Chiedi un lavoro',
  intro: 'Descrivi che cosa serve: la rete propone chi può farlo, entro {n} giorni lavorativi.',
  introOfMember:
    'Descrivi che cosa serve: la rete sente {member}; se non può, propone altri. Risponde entro {n} giorni lavorativi.',
  job: 'Il lavoro',
  contact: 'Come sentirsi',
  'organisation+': 'Se chiede un’azienda o un ente.',
  'skills?': 'Anche con parole proprie.',
  'place+': 'Se il lavoro è in un luogo.',
  'by+': 'Se hai scelto «Entro una data».',
  'urgent+': 'Se serve presto.',
  'phone+': 'Serve se è meglio sentirsi al telefono.',
  sent: 'Abbiamo mandato un’e-mail a {to}: basta aprire il link entro {days} giorni e confermare, e la richiesta arriva alla rete.',
}
