// Italian texts of the admin about offers.

export const it = {
  'mail-offer-sent': 'Un lavoro per te',
  'mail-offer-reminder': 'Un lavoro aspetta la risposta',
  'mail-offer-recalled': 'Un lavoro proposto non serve più',
  'mail-offer-passed': 'Il lavoro lo fa un’altra persona',
  'mail-offer-question': 'Una domanda, o la risposta, a chi è stato sentito',
  'mail-offer-desk': 'Avviso alla redazione: proposte da guardare',
  'mail-executor-agreed': 'Il lavoro è tuo, con i recapiti',
  'mail-commission-offered': 'Abbiamo chiesto a qualcuno',
  'mail-commission-next': 'Abbiamo chiesto a un’altra persona',
  'mail-commission-choose': 'Qualcuno ha detto sì: scegli',
  'mail-commission-nobody': 'Non c’è ancora nessuno',
  'mail-commission-referred': 'Un’azienda fuori dalla rete',
  'mail-commission-agreed': 'Chi fa il lavoro, con i recapiti',
  'mail-offer-team': 'Un lavoro per la squadra, a chi non risponde per tutti',
  'mail-offer-team-over': 'Il lavoro proposto alla squadra non va avanti',
  'mail-job-team': 'Il lavoro è della squadra',
  'mail-offer-expire': 'Fine del termine di una proposta (nessuna mail)',
  'mail-offers-settle': 'Proposte di una richiesta finita (nessuna mail)',
  'mail-offers-sweep': 'Accordi rimasti a metà (nessuna mail)',
}
