'use client'
// Names the rows of a list by what they hold, where Payload would count them.
import { useConfig, usePayloadAPI, useRowLabel } from '@payloadcms/ui'
import { useWords } from './words.js'

type Named = Record<string, string | Record<string, string>>

/** A consent: what was agreed, and the day. @param names words of each `what` */
export function ConsentLabel({ names }: { names: Named }) {
  const words = useWords()
  const { data } = useRowLabel<{ what?: string; at?: string }>()
  const day = data?.at ? new Intl.DateTimeFormat(words.lang, { dateStyle: 'medium' }).format(new Date(data.at)) : ''
  return <span>{[words.label(names[data?.what ?? '']), day].filter(Boolean).join(' · ') || '…'}</span>
}

/** A skill: its name, or the person's own words. @param slug of the skills */
export function SkillLabel({ slug }: { slug: string }) {
  const { data } = useRowLabel<{ skill?: string | number | null; own?: string | null }>()
  const { config } = useConfig()
  const id = data?.skill
  const [{ data: skill }] = usePayloadAPI(id ? `${config.serverURL}${config.routes.api}/${slug}/${id}` : '', {
    initialParams: { depth: 0, select: { title: true } },
  })
  return <span>{(id && skill?.title) || data?.own || '…'}</span>
}
