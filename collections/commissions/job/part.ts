// A part of a link's page about a request, and the sums of several.
import type { LinkContext, LinkPart, LinkSection } from '../../../plugin/definitions/link.js'
import type { Commission } from '../types.js'

export type { LinkOutcome as Outcome } from '../../../plugin/definitions/link.js'
export type PagePart = LinkPart<Commission>

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
