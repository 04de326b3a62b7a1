// Italian texts of the admin about loans.

export const it = {
  'action-lend': 'Dai in prestito',
  'action-take-back': 'È tornato',
  'done-lend': 'Dato in prestito. Parte una mail.',
  'done-take-back': 'È di nuovo al suo posto.',
  'sure-take-back': 'Il prestito finisce qui.',
  'new-title-loan': 'Nuovo prestito',
  'list-loans': 'Si cerca anche per nome di chi lo chiede.',
  'mail-loan-confirm': 'Conferma il prestito',
  'mail-loan-lent': 'Dato in prestito',
  'mail-loan-expire': 'Prestito non confermato (nessuna mail)',
  'mail-loan-forget': 'Prestito da cancellare (nessuna mail)',
}
