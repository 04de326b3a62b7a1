// What the form that writes to a person says in Italian on its page, beyond the form's own words.
export const words = {
  sent: 'Abbiamo mandato un’e-mail a {to}: basta aprire il link entro {days} giorni e confermare, e il messaggio parte.',
}
