// The work queue: which documents wait for an editor, as filters that count them and open them as a list. Pure.
import type { Where } from 'payload'
import type { CollectionKey, Feature } from '../options/index.js'
import { lateMs } from '../outbox/row.js'
import { adminAddress } from './address.js'
import { awaitingAnswer } from './status-colors.js'

type Condition = [field: string, operator: 'equals' | 'in' | 'less_than' | 'greater_than', value: string | string[]]

/** By what the dashboard tells which one is the oldest, and its lists their order. */
export const oldestFirst = 'createdAt'

/** Documents that meet every condition. */
export type Filter = readonly Condition[]

export interface Queue {
  key: CollectionKey
  filter: Filter
  /** Documents that have waited too long, in the pile or beside it. */
  overdue?: { filter: Filter; words: 'desk-late' | 'desk-mail-late' }
  /** Without it nothing comes to this pile. */
  feature?: Feature
}

export const queues = (now: Date): Queue[] => [
  {
    key: 'commissions',
    filter: [['status', 'equals', 'received']],
    overdue: {
      filter: [
        ['status', 'in', [...awaitingAnswer]],
        ['answerBy', 'less_than', now.toISOString()],
      ],
      words: 'desk-late',
    },
    feature: 'commissions',
  },
  { key: 'members', filter: [['status', 'equals', 'pending']] },
  {
    key: 'donations',
    // Past its term a pledge has expired, whether or not that is written down yet.
    filter: [
      ['status', 'equals', 'pledged'],
      ['expiresAt', 'greater_than', now.toISOString()],
    ],
    feature: 'donations',
  },
  {
    key: 'outbox',
    filter: [['status', 'equals', 'failed']],
    overdue: {
      filter: [
        ['status', 'in', ['queued', 'leased']],
        ['dueAt', 'less_than', new Date(now.getTime() - lateMs).toISOString()],
      ],
      words: 'desk-mail-late',
    },
  },
]

export const whereOf = (sought: Filter): Where => ({
  and: sought.map(([field, operator, value]) => ({ [field]: { [operator]: value } })),
})

/** The filter as the list view writes it in its address, whoever waits longest first. */
export function listAddress(admin: string, slug: string, sought: Filter): string {
  const query = sought.flatMap(([field, operator, value], index) => {
    const at = `where[or][0][and][${index}][${field}][${operator}]`
    if (typeof value === 'string') return `${at}=${encodeURIComponent(value)}`
    return value.map((one, place) => `${at}[${place}]=${encodeURIComponent(one)}`)
  })
  return adminAddress(admin, `/collections/${slug}?${[...query, `sort=${oldestFirst}`].join('&')}`, true)
}
