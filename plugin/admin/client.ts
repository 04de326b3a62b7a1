'use client'
// Client components of the admin, reached by package path.
export {}
