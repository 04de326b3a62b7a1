// States of a request that still owe the client an answer.
export const awaitingAnswer = ['received', 'triage'] as const
