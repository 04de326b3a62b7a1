// English words of a team.
export const words = {
  busy: 'Loading the team…',
  gone: 'This team is not here',
  failed: 'The network does not answer. Try again in a while.',
  retry: 'Try again',
}

export type TeamWords = typeof words
