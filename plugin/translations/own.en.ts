// English texts of the admin that belong to no room; other languages fall back to them.
import type { it } from './own.it.js'

/** Of the words that belong to no room. */
export type WordKey = keyof typeof it

export const en: Record<WordKey, string> = {
  // ── Steps ──
  'action-resend': 'Send the mail again',
  'action-revoke-link': 'Revoke the personal link',
  'action-send-again': 'Send again',
  'action-drop': 'Give up',
  'action-new-link': 'Send a new link',

  'done-resend': 'The mail leaves again at once.',
  'done-withdraw': 'Withdrawn.',
  'done-revoke-link': 'Revoked: the link sent by mail no longer works.',
  'done-send-again': 'Back in the queue: it leaves in a few seconds.',
  'done-drop': 'Given up: nobody tries to send it any more.',
  'done-new-link': 'The new link leaves by mail; the previous one, if there was one, no longer works.',
  done: 'Done.',

  'sure-new-link':
    'A new link leaves to the e-mail written here; the previous one, if there was one, stops working at once.',
  'sure-revoke-link': 'The link sent by mail stops working at once. To give another, later, use “Send a new link”.',
  'sure-drop': 'This mail will not leave any more, and what it was to say is erased.',
  careful: 'Something wants a look first. If it is right as it is, the profile becomes active.',
  sure: 'This step changes what people see.',
  'sure-title': '“{{action}}”: are you sure?',
  'sure-yes': 'Yes, {{action}}',

  'reason-title': '{{action}}: what shall we write?',
  'reason-label': 'Your words',
  'reason-help':
    'The mail greets and says what happens; then come your words, as you write them. Say what is wrong and what can be done.',
  'reason-help-no-address': 'They stay in the history, which only editors read: there is no e-mail to send them to.',
  'reason-missing': 'Your words are missing: they are what the person will know.',
  'reason-long': 'These are {{length}} characters: shorten the reason to {{most}} at most.',
  'reason-next': 'Continue',
  'reason-send': '{{action}} and send',

  'unsaved-title': 'There are unsaved changes',
  'unsaved-body': '“{{action}}” applies to what is saved. Save the changes and go on?',
  'unsaved-go': 'Save and continue',
  cancel: 'Cancel',
  working: 'One moment…',
  failed: 'That did not work: {{message}}',
  'failed-offline': 'The site does not answer. Try again shortly.',

  // ── Panel ──
  panel: 'Where it stands',
  'no-actions': 'Nothing to do here for now.',
  'new-title': 'New document',
  new: 'Once saved, the possible steps appear here.',
  'hints-blocking': 'To be put right first',
  'hints-title': 'Worth a look',
  'hints-know': 'Good to know',
  'card-title': 'How it will look',
  'card-title-live': 'How it looks',
  'card-title-unseen': 'The profile in brief',
  'card-network': 'The network only: not shown to the public.',
  'card-hidden': 'Not visible now: the status is “{{status}}”.',
  'card-open': 'Open the public page',
  'card-more': '+{{count}}',
  'card-remote': 'remotely',
  'card-no-place': 'Municipality not given',
  'availability-now': 'Available now',
  'availability-from': 'Available from {{date}}',
  'availability-sometimes': 'Available now and then',
  'availability-not-now': 'Takes no work at present',

  'hint-own-words': '“{{skill}}” is in their own words: choose the skill that matches, so that filters find it.',
  'hint-no-address': 'No e-mail: call them.',

  timeline: 'What happened',
  'timeline-empty': 'Nothing yet.',
  'timeline-person': 'the client',
  'timeline-member': 'the person',
  'timeline-network': 'the site itself',
  'timeline-system': 'by itself, when the term ended',

  agreed: 'Said yes to…',
  'row-consent': 'New consent',
  'row-skill': 'New skill',
  'row-person': 'New person',
  'radius-home': 'Only in their municipality',
  'radius-km': '{{km}} km',
  'radius-all': 'All Italy',
  yes: 'yes',
  no: 'no',

  // ── Lists ──
  selected_one: '{{count}} selected',
  selected_other: '{{count}} selected',
  'bulk-done_one': '{{count}} entry updated.',
  'bulk-done_other': '{{count}} entries updated.',
  'bulk-failed_one': 'Left as it was: {{count}}. The reason stands above the list.',
  'bulk-failed_other': 'Left as they were: {{count}}. The reasons stand above the list.',
  'bulk-left_one': 'Left as it was, and still selected:',
  'bulk-left_other': 'Left as they were, and still selected:',
  'bulk-sure': '“{{action}}” for {{count}}?',
  'term-late': 'late: was due {{when}}',
  'term-due': 'due {{when}}',

  // ── Mail ──
  'mail-cause-address': 'The e-mail address is missing or not right.',
  'mail-cause-restored': 'A backup was restored: it may have left before. Send it again only if it did not arrive.',
  'mail-cause-stopped': 'The program stopped each time while sending it.',
  'mail-head': 'To: {{recipient}} · Subject: {{subject}}',
  'mail-problem': 'This mail has not left',
  'mail-waiting': 'It is tried again {{when}}.',
  'mail-remedy-document': 'Correct the e-mail in the document it speaks of, then send it again.',
  'mail-remedy-options':
    'It goes to the network’s own address, which is in the site’s options (`organisation.email`): whoever runs the site corrects it, then send it again.',
  'mail-remedy-sender':
    'The address was typed by whoever wrote the message and cannot be corrected here: if it is wrong, give up.',
  'mail-remedy-gone': 'What it speaks of is no longer there: give up.',
  'mail-remedy-effect':
    'This is no mail but work of the site: start it again, and if it fails ask whoever runs the site.',
  'mail-open': 'Open the document',

  // ── Dashboard ──
  'desk-title': 'Today in the network',
  'desk-outbox_one': 'mail that has not left',
  'desk-outbox_other': 'mails that have not left',
  'desk-outbox_zero': 'No mail in trouble',
  'desk-mail-late_one': '{{count}} waits for more than ten minutes',
  'desk-mail-late_other': '{{count}} wait for more than ten minutes',
  'desk-oldest_one': '{{when}}',
  'desk-oldest_other': 'the oldest: {{when}}',
  'desk-settings': 'Something is still missing',
  'setting-adapter': 'No mail can leave: the site has no e-mail adapter.',
  'setting-adapter-how': 'Set `email` in Payload’s config.',
  'setting-public-url': 'No mail can leave: the site’s public address is missing.',
  'setting-public-url-how': 'Set the plugin’s `publicUrl`, or Payload’s `serverURL`.',
  'setting-privacy': 'Forms cannot show the privacy notice.',
  'setting-privacy-how': 'Set `organisation.privacyUrl`.',
  'setting-rules': 'Forms cannot show the network’s rules.',
  'setting-rules-how': 'Set `organisation.rulesUrl`.',
  'setting-origins': 'No blog may send forms yet.',
  'setting-origins-how': 'List the blogs’ origins in `allowedOrigins`.',
  'setting-features': 'Something of a feature that is off is stored, such as teams: it is shown nowhere.',
  'setting-features-how': 'Name it in `features`: `{ teams: true }` switches it on, `{ teams: false }` leaves it off.',
  'setting-flood': 'A great many forms are arriving: almost certainly from one sender.',
  'setting-flood-how':
    'Nothing is shut. What nobody confirms stays apart and is deleted by itself; whoever runs the site can look where they come from.',
  'setting-proxies': 'Forms cannot be counted by where they come from: one sender can slow all down.',
  'setting-proxies-how': 'Set `trustedProxies`: how many proxies stand before the site, `0` for none.',
  'setting-skills': 'The catalogue of skills is empty.',
  'setting-skills-how': 'Fill it with `npx payload mokor:seed`.',
}
