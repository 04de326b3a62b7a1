// The transactional outbox: rows written with a change, performed at least once by one worker.

export { isOverdue } from '../database/clock.js'
export { drainOutbox } from './drain.js'
export { enqueue, isQueued, type QueuedMail, together } from './enqueue.js'
export { eraseTraces } from './forget.js'
export { isMailLate, outboxNotices } from './notices.js'
export { workRound } from './round.js'
export { isBuilding, startWorker } from './worker.js'
