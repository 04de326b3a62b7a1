'use client'
// Above a list: what is to be done with the oldest first, a town or a province, and the list as a file for a spreadsheet.
import { useConfig, useListQuery, useTableColumns } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import type { Where } from 'payload'
import { useEffect, useId, useState } from 'react'
import { apiAddress } from './address.js'
import type { ListToolsFacts } from './list-facts.js'
import { filterOf, type ListFilter, whereOf } from './list-filter.js'
import { useTownSuggestions } from './place.js'
import { useWords } from './words.js'

/** Without queue or places only the file. */
export function ListTools({ slug, queue, provinces }: ListToolsFacts) {
  const words = useWords()
  const { getEntityConfig } = useConfig()
  const { query, refineListData } = useListQuery()
  const statuses = queue?.statuses ?? []
  const filter = filterOf(query.where as Where | undefined, statuses)
  // As Payload keeps whatever order was chosen last.
  const usual = String(getEntityConfig({ collectionSlug: slug })?.defaultSort ?? '')
  const inTrash = usePathname().endsWith('/trash')

  function ask(change: Partial<ListFilter>, sort?: string): void {
    const next = whereOf({ ...filter, ...change }, statuses)
    // Payload keeps a condition that is left out.
    void refineListData({ where: next ?? {}, page: 1, ...(sort !== undefined && { sort }) })
  }

  return (
    <div className="mokor-list-tools">
      {queue && !inTrash && (
        <div className="mokor-list-tools__views">
          <button
            aria-pressed={filter.todo}
            className="mokor-chip"
            onClick={() => ask({ todo: !filter.todo }, filter.todo ? usual : queue.sort)}
            type="button"
          >
            {words.say('list-todo')}
          </button>
        </div>
      )}
      {provinces && <PlaceFilter filter={filter} onAsk={ask} provinces={provinces} />}
      {!inTrash && <Download query={query} slug={slug} />}
    </div>
  )
}

interface PlaceFilterProps {
  filter: ListFilter
  provinces: [sigla: string, name: string][]
  onAsk(change: Partial<ListFilter>): void
}

function PlaceFilter({ filter, provinces, onAsk }: PlaceFilterProps) {
  const words = useWords()
  const [town, setTown] = useState(filter.town)
  const [list, townId, provinceId] = [useId(), useId(), useId()]
  const suggestions = useTownSuggestions(town === filter.town ? '' : town)
  // What the address says wins, e.g. after the browser's arrow.
  useEffect(() => setTown(filter.town), [filter.town])
  const names = suggestions.map((one) => `${one.name} (${one.province.code})`)

  function typed(value: string): void {
    setTown(value)
    // A suggestion that was chosen is a whole answer.
    if (names.includes(value)) onAsk({ town: value })
  }

  return (
    <form
      className="mokor-list-tools__places"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk({ town })
      }}
    >
      <label htmlFor={townId}>{words.say('list-town')}</label>
      <input
        autoComplete="off"
        id={townId}
        list={list}
        name="mokor-town"
        onBlur={() => town !== filter.town && onAsk({ town })}
        onChange={({ target }) => typed(target.value)}
        type="search"
        value={town}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label htmlFor={provinceId}>{words.say('list-province')}</label>
      <select
        id={provinceId}
        name="mokor-province"
        onChange={({ target }) => onAsk({ province: target.value })}
        value={filter.province}
      >
        <option value="">{words.say('list-anywhere')}</option>
        {provinces.map(([sigla, name]) => (
          <option key={sigla} value={sigla}>
            {name} ({sigla})
          </option>
        ))}
      </select>
    </form>
  )
}

function Download({ query, slug }: { query: ReturnType<typeof useListQuery>['query']; slug: string }) {
  const words = useWords()
  const { config } = useConfig()
  const { columns } = useTableColumns()
  const shown = (columns ?? []).filter(({ active, accessor }) => active && !accessor.startsWith('_'))
  const asked = new URLSearchParams({ columns: shown.map(({ accessor }) => accessor).join(',') })
  if (query.where && Object.keys(query.where).length > 0) asked.set('where', JSON.stringify(query.where))
  if (query.search) asked.set('search', query.search)
  if (query.sort) asked.set('sort', String(query.sort))
  return (
    <a
      className="mokor-list-tools__file"
      data-mokor-export={slug}
      download
      href={apiAddress(config, `/mokor/export/${slug}?${asked}`)}
    >
      {words.say('list-export')}
    </a>
  )
}
