'use client'
// Loads the admin’s style sheet once, as a provider.
import './admin.css'
import './desk/desk.css'
import './panels/panels.css'
import type { ReactNode } from 'react'

export const AdminStyles = ({ children }: { children?: ReactNode }) => <>{children}</>
