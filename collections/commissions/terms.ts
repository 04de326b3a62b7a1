// By when a request gets an answer.
import type { PayloadRequest } from 'payload'
import { mokor } from '../../plugin/runtime.js'
import { responseDeadline } from '../../plugin/values/working-days.js'

/** Of a request of this moment. */
export function answerTerm({ payload }: PayloadRequest, at: Date): Date {
  const { deskDays, organisation } = mokor(payload).options
  return responseDeadline(at, organisation.answerDays, deskDays)
}
