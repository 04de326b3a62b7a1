'use client'
// The order in which a list opens from the dashboard is of that visit alone: Payload would keep it for every later one.
import { useConfig, useListQuery } from '@payloadcms/ui'
import { useEffect } from 'react'
import { apiAddress } from './address.js'
import { oldestFirst } from './work-queue.js'

export function usePassingOrder(slug: string): void {
  const { config } = useConfig()
  const { query } = useListQuery()
  // Each reading of the list writes its order down again.
  useEffect(() => {
    if (query?.sort !== oldestFirst) return
    const address = apiAddress(config, `/payload-preferences/collection-${slug}`)
    const headers = { 'Content-Type': 'application/json' }
    void fetch(address, { credentials: 'include' })
      .then((answer) => answer.json())
      .then(({ value }: { value?: { sort?: string } }) => {
        if (value?.sort !== oldestFirst) return
        const body = JSON.stringify({ value: { ...value, sort: '' } })
        return fetch(address, { method: 'POST', credentials: 'include', keepalive: true, headers, body })
      })
      // The list is there all the same, in another order the next time.
      .catch(() => undefined)
  }, [config, query, slug])
}
