// The frame of the public pages, in the language they speak.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { organisation } from '../organisation.ts'
import './site.css'

export const frameMetadata: Metadata = {
  title: { default: organisation.name, template: `%s · ${organisation.name}` },
}

export const frameViewport: Viewport = { colorScheme: 'light dark' }

export function Frame({ lang, children }: { lang: string; children: ReactNode }) {
  return (
    <html lang={lang}>
      <body>{children}</body>
    </html>
  )
}
