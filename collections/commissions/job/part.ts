// The type of a part of a link's page: what it shows of a request, and what its buttons do.
import type { LinkAct, LinkContext, LinkSection } from '../../../plugin/definitions/link.js'
import type { Commission } from '../types.js'

/** What a button has done, or why it has done nothing, in a sentence. */
export type Outcome = { notice: string } | { problem: string }

export interface PagePart {
  /** None where there is nothing to show or to press. */
  sections(context: LinkContext, commission: Commission): Promise<LinkSection[]>
  /** By the button's name. Pressed on an old page, a button does what its section would offer now, or nothing. */
  acts: Record<string, (context: LinkAct, commission: Commission) => Promise<Outcome>>
}

export async function sectionsOf(
  parts: readonly PagePart[],
  context: LinkContext,
  commission: Commission,
): Promise<LinkSection[]> {
  const shown: LinkSection[] = []
  for (const part of parts) shown.push(...(await part.sections(context, commission)))
  return shown
}

export const actOf = (parts: readonly PagePart[], button: string): PagePart['acts'][string] | undefined =>
  parts.map(({ acts }) => (Object.hasOwn(acts, button) ? acts[button] : undefined)).find((act) => act !== undefined)
