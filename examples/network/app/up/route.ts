// GET /up: for whoever asks whether the site listens at all, without its database.
export const dynamic = 'force-dynamic'

export const GET = (): Response => new Response('up\n', { headers: { 'Cache-Control': 'no-store' } })
