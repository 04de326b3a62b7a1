'use client'
// Client components of the admin, reached by package path.
export { BulkActions } from './bulk.js'
export { DateCell, TermCell } from './dates.js'
export { MailCell, MailProblem, TargetCell } from './mail.js'
export { DocumentPanel } from './panel.js'
export { StatusCell } from './status.js'
export { AdminStyles } from './styles.js'
export { Timeline } from './timeline.js'
