// Root of the pages in English.
import type { ReactNode } from 'react'
import { Frame, frameMetadata, frameViewport } from '../../site/frame.tsx'

export const metadata = frameMetadata
export const viewport = frameViewport

export default function Layout({ children }: { children: ReactNode }) {
  return <Frame lang="en">{children}</Frame>
}
