'use client'
// The plugin's own pages in the admin's menu, above the groups, as Payload draws its own.
import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { adminAddress } from '../address.js'
import { useWords } from '../words.js'

/** @param name of its words, and of its element */
export function MenuLink({ name, path }: { name: 'desk' | 'own-words'; path: `/${string}` }) {
  const words = useWords()
  const { config } = useConfig()
  const href = adminAddress(config.routes.admin, path)
  const here = usePathname() === href
  const label = (
    <>
      {here && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{words.say(name)}</span>
    </>
  )
  if (here)
    return (
      <div aria-current="page" className="nav__link" id={`nav-mokor-${name}`}>
        {label}
      </div>
    )
  return (
    <Link className="nav__link" href={href} id={`nav-mokor-${name}`} prefetch={false}>
      {label}
    </Link>
  )
}
