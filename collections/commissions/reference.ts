// Makes the reference of a request: eight characters shown as XXXX-XXXX, to be read over the phone.
import { randomCode } from '../../plugin/values/short-code.js'

export const newReference = (): string => randomCode(8).replace(/^.{4}/, '$&-')
