// A page to be read from top to bottom: privacy notice, rules.
import type { ReactNode } from 'react'
import { organisation } from '../organisation.ts'
import { Brand } from './brand.tsx'

export function Paper({ title, home = '/', children }: { title: string; home?: string; children: ReactNode }) {
  return (
    <>
      <header className="top">
        <a className="brand" href={home}>
          <Brand /> {organisation.name}
        </a>
      </header>
      <main className="paper">
        <h1>{title}</h1>
        {children}
      </main>
    </>
  )
}
