// Starts Payload with the server, so that mail waiting in the outbox leaves without a first visitor.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('./payload.config.ts')])
  try {
    await getPayload({ config, cron: true })
  } catch {
    // Payload has logged why. An error here would keep the server down for good: the next request tries again.
  }
}
