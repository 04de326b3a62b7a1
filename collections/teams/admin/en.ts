// English texts of the admin about teams.
import type { it } from './it.js'

export const en: Record<keyof typeof it, string> = {
  'action-ask': 'Ask everybody',
  'action-allow-name': 'Allow the name',
  'action-teams-close': 'Close the team',
  'action-teams-reopen': 'Reopen',
  'done-ask': 'Asked: each receives a mail with a page of their own.',
  'done-allow-name': 'The name may be shown.',
  'done-teams-close': 'Closed. Whoever was in it receives a mail.',
  'done-teams-reopen': 'Reopened: ask everybody when it is ready.',
  'sure-ask':
    'Whoever has not said yes receives a mail with the team’s terms and a page to answer on. Until all say yes the public does not see the team.',
  'sure-allow-name':
    'The name holds the network’s mark. From now on everybody may read it: that is fine as long as the team does not pass for the network itself.',
  'sure-teams-close': 'The team closes and leaves the directory. Whoever was in it will know by mail.',
  'new-title-team': 'New team',
  'new-team': 'Write who is in it and what they do, then save: people hear of it only by the button “Ask everybody”.',
  'hint-team-nobody': 'Nobody is in the team yet: add the people, then ask everybody.',
  'hint-team-refused': 'Somebody said no or left: take out or replace that person, then ask everybody again.',
  'hint-team-shares': 'The parts of the work do not add up to 100: correct them, or leave them empty for equal parts.',
  'hint-team-referent':
    'Who keeps in touch invoices, but it is not written who that is: choose somebody, or let each invoice.',
  'hint-team-call': 'Without e-mail, to be called: {{who}}. The answer is recorded below.',
  'hint-team-mark': 'The name holds the network’s mark: to show it to everybody the button “Allow the name” is needed.',
  'hint-team-name-leak':
    'The name holds something that somebody in the team does not show: until it is taken out, the public page is hidden.',
  'hint-team-role-leak':
    '“{{field}}” holds something that somebody in the team does not show: until it is taken out, the public does not read it.',
  'versions-teams':
    'Restoring a version brings the name back. People, terms, who keeps in touch, status, public page and address stay as they are today.',
  'mail-team-ask': 'A team for you',
  'mail-team-reminder': 'The team waits for an answer',
  'mail-team-active': 'The team stands',
  'mail-team-change': 'The team is changing',
  'mail-team-closed': 'The team closes',
  'mail-team-link': 'A new link to the team',
  'mail-team-lapse': 'Answers to the team that did not come in time (no mail)',
  'desk-teams_one': 'team to propose',
  'desk-teams_other': 'teams to propose',
  'desk-teams_zero': 'No team to propose',
}
