// What is asked about a chosen skill, in Italian.
export const words = {
  remove: 'Togli',
  full: 'Sono già {n}: per aggiungere questa se ne toglie una.',
  removed: 'Tolto:',
  optional: '(facoltativo)',
  origin: 'Mestiere, attitudine o passione?',
  practised: 'Mestiere',
  aptitude: 'Attitudine',
  passion: 'Passione',
  years: 'Da quanti anni?',
  qualified: 'Serve un’abilitazione: ce l’hai?',
  'qualified?': 'La vede solo la rete.',
  yes: 'Sì',
  no: 'No',
  unknown: 'Non so',
}
