'use client'
// Row labels of arrays: consents, skills, people.
import { useConfig, useForm, usePayloadAPI, useRowLabel } from '@payloadcms/ui'
import { useEffect } from 'react'
import { apiAddress } from './address.js'
import { useWords } from './words.js'

type Named = Record<string, string | Record<string, string>>
type Id = string | number

/** Opens a row that was just added, where rows are born closed. */
function useOpened(fresh: boolean): void {
  const { path, rowNumber } = useRowLabel()
  const { dispatchFields, getField } = useForm()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it appears; closing it afterwards is the editor's choice
  useEffect(() => {
    const list = path.replace(/\.\d+$/, '')
    const rows = getField(list)?.rows ?? []
    if (!fresh || rowNumber === undefined || !rows[rowNumber]?.collapsed) return
    const updatedRows = rows.map((row, index) => (index === rowNumber ? { ...row, collapsed: false } : row))
    dispatchFields({ type: 'SET_ROW_COLLAPSED', path: list, updatedRows })
  }, [])
}

/** A consent: what was agreed, and the day. @param names words of each `what` */
export function ConsentLabel({ names }: { names: Named }) {
  const words = useWords()
  const { data } = useRowLabel<{ what?: string; at?: string }>()
  useOpened(!data?.what)
  const day = data?.at ? new Intl.DateTimeFormat(words.lang, { dateStyle: 'medium' }).format(new Date(data.at)) : ''
  const what = words.label(names[data?.what ?? ''])
  return <span>{what ? [what, day].filter(Boolean).join(' · ') : words.say('row-consent')}</span>
}

/** Title of a document that a row refers to; empty until it is known. */
function useTitleOf(slug: string, id: Id | null | undefined): string {
  const { config } = useConfig()
  const [{ data }] = usePayloadAPI(id ? apiAddress(config, `/${slug}/${id}`) : '', {
    initialParams: { depth: 0, select: { title: true } },
  })
  return (id && (data?.title as string | undefined)) || ''
}

/** A skill: its name, or the person's own words. @param slug of the skills */
export function SkillLabel({ slug }: { slug: string }) {
  const words = useWords()
  const { data } = useRowLabel<{ skill?: Id | null; own?: string | null }>()
  const title = useTitleOf(slug, data?.skill)
  if (title || data?.own) return <span>{title || data.own}</span>
  return <span>{data?.skill ? '…' : words.say('row-skill')}</span>
}

/** Somebody of a team, and what they do in it. @param slug of the members */
export function PersonLabel({ slug }: { slug: string }) {
  const words = useWords()
  const { data } = useRowLabel<{ member?: Id | null; role?: string | null }>()
  // A title is the name and the headline.
  const [name] = useTitleOf(slug, data?.member).split(' · ')
  if (!data?.member) return <span>{words.say('row-person')}</span>
  return <span>{[name || '…', data.role].filter(Boolean).join(' · ')}</span>
}
