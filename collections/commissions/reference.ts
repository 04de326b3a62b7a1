// The reference of a request: eight characters shown as XXXX-XXXX, that a client can read over the phone.
import { randomCode } from '../../plugin/values/short-code.js'

export const newReference = (): string => randomCode(8).replace(/^.{4}/, '$&-')
