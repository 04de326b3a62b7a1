// What POST /members/:slug/contact takes, in zod.
import { z } from 'zod'
import { email, envelope, personName, phone } from '../../../plugin/contract/dto.js'
import { cleanText } from '../../../plugin/values/clean-text.js'

export const contactInput = z.strictObject({
  ...envelope,
  name: personName(80),
  email,
  phone: phone.optional(),
  message: z.string().overwrite(cleanText).min(10, 'message.short').max(2000, 'too-long'),
})

export type ContactInput = z.input<typeof contactInput>

export type ContactData = z.output<typeof contactInput>
