// Who runs the network of the tests, and the partner whose pages hold its forms.
export const organisation = {
  name: 'Rete di prova',
  legalForm: 'Associazione non riconosciuta',
  fiscalCode: '97000000000',
  email: 'desk@rete.example',
  phone: '+39 02 0000000',
  iban: 'IT60X0542811101000000123456',
  beneficiary: 'Associazione Rete di prova',
  privacyUrl: 'https://rete.example/privacy',
  rulesUrl: 'https://rete.example/regole',
} as const

export const blogOrigin = 'https://blog.example'
