'use client'
// Loads the admin’s style sheet once, as a provider.
import './admin.css'
import './desk/desk.css'
import './own-words/own-words.css'
import './panels/panels.css'
import './print/print.css'
import type { ReactNode } from 'react'

export const AdminStyles = ({ children }: { children?: ReactNode }) => <>{children}</>
