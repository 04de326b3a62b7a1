// Creates a request from the public form: validates it, stores it unconfirmed, sends the confirmation mail.
import type { Payload, PayloadRequest, Where } from 'payload'
import type { PartialBody } from '../../plugin/api/partial-body.js'
import { type FieldIssue, Problem } from '../../plugin/api/problem.js'
import type { WriteFacts } from '../../plugin/contract/write-facts.js'
import { documents } from '../../plugin/database/documents.js'
import { inTransaction } from '../../plugin/database/transaction.js'
import { publishedBySlug } from '../../plugin/directory/index.js'
import { pickRequested, recordConsents } from '../../plugin/fields/consents.js'
import { confirmationDeadline } from '../../plugin/lifecycle/expiry.js'
import { transitionContext } from '../../plugin/lifecycle/timeline.js'
import { dayInItaly } from '../../plugin/values/dates.js'
import { databaseId } from '../../plugin/values/document-id.js'
import { mergedSkills } from '../skills/index.js'
import { requestConfirmation } from './confirmation.js'
import type { CommissionData } from './dto.js'
import { formIssues, issuesOf } from './rules.js'
import type { DocumentId } from './types.js'

/** What a form shows to be wrong at a moment, whatever else is wrong with it. */
export const requestIssues = (sketch: PartialBody<CommissionData>, at: Date): FieldIssue[] =>
  formIssues(sketch, dayInItaly(at))

/**
 * @returns the reference, and until when the mail's link confirms
 * @throws Problem `invalid` that names every field to mend
 */
export async function createCommission(
  payload: Payload,
  data: CommissionData,
  facts: WriteFacts,
): Promise<{ reference: string; expiresAt: string }> {
  return inTransaction(payload, async (req) => {
    const skills = await choosableSkills(
      req,
      data.skills.flatMap(({ skill }) => skill ?? []),
    )
    const issues = issuesOf(data, {
      today: dayInItaly(facts.at),
      skills: new Set(skills.keys()),
    })
    if (issues.length > 0) throw new Problem('invalid', issues)
    const commission = await documents(req, 'commissions').create(
      {
        ...stored(data, facts),
        skills: data.skills.map(({ skill, own }) => ({ skill: skill ? skills.get(skill) : null, own: own ?? null })),
        member: data.member ? await publicMember(req, data.member) : null,
        wanted: await publicMembers(req, data.wanted),
      },
      transitionContext({ by: 'client', at: facts.at }),
    )
    await requestConfirmation.ask(req, commission, facts)
    return { reference: commission.reference, expiresAt: confirmationDeadline(facts.at).toISOString() }
  })
}

function stored(data: CommissionData, facts: WriteFacts): Record<string, unknown> {
  return {
    status: 'unconfirmed',
    client: { ...data.client, lang: facts.lang },
    description: data.description,
    mode: data.mode,
    place: data.place ?? {},
    placeNote: data.placeNote ?? null,
    when: { soon: data.when.soon, by: data.when.soon === 'by' ? `${data.when.by}T12:00:00.000Z` : null },
    choice: data.choice,
    urgent: data.urgent,
    micro: data.micro,
    channel: 'web',
    consents: recordConsents(pickRequested(data.consents, ['share']), facts),
    expiresAt: confirmationDeadline(facts.at).toISOString(),
  }
}

async function choosableSkills(req: PayloadRequest, slugs: string[]): Promise<Map<string, DocumentId>> {
  if (slugs.length === 0) return new Map()
  const choosable: Where = { and: [{ slug: { in: slugs } }, { active: { not_equals: false } }] }
  const skills = await documents(req, 'skills').find(choosable, { limit: slugs.length })
  const codes = skills.map(({ id, slug }): [string, DocumentId] => [slug, id])
  if (codes.length === slugs.length) return new Map(codes)
  // A page that was opened before trades were merged sends the old code.
  const merged = (await mergedSkills(req)).filter(({ into }) => into.active !== false)
  return new Map([...merged.map(({ slug, into }): [string, DocumentId] => [slug, into.id]), ...codes])
}

/** Unknown and hidden slugs are passed over alike: a refusal would tell which of them exist. */
async function publicMember(req: PayloadRequest, slug: string): Promise<DocumentId | null> {
  const row = await publishedBySlug(req, slug)
  return row && databaseId(req.payload, row.id)
}

async function publicMembers(req: PayloadRequest, slugs: readonly string[]): Promise<DocumentId[]> {
  const found: DocumentId[] = []
  for (const slug of new Set(slugs)) {
    const id = await publicMember(req, slug)
    if (id !== null) found.push(id)
  }
  return found
}
