'use client'
import type {} from 'payload-plugin-mokor/widgets/react.js'
// The directory inside React: the element's own module, bundled with the page, and its typed attributes.
import { type ReactNode, useEffect, useState } from 'react'

export function Directory({ api, children }: { api: string; children: ReactNode }) {
  const [province, setProvince] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    void import('payload-plugin-mokor/widgets/mokor-directory.js')
  }, [])
  return (
    <>
      <p className="try-it">
        <label htmlFor="province">Lo stato di React arriva all’elemento come proprietà. Provincia:</label>{' '}
        <select id="province" onChange={(event) => setProvince(event.target.value)} value={province}>
          <option value="">tutte</option>
          <option value="MI">Milano</option>
          <option value="TO">Torino</option>
          <option value="NA">Napoli</option>
        </select>
        <output>{chosen ? `Aperta la scheda ${chosen}` : ''}</output>
      </p>
      <mokor-directory
        api={api}
        heading-level={2}
        limit={12}
        onmokor-select={(event: CustomEvent<{ slug: string }>) => setChosen(event.detail.slug)}
        province={province}
      >
        {children}
      </mokor-directory>
    </>
  )
}
