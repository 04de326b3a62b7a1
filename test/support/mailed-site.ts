// A site for a whole test file whose mails leave for a mailbox, emptied before each test; both end with the file.
import { type Mailbox, startMailbox } from './mailbox.js'
import { type Site, type SiteOptions, startSite } from './site.js'

/** Called where the file begins, outside its hooks: it adds hooks of its own. */
export async function startSiteWithMail(options: SiteOptions = {}): Promise<{ site: Site; mailbox: Mailbox }> {
  const mailbox = await startMailbox()
  const site = await startSite({
    ...options,
    config: (base) => ({ ...(options.config?.(base) ?? base), email: mailbox.adapter }),
  })
  afterAll(async () => {
    await site.close()
    await mailbox.stop()
  })
  beforeEach(() => {
    mailbox.mails.length = 0
  })
  return { site, mailbox }
}
