// Which e-mail addresses we take: those that Payload's own e-mail fields take, so that none is refused after its form was.

/**
 * The rule of Payload's `email` field, with both cases written out: `openapi.json` shows it as a pattern, and patterns
 * have no flags.
 */
export const emailPattern =
  /^(?!.*\.\.)[\w!#$%&'*+/=?^`{|}~-](?:[\w!#$%&'*+/=?^`{|}~.-]*[\w!#$%&'*+/=?^`{|}~-])?@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*\.[a-zA-Z]{2,}$/
