'use client'
// The desk's place in the admin's menu, above the groups, as Payload draws its own.
import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { adminAddress } from '../address.js'
import { useWords } from '../words.js'
import { deskPath } from './nav.js'

export function DeskLink() {
  const words = useWords()
  const { config } = useConfig()
  const href = adminAddress(config.routes.admin, deskPath)
  const here = usePathname() === href
  const label = (
    <>
      {here && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{words.say('desk')}</span>
    </>
  )
  if (here)
    return (
      <div aria-current="page" className="nav__link" id="nav-mokor-desk">
        {label}
      </div>
    )
  return (
    <Link className="nav__link" href={href} id="nav-mokor-desk" prefetch={false}>
      {label}
    </Link>
  )
}
