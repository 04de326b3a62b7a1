// Every mail in both languages, sent for real: its subject, whom an answer reaches, the same words plain and in HTML.

import { inTransaction } from '../../plugin/database/transaction.js'
import { drainOutbox, enqueue } from '../../plugin/outbox/index.js'
import { mokor, slugOf } from '../../plugin/runtime.js'
import type { ReceivedMail } from '../support/mailbox.js'
import { startSiteWithMail } from '../support/mailed-site.js'
import { addMember, addPublicMember } from '../support/people.js'
import { type Document, type Mail, workMails } from '../support/work-mails.js'

const { site, mailbox } = await startSiteWithMail()
const { payload } = site

beforeEach(async () => {
  await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
})

/** What a stranger may put where a name is asked for. */
const bait = 'Vinci su www.evil.example'
const soon = new Date(Date.now() + 86_400_000).toISOString()
const person = 'persona@posta.example'

const created = async (key: 'commissions' | 'donations' | 'messages', data: object): Promise<Document> =>
  (await payload.create({ collection: slugOf(payload, key), data, depth: 0 })) as unknown as Document

const member = (status: string) => async (): Promise<Document> => ({
  id: (
    await addMember(payload, {
      status,
      firstName: bait,
      email: person,
      ...(status === 'unconfirmed' ? { expiresAt: soon } : {}),
    })
  ).id,
})

const request = (status: string) => (): Promise<Document> =>
  created('commissions', {
    status,
    client: { kind: 'person', name: bait, email: person },
    description:
      status === 'unconfirmed' || status === 'expired' ? `${bait} a ${person}` : 'Montare una libreria. In due stanze.',
    place: { municipality: '015146' },
    ...(status === 'unconfirmed' ? { expiresAt: soon } : { answerBy: '2026-12-08T21:59:00.000Z' }),
  })

/** Confirmed first: its client's own words may go to the address. */
const withdrawn = async (): Promise<Document> => {
  const made = await request('received')()
  await payload.update({ collection: slugOf(payload, 'commissions'), id: made.id, data: { status: 'withdrawn' } })
  return made
}

const pledge = (): Promise<Document> =>
  created('donations', {
    amountCents: 2500,
    donor: { type: 'person', name: bait, email: person },
    expiresAt: '2030-12-01T10:00:00.000Z',
  })

const treasurer = 'cassa@rete.example'

const treasurerWithOnePledge = async (): Promise<Document> => {
  // The first user of a site is its owner.
  await site.as('prima@rete.example')
  await site.as(treasurer, ['treasurer'])
  await payload.db.deleteMany({ collection: slugOf(payload, 'donations'), where: {} })
  await pledge()
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: treasurer } } })
  return { id: docs[0]?.id ?? '' }
}

const message = (status: string) => async (): Promise<Document> =>
  created('messages', {
    member: String((await addPublicMember(payload, { email: 'maria@posta.example' })).id),
    memberName: 'Maria C.',
    name: 'Carla Neri',
    email: 'carla@posta.example',
    text: 'Ho una credenza <b>zoppa</b>.',
    lang: 'it',
    status,
    expiresAt: soon,
  })

const desk = 'desk@rete.example'
const reason = 'Manca il comune.'
const reasoned = { it: reason, en: reason }

