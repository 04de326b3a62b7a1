// What the donation page says in Italian beyond the form's own words: it shows every question, and says when one is asked.
export const words = {
  title: 'Dona alla rete',
  intro:
    '{network} vive di sole donazioni. Si dona con un bonifico, dalla propria banca: qui prepariamo i dati, e qui non si paga nulla.',
  until: 'Aspettiamo il bonifico fino {date}. Dopo, questi dati si possono chiedere di nuovo.',
  'amountOther+': 'Se hai scelto «Altro»: per esempio 12,50',
}
