// The donation slip in Italian.
export const words = {
  once: 'La donazione si fa con un bonifico, dalla tua banca: qui non paghi nulla. Copia questi dati così come sono.',
  monthly:
    'Nella tua banca imposta un bonifico periodico, ogni mese, con questi dati. La causale resta sempre la stessa; puoi fermarlo quando vuoi.',
  beneficiary: 'Beneficiario',
  iban: 'IBAN',
  amount: 'Importo',
  remittance: 'Causale',
  copy: 'Copia',
  copied: 'Copiato',
  selected: 'Selezionato: ora copialo',
  qr: 'Codice QR, se l’app della tua banca lo legge',
  qrName: 'Codice QR con beneficiario, IBAN, importo e causale',
  until: 'Aspettiamo il bonifico fino a {date}. Dopo, questi dati si possono chiedere di nuovo.',
  print: 'Stampa',
}
