// Italian texts of the admin about donations.

export const it = {
  'action-received': 'Arrivata',
  'action-instalment': 'Arrivata questo mese',
  'action-end': 'Finita',
  'action-reopen': 'Rimetti in attesa',
  'action-donations-withdraw': 'Non arriverà',
  'done-received': 'Registrata come arrivata.',
  'done-instalment': 'Registrata: è nei conti.',
  'done-end': 'Segnata come finita: se arriva ancora, si registra come sempre.',
  'done-reopen': 'Di nuovo una promessa: non è più nei conti.',
  'sure-end': 'Non si aspetta più nulla da questa donazione mensile; quello che è arrivato resta nei conti.',
  'sure-reopen': 'La donazione torna una promessa ed esce dai conti pubblici: segnala così solo uno sbaglio.',
  'sure-donations-withdraw': 'La promessa esce dai conti: segnala così solo quando si sa che non arriverà.',
  'new-title-donation': 'Nuova donazione',
  'hint-name-contact':
    'Nel nome pubblico c’è un recapito: nei conti questa donazione resta senza nome. Togli il recapito per mostrarlo.',
  'hint-message-contact':
    'Nel messaggio pubblico c’è un recapito: nei conti il nome si mostra, il messaggio no. Togli il recapito per mostrarlo.',
  'list-donations': 'Si cerca anche per nome o e-mail di chi dona.',
  'versions-donations':
    'Ripristinare la versione di una donazione riporta le note. Stato, riferimento, importi, chi dona, messaggio, consensi e scelta del nome restano quelli di oggi.',
  'mail-donation-thanks': 'Grazie: i dati per la donazione',
  'mail-donation-answer': 'La redazione scrive a chi dona',
  'mail-donation-expire': 'Promessa scaduta (nessuna mail)',
  'mail-donation-lapse': 'Donazione mensile che non arriva più (nessuna mail)',
  'mail-donation-forget': 'Nome di una promessa finita nel nulla, da cancellare (nessuna mail)',
  'action-close-year': 'Chiudi l’anno',
  'done-close-year': 'Chiuso: in questo anno non si registra più nulla.',
  'sure-close-year':
    'Da qui in poi in questo anno non si registra più nulla: uno sbaglio si corregge nell’anno in corso. Prima confronta i saldi con l’estratto conto e ricontrolla i conti.',
  'new-title-bookYear': 'Nuovo anno',
  'list-bookYears': 'Si cerca per anno.',
  'list-ledger': 'Si cerca per chiave.',
  'desk-bookYears_one': 'anno dei conti da chiudere',
  'desk-bookYears_other': 'anni dei conti da chiudere',
  'desk-bookYears_zero': 'Nessun anno dei conti da chiudere',
  'desk-donations_one': 'donazione promessa da controllare',
  'desk-donations_other': 'donazioni promesse da controllare',
  'desk-donations_zero': 'Nessuna donazione da controllare',
}
