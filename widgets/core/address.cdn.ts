// Where the public API answers, for elements that the network itself serves: one folder above this script.
// The build puts this file in the place of address.ts.
let known = new URL('..', import.meta.url).href

export function setApi(address: string): void {
  known = address
}

export function defaultApi(): string {
  return known
}
