// Where the public API answers, for pages that bundle the elements themselves: they say it once, or by `api` on each.
let known = ''

/** Sets the API's address for every element of the page, e.g. `https://example.org/api/mokor/v1`. */
export function setApi(address: string): void {
  known = address
}

export function defaultApi(): string {
  return known
}
