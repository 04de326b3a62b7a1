// What editors find a member's file by.
import { placeTexts, type Searchable } from '../../plugin/collection/search-key.js'
import { localized } from '../../plugin/i18n/localized.js'
import type { Member } from './member.js'

export const searched: Searchable<Member> = {
  label: localized('nome, attività, e-mail, telefono o comune', 'name, work, e-mail, phone or town'),
  short: (member) => [
    [member.firstName, member.lastName].join(' '),
    member.companyName,
    member.email,
    member.phone,
    member.slug,
    member.helper?.name,
    member.helper?.email,
    ...placeTexts(member.place),
  ],
  long: (member) => [member.headline, ...(member.skills ?? []).map(({ own }) => own)],
}
