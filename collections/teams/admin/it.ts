// Italian texts of the admin about teams.

export const it = {
  'action-ask': 'Chiedi a tutti',
  'action-allow-name': 'Consenti il nome',
  'action-teams-close': 'Chiudi la squadra',
  'action-teams-reopen': 'Riapri',
  'done-ask': 'Chiesto: ciascuno riceve una mail con la sua pagina.',
  'done-allow-name': 'Il nome si può mostrare.',
  'done-teams-close': 'Chiusa. Chi ne faceva parte riceve una mail.',
  'done-teams-reopen': 'Riaperta: quando è pronta, chiedi a tutti.',
  'sure-ask':
    'Chi non ha ancora detto di sì riceve una mail con le condizioni della squadra e una pagina da cui rispondere. Finché non dicono tutti di sì, la squadra non si vede in pubblico.',
  'sure-allow-name':
    'Il nome contiene il marchio della rete. Da ora tutti possono leggerlo: va bene se la squadra non sembra la rete stessa.',
  'sure-teams-close': 'La squadra si chiude e non sta più nell’elenco. Chi ne faceva parte lo saprà per mail.',
  'new-title-team': 'Nuova squadra',
  'new-team': 'Scrivi chi c’è e che cosa fa, poi salva: le persone si avvisano solo con il pulsante «Chiedi a tutti».',
  'hint-team-nobody': 'Nella squadra non c’è ancora nessuno: aggiungi le persone, poi chiedi a tutti.',
  'hint-team-refused':
    'Qualcuno ha detto di no o è uscito: togli o cambia quella persona, poi chiedi di nuovo a tutti.',
  'hint-team-shares': 'Le parti del lavoro non fanno 100: correggile, o lasciale vuote per parti uguali.',
  'hint-team-referent': 'Fattura chi tiene i contatti, ma non è scritto chi sia: sceglilo, o fai fatturare ciascuno.',
  'hint-team-call': 'Senza e-mail, da chiamare: {{who}}. La risposta si segna qui sotto.',
  'hint-team-mark':
    'Il nome contiene il marchio della rete: per mostrarlo a tutti serve il pulsante «Consenti il nome».',
  'hint-team-name-leak':
    'Il nome contiene qualcosa che una persona della squadra non mostra: finché c’è, la pagina pubblica non si vede.',
  'hint-team-role-leak':
    '«{{field}}» contiene qualcosa che una persona della squadra non mostra: finché c’è, il pubblico non lo legge.',
  'versions-teams':
    'Ripristinare una versione riporta il nome. Persone, condizioni, chi tiene i contatti, stato, pagina pubblica e indirizzo restano quelli di oggi.',
  'mail-team-ask': 'Una squadra per te',
  'mail-team-reminder': 'La squadra aspetta una risposta',
  'mail-team-active': 'La squadra c’è',
  'mail-team-change': 'La squadra cambia',
  'mail-team-closed': 'La squadra si chiude',
  'mail-team-link': 'Un nuovo link per la squadra',
  'mail-team-lapse': 'Risposte alla squadra non arrivate in tempo (nessuna mail)',
  'desk-teams_one': 'squadra da proporre',
  'desk-teams_other': 'squadre da proporre',
  'desk-teams_zero': 'Nessuna squadra da proporre',
}
