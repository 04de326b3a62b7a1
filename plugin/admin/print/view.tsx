// A document of the desk on a clean A4 page: who, what, where, contacts and history, without the admin around it. It sends strangers
// away by itself and reads as the user.
import { notFound, redirect } from 'next/navigation.js'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { choiceLabel, inWords } from '../../collection/field-labels.js'
import { type DeskItem, type DeskQueue, deskItem, queuesOf } from '../../desk/index.js'
import { editorLanguage } from '../../i18n/localized.js'
import { mokor, slugOf } from '../../runtime.js'
import { formatDate, formatMoment } from '../../values/dates.js'
import { adminAddress } from '../address.js'
import type { PanelView } from '../api.js'
import { PrintButton } from './button.js'

export async function PrintView({ initPageResult, params }: AdminViewServerProps) {
  const { permissions, req } = initPageResult
  const { admin } = req.payload.config.routes
  const { login } = req.payload.config.admin.routes
  const [, , key = '', id = ''] = (params?.segments as string[] | undefined) ?? []
  if (!req.user)
    redirect(
      `${adminAddress(admin, login as '/login')}?redirect=${encodeURIComponent(adminAddress(admin, `/mokor/print/${key}/${id}`))}`,
    )
  const queues = permissions.canAccessAdmin ? await queuesOf(req) : []
  if (queues.length === 0) redirect(adminAddress(admin, '/'))
  const queue = queues.find(({ collection }) => collection === key)
  const item = queue && (await deskItem(req, queue, decodeURIComponent(id)).catch(() => null))
  if (!queue || !item) notFound()
  return <Sheet item={item as DeskItem<PanelView>} queue={queue} req={req} />
}

interface SheetProps {
  item: DeskItem<PanelView>
  queue: DeskQueue
  req: PayloadRequest
}

function Sheet({ item: { row, sheet, timeline, view }, queue: { collection }, req }: SheetProps) {
  const lang = editorLanguage(req)
  const { organisation } = mokor(req.payload).options
  const labels = req.payload.collections[slugOf(req.payload, collection)]?.config.labels
  const status = choiceLabel(req, collection, 'status', row.status)
  const say = sayIn(req)
  return (
    <main className="mokor-print" lang={lang}>
      <header>
        <p>
          {organisation.name} · {inWords(req, labels?.singular, collection)}
        </p>
        <PrintButton />
      </header>
      <h1>{row.title}</h1>
      <p className="mokor-print__lead">{[row.who, row.place].filter(Boolean).join(' · ')}</p>
      <dl>
        <Fact label={inWords(req, { it: 'Stato', en: 'Status' }, 'status')} value={status} />
        {row.term && <Fact label={say('print-term')} value={formatDate(row.term, lang)} />}
        {row.editor && <Fact label={say('print-editor')} value={row.editor.name} />}
        {sheet.contacts.map(({ label, value, note }) => (
          <Fact key={`${label}${value}`} label={label} value={[value, note].filter(Boolean).join(' · ')} />
        ))}
        {sheet.facts.map(({ label, value }) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
      {sheet.trades.length > 0 && (
        <section>
          <h2>{say('desk-trades')}</h2>
          <ul>
            {sheet.trades.map(({ name, note, own }) => (
              <li key={`${name}${note}`}>
                {own ? `«${name}»` : name}
                {note && <span> · {note}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sheet.texts.map(({ label, text }) => (
        <section key={label}>
          <h2>{label}</h2>
          <p className="mokor-print__text">{text}</p>
        </section>
      ))}
      {(view.notes ?? []).length > 0 && (
        <section>
          <h2>{say('assigned-notes')}</h2>
          <ul>
            {(view.notes ?? []).map(({ at, by, text }) => (
              <li key={at}>
                {formatMoment(at, lang)} · {by}: {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {timeline.length > 0 && (
        <section>
          <h2>{say('timeline')}</h2>
          <ol>
            {timeline.map(({ at, by, from, to, why, step }) => (
              <li key={at}>
                {formatMoment(at, lang)} · {stepWords({ from, to, step })} · {whoSaid(by)}
                {why && <blockquote>{why}</blockquote>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer>
        {say('print-foot', {
          when: formatMoment(new Date(), lang),
          name: String(req.user?.email ?? req.user?.id ?? ''),
        })}
      </footer>
    </main>
  )

  function stepWords({ from, to, step }: Pick<DeskItem['timeline'][number], 'from' | 'to' | 'step'>): string {
    const keys = [`timeline-step-${step}`, ...(from === to ? [`timeline-same-${to}`] : [])]
    const found = keys.map((key) => [key, say(key)] as const).find(([key, words]) => !words.endsWith(key))
    return found?.[1] ?? choiceLabel(req, collection, 'status', to)
  }

  function whoSaid(by: string): string {
    const known: Record<string, string> = { client: 'person', member: 'member', network: 'network' }
    return known[by] ? say(`timeline-${known[by]}`) : by
  }
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const sayIn =
  ({ t }: PayloadRequest) =>
  (key: string, values?: Record<string, string>): string =>
    (t as unknown as (key: string, values?: Record<string, string>) => string)(`mokor:${key}`, values)
