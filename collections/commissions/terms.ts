// By when a request gets an answer.
import type { PayloadRequest } from 'payload'
import { mokor } from '../../plugin/runtime.js'
import { responseDeadline } from '../../plugin/values/working-days.js'
import type { Commission } from './types.js'

/** Of a request of this moment; one that cannot wait is answered on the next day on which somebody is at the desk. */
export function answerTerm({ payload }: PayloadRequest, { urgent }: Pick<Commission, 'urgent'>, at: Date): Date {
  const { deskDays, organisation } = mokor(payload).options
  return responseDeadline(at, urgent ? Math.min(1, organisation.answerDays) : organisation.answerDays, deskDays)
}