const mails: Record<string, Mail> = {
  ...workMails(payload, { bait, client: person, desk }),
  'member-confirm': {
    about: member('unconfirmed'),
    link: 'confirm-join',
    subject: { it: 'Conferma la tua adesione a Rete di prova', en: 'Confirm that you join Rete di prova' },
    says: { it: 'un mese dopo i dati si cancellano', en: 'a month later the data are deleted' },
  },
  'member-reminder': {
    about: member('unconfirmed'),
    link: 'confirm-join',
    subject: { it: 'La tua adesione aspetta conferma', en: 'Your request to join awaits confirmation' },
    says: { it: 'due giorni fa', en: 'Two days ago' },
  },
  'member-known': {
    about: member('active'),
    subject: { it: 'Hai già una scheda su Rete di prova', en: 'You already have a profile on Rete di prova' },
    says: { it: 'non è cambiata', en: 'has not changed' },
  },
  'member-received': {
    about: member('pending'),
    subject: { it: 'Adesione ricevuta', en: 'We have received your request to join' },
    says: { it: 'entro 3 giorni lavorativi', en: 'within 3 working days' },
  },
  'member-changes': {
    about: member('pending'),
    subject: { it: 'Manca qualcosa alla tua scheda', en: 'Something is missing from your profile' },
    says: reasoned,
  },
  'member-active': {
    about: member('active'),
    link: 'member-status',
    subject: { it: 'La tua scheda è attiva', en: 'Your profile is active' },
    says: { it: 'Prezzi e accordi restano tra te e chi ti chiama', en: 'Prices and agreements stay between you' },
  },
  'member-refused': {
    about: member('refused'),
    subject: { it: 'Adesione non accolta', en: 'Your request to join was not accepted' },
    says: reasoned,
  },
  'member-paused': {
    about: member('paused'),
    link: 'member-status',
    subject: { it: 'La tua scheda è in pausa', en: 'Your profile is paused' },
    says: { it: 'non si vede più', en: 'is not shown' },
  },
  'member-suspended': {
    about: member('suspended'),
    subject: { it: 'La tua scheda è sospesa', en: 'Your profile is suspended' },
    says: reasoned,
  },
  'member-again': {
    about: member('active'),
    link: 'member-status',
    subject: { it: 'La tua scheda è di nuovo attiva', en: 'Your profile is active again' },
    says: { it: 'si vede di nuovo', en: 'is shown again' },
  },
  'member-lifted': {
    about: member('paused'),
    link: 'member-status',
    subject: { it: 'La sospensione della tua scheda è finita', en: 'The suspension of your profile has ended' },
    says: { it: 'resta in pausa', en: 'stays paused' },
  },
  'member-link': {
    about: member('suspended'),
    link: 'member-status',
    subject: { it: 'Un nuovo link per la tua pagina', en: 'A new link to your own page' },
    says: { it: 'ecco un nuovo link per la tua pagina', en: 'Here is a new link to your own page' },
  },
  'member-answer': {
    about: member('active'),
    subject: { it: 'La tua scheda: scrive Rete di prova', en: 'Your profile: a message from Rete di prova' },
    says: reasoned,
  },
  'member-let-go': {
    about: member('leaving'),
    subject: { it: 'La tua scheda esce dalla rete', en: 'Your profile leaves the network' },
    says: reasoned,
  },
  'member-held': {
    about: member('paused'),
    to: 'desk@rete.example',
    subject: { it: 'Una scheda in pausa aspetta la redazione', en: 'A paused profile waits for an editor' },
    says: { it: 'c’è un dato privato', en: 'holds a private value' },
  },
  'message-returned': {
    about: message('returned'),
    to: 'carla@posta.example',
    subject: { it: 'Il messaggio non è stato consegnato', en: 'The message was not delivered' },
    says: { it: 'Il testo è stato cancellato', en: 'The text has been erased' },
  },
  'message-confirm': {
    about: message('unconfirmed'),
    link: 'confirm-message',
    to: 'carla@posta.example',
    subject: { it: 'Conferma il messaggio per Maria C.', en: 'Confirm the message to Maria C.' },
    says: { it: 'entro 7 giorni', en: 'within 7 days' },
  },
  'message-relay': {
    about: message('confirmed'),
    to: 'maria@posta.example',
    replyTo: 'carla@posta.example',
    subject: { it: 'Carla Neri ti scrive tramite Rete di prova', en: 'Carla Neri writes to you through Rete di prova' },
    says: { it: 'Ho una credenza <b>zoppa</b>.', en: 'Ho una credenza <b>zoppa</b>.' },
  },
  'message-delivered': {
    about: message('delivered'),
    to: 'carla@posta.example',
    subject: { it: 'Messaggio consegnato a Maria C.', en: 'Message delivered to Maria C.' },
    says: { it: 'non ne tiene copia', en: 'keeps no copy' },
  },
  'message-desk': {
    about: message('held'),
    to: desk,
    subject: { it: 'Da riferire a Maria C.: un messaggio', en: 'To pass on to Maria C.: a message' },
    says: { it: 'Maria C. non ha un’e-mail', en: 'Maria C. has no e-mail' },
  },
  'message-told': {
    about: message('delivered'),
    to: 'carla@posta.example',
    subject: { it: 'Messaggio riferito a Maria C.', en: 'Your message was passed on to Maria C.' },
    says: { it: 'non ne tiene copia', en: 'keeps no copy' },
  },
  'message-answer': {
    about: message('held'),
    to: 'carla@posta.example',
    subject: {
      it: 'Il messaggio per Maria C.: scrive Rete di prova',
      en: 'Your message to Maria C.: Rete di prova writes',
    },
    says: reasoned,
  },
  'commission-confirm': {
    about: request('unconfirmed'),
    link: 'confirm-request',
    subject: { it: 'Conferma la richiesta #', en: 'Confirm request #' },
    says: { it: 'Buongiorno,', en: 'Hello,' },
  },
  'commission-reminder': {
    about: request('unconfirmed'),
    link: 'confirm-request',
    subject: { it: 'La richiesta # aspetta conferma', en: 'Request # is waiting for your confirmation' },
    says: { it: 'non è ancora confermata', en: 'it is not confirmed yet' },
  },
  'commission-received': {
    about: request('received'),
    link: 'request-status',
    subject: { it: 'Richiesta # ricevuta', en: 'Request # received' },
    says: { it: 'entro l’8 dicembre 2026', en: 'by 8 December 2026' },
  },
  'commission-link': {
    about: request('triage'),
    link: 'request-status',
    subject: { it: 'Richiesta #: un nuovo link', en: 'Request #: a new link' },
    says: { it: 'ecco un nuovo link per seguire la richiesta', en: 'Here is a new link to follow your request' },
  },
  'commission-answer': {
    about: request('triage'),
    subject: { it: 'Richiesta #: scrive Rete di prova', en: 'Request #: a message from Rete di prova' },
    says: reasoned,
  },
  'commission-closed': {
    about: request('closed'),
    subject: { it: 'Richiesta #: chiusa', en: 'Request #: closed' },
    says: {
      it: 'la richiesta «Montare una libreria. In due stanze» è chiusa',
      en: 'Your request “Montare una libreria. In due stanze” is closed',
    },
  },
  'commission-share': {
    about: request('triage'),
    link: 'request-status',
    subject: { it: 'Richiesta #: ci dici anche questo sì?', en: 'Request #: may we ask for one more yes?' },
    says: {
      it: 'ora copre anche le fotografie, le domande e le squadre',
      en: 'it covers photographs, questions and teams too',
    },
  },
  'commission-withdrawn': {
    about: withdrawn,
    subject: { it: 'Richiesta #: ritirata', en: 'Request #: taken back' },
    says: {
      it: '«Montare una libreria. In due stanze» è stata ritirata',
      en: '“Montare una libreria. In due stanze” was taken back',
    },
  },
  'commission-declined': {
    about: request('declined'),
    subject: { it: 'Richiesta #: non accolta', en: 'Request #: declined' },
    says: reasoned,
  },
  'commission-expired': {
    about: request('expired'),
    subject: { it: 'Richiesta #: scaduta', en: 'Request #: expired' },
    says: { it: 'non è stata confermata in 7 giorni', en: 'was not confirmed within 7 days' },
  },
  'commission-desk': {
    about: request('received'),
    to: desk,
    subject: {
      it: 'Nuova richiesta #: mestiere da definire, Milano',
      en: 'New request #: trade to be agreed, Milano',
    },
    says: { it: 'entro l’8 dicembre 2026', en: 'by 8 December 2026' },
  },
  'donation-thanks': {
    about: pledge,
    subject: { it: 'Grazie: i dati per la donazione #', en: 'Thank you: the details for donation #' },
    says: { it: 'La promessa vale fino al 1º dicembre 2030', en: 'The pledge stands until 1 December 2030' },
  },
  'donation-answer': {
    about: pledge,
    subject: { it: 'Donazione #: scrive Rete di prova', en: 'Donation #: a message from Rete di prova' },
    says: reasoned,
  },
  'desk-digest': {
    about: treasurerWithOnePledge,
    to: treasurer,
    subject: { it: 'Da fare oggi: una cosa', en: 'To do today: one thing' },
    says: { it: '1 donazione promessa da controllare.', en: '1 pledge to check.' },
  },
}

