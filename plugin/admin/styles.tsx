'use client'
// Brings the admin's style sheet in, once, wherever the admin is.
import './admin.css'
import type { ReactNode } from 'react'

export const AdminStyles = ({ children }: { children?: ReactNode }) => <>{children}</>
