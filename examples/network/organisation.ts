// The association that runs the demo: invented, with a well-formed IBAN that belongs to nobody.
import type { MokorPluginOptions } from 'payload-plugin-mokor'

export const publicUrl = process.env.PUBLIC_URL ?? 'http://localhost:3000'

export const legalForm = {
  it: 'Associazione non riconosciuta, senza scopo di lucro',
  en: 'Unincorporated association, not for profit',
}

export const organisation: MokorPluginOptions['organisation'] = {
  name: 'Rete Mokor demo',
  legalForm,
  fiscalCode: '97000000000',
  email: 'redazione@rete.example',
  phone: '+39 02 0000000',
  iban: 'IT60X0542811101000000123456',
  beneficiary: 'Associazione Rete Mokor demo',
  runtsStatus: 'none',
  privacyUrl: `${publicUrl}/privacy`,
  rulesUrl: `${publicUrl}/regole`,
  consentVersion: '2026-11',
  answerDays: 3,
  reportContact: 'segnalazioni@rete.example',
}