test('the table knows every mail there is', () => {
  const written = Object.keys(mokor(payload).mails)
  expect(Object.keys(mails).sort()).toEqual(written.sort())
})

/** With a name, or with words that somebody wrote. */
const beginsByItself = new Set(['message-relay', 'offer-question', 'job-delivered', 'job-hand-over'])

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cases = Object.keys(mails).flatMap((template) => (['it', 'en'] as const).map((lang) => [template, lang] as const))

test.each(cases)('%s in %s', async (template, lang) => {
  const { about, link, subject, says, to = person, replyTo = desk } = mails[template] as Mail
  const { id, reference, words, linkTarget } = await about()
  // What creating the document has queued by itself.
  await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
  await inTransaction(payload, (req) =>
    enqueue(req, {
      key: `${template}:${lang}`,
      template,
      target: String(id),
      lang,
      words: { reason, ...words },
      ...(link ? { link } : {}),
      ...(linkTarget ? { linkTarget } : {}),
    }),
  )
  expect(await drainOutbox(payload)).toMatchObject({ failed: 0 })
  const mail = mailbox.mails[0] as ReceivedMail
  expect([mail.to, mail.subject]).toEqual([[to], subject[lang].replace('#', reference ?? '')])
  expect(mail.headers['reply-to']).toContain(replyTo)
  expect(mail.headers['content-language']).toBe(lang)
  expect(mail.text).toContain(says[lang])
  expect(mail.html).toContain(escaped(says[lang]))
  expect(mail.html).toContain(`<html lang="${lang}">`)
  for (const body of [mail.text, mail.html]) expect(body.includes('/pages/link/')).toBe(link !== undefined)
  // No word of a stranger's reaches an address that nobody has confirmed, nor a contact the desk's mailbox.
  if (!template.startsWith('message-')) expect(`${mail.raw}${mail.text}${mail.html}`).not.toMatch(/Vinci su|www\.evil/)
  if (template === 'commission-desk') expect(mail.text).not.toContain(person)
  // Italian goes on with a small letter after the greeting's comma; English begins anew, and so do a name and an editor’s words.
  const begun = /^[^\n]*,\n\n(\p{L})/u.exec(mail.text)?.[1]
  if (begun && !beginsByItself.has(template) && !template.endsWith('-answer'))
    expect(begun).toMatch(lang === 'it' ? /\p{Ll}/u : /\p{Lu}/u)
})

