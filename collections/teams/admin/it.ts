// Italian texts of the admin about teams.

export const it = {
  'hint-team-name-leak':
    'Il nome contiene qualcosa che una persona della squadra non mostra: finché c’è, la pagina pubblica non si vede.',
  'hint-team-role-leak':
    '«{{field}}» contiene qualcosa che una persona della squadra non mostra: finché c’è, il pubblico non lo legge.',
  'versions-teams':
    'Ripristinare una versione riporta il nome. Persone, chi tiene i contatti, stato, pagina pubblica e indirizzo restano quelli di oggi.',
}
