// The kinds of problem that the API answers, and the HTTP status of each.

export const problemStatus = {
  'bad-request': 400,
  origin: 403,
  'not-found': 404,
  method: 405,
  challenge: 409,
  'too-large': 413,
  'media-type': 415,
  invalid: 422,
  limit: 429,
  internal: 500,
  unavailable: 503,
  busy: 503,
} as const

export type ProblemKind = keyof typeof problemStatus