const sendAbout = async (template: string, id: number | string, words = { reason }) => {
  await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
  await inTransaction(payload, (req) =>
    enqueue(req, { key: `${template}:${id}`, template, target: String(id), lang: 'it', words }),
  )
  await drainOutbox(payload)
  return mailbox.mails[0] as ReceivedMail
}

test('a declined request is quoted in its client’s words, not under the editors’ title', async () => {
  const { id } = await request('declined')()
  await payload.update({ collection: slugOf(payload, 'commissions'), id, data: { title: 'Cliente che richiama' } })
  const mail = await sendAbout('commission-declined', id)
  expect(mail.text).toContain('della richiesta «Montare una libreria. In due stanze». Ecco perché:')
  expect(mail.text).not.toContain('Cliente che richiama')
})

test('a request withdrawn before anybody confirmed it is not quoted', async () => {
  const { id } = await request('unconfirmed')()
  await payload.update({ collection: slugOf(payload, 'commissions'), id, data: { status: 'withdrawn' } })
  const mail = await sendAbout('commission-withdrawn', id)
  expect(mail.text).toContain('la richiesta è stata ritirata')
  expect(mail.text).not.toContain('evil')
})

test.each(['commission-received', 'message-delivered'])('%s says once whose the prices are', async (template) => {
  const { id } = await (mails[template] as Mail).about()
  await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
  const link = template === 'commission-received' ? { link: 'request-status' } : {}
  await inTransaction(payload, (req) =>
    enqueue(req, { key: `once:${template}`, template, target: String(id), lang: 'it', ...link }),
  )
  await drainOutbox(payload)
  expect(mailbox.mails[0]?.text.match(/Prezzi e accordi restano/g)).toHaveLength(1)
})

