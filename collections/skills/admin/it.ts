// Italian texts of the admin about skills.

export const it = {
  'mail-skill-words': 'Nomi delle capacità da aggiornare (nessuna mail)',
  'mail-skill-files': 'Schede e richieste da aggiornare (nessuna mail)',
}