test.each([
  ['person', 'Ada Neri', 'Ciao Ada,'],
  ['organisation', 'Forno Neri', 'Buongiorno,'],
])('a donor that is a %s is greeted as one', async (type, name, greeting) => {
  const { id } = await created('donations', {
    amountCents: 2500,
    donor: { type, name, email: person },
    expiresAt: '2030-12-01T10:00:00.000Z',
  })
  expect((await sendAbout('donation-thanks', id)).text.split('\n')[0]).toBe(greeting)
})

describe('whoever helps reads about somebody else', () => {
  /** Words for the person of the file. */
  const toThePerson =
    /\btu[ao] (scheda|adesione|richiesta|pagina)|scriverti|per te\b|su di te|ti chiama|[Bb]envenut|\byour (own )?(profile|page|request|data)|to you through|suits you|on you\b|Welcome/

  const letters = Object.entries(mails).flatMap(([template, mail]) =>
    template.startsWith('member-') && template !== 'member-held' ? [[template, mail] as const] : [],
  )
  const statuses: Record<string, string> = {
    'member-confirm': 'unconfirmed',
    'member-reminder': 'unconfirmed',
    'member-received': 'pending',
    'member-changes': 'pending',
    'member-refused': 'refused',
    'member-paused': 'paused',
    'member-suspended': 'suspended',
    'member-lifted': 'paused',
    'member-let-go': 'leaving',
  }

  test.each(
    letters.flatMap(([template, { link }]) =>
      (['it', 'en'] as const).flatMap((lang) =>
        (['public', 'network'] as const).map((reach) => [template, lang, reach, link] as const),
      ),
    ),
  )('%s in %s, %s', async (template, lang, reach, link) => {
    const { id } = await addMember(payload, {
      status: statuses[template] ?? 'active',
      reach,
      firstName: 'Zeno',
      email: null,
      helper: { name: 'Ines Pala', email: 'ines@posta.example', consent: true },
      expiresAt: soon,
    })
    await payload.db.deleteMany({ collection: slugOf(payload, 'outbox'), where: {} })
    await inTransaction(payload, (req) =>
      enqueue(req, {
        key: `${template}:${id}`,
        template,
        target: String(id),
        lang,
        words: { reason },
        ...(link ? { link } : {}),
      }),
    )
    await drainOutbox(payload)
    const [mail] = mailbox.mails
    expect(mail?.to).toEqual(['ines@posta.example'])
    expect(mail?.subject).toContain('Zeno')
    expect(mail?.text.split('\n')[0]).toContain('Ines Pala')
    expect(`${mail?.subject}\n${mail?.text}`).not.toMatch(toThePerson)
  })
})

test('the page of an active profile opens from its mail', async () => {
  const { id, slug } = await addPublicMember(payload)
  expect((await sendAbout('member-active', id)).html).toMatch(
    new RegExp(`<a href="[^"]+/pages/members/${slug}[^"]*">http`),
  )
})
