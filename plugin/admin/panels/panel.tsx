'use client'
// One panel of a room beside a document: groups that unfold, a search, entries to choose, buttons. What it shows is the room's data.
import { Button, toast } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { PanelButton, PanelDto, PanelGroup, PanelPick } from '../../desk/panels/dto.js'
import { EditorApiError, useEditorApi } from '../api.js'
import { useWords } from '../words.js'
import type { PanelHands } from './buttons.js'
import { Entry } from './entry.js'
import { FormPart, firstValues, PanelFields, type PanelValues } from './fields.js'
import { Parts } from './parts.js'
import { Picks } from './picks.js'

export interface PanelPlace {
  id: number | string
  slug: string
  /** As the view gave it: a step that was taken meanwhile is not taken twice. */
  revision: string
  disabled: boolean
  /** The document may stand otherwise than it is shown: as `doc`, where an act of the panel has left it so. */
  onChanged(doc?: Record<string, unknown>): void | Promise<void>
}

interface PanelProps extends PanelPlace {
  /** As the document's view brings it: nothing unfolded, nothing looked for. */
  panel: PanelDto
}

export function Panel({ panel: first, id, slug, revision, disabled, onChanged }: PanelProps) {
  const words = useWords()
  const api = useEditorApi(slug)
  const title = useId()
  const [open, setOpen] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<PanelValues>({})
  const [answer, setAnswer] = useState<PanelDto | null>(null)
  const [working, setWorking] = useState(false)
  const [picks, setPicks] = useState<readonly PanelPick[]>([])
  const question = questionOf(open, asked)
  const latest = useRef(question)
  latest.current = question

  // Read again when something else is asked for, and when the document was read again.
  useEffect(() => {
    if (question === '') {
      setAnswer(null)
      return
    }
    const gone = new AbortController()
    api.panel(id, first.name, new URLSearchParams(question), gone.signal).then(
      (found) => {
        if (latest.current === question) setAnswer(found)
      },
      (error: unknown) => {
        if (error instanceof EditorApiError && !gone.signal.aborted) toast.error(error.message)
      },
    )
    return () => gone.abort()
  }, [api, id, question, first])

  const panel = question === '' ? first : (answer ?? first)
  const { groups = [], notes = [], search, buttons = [] } = panel

  async function take({ act, values = {}, picks: wanted }: PanelButton, written: PanelValues): Promise<boolean> {
    setWorking(true)
    let left: Record<string, unknown> | undefined
    try {
      const sent = { ...values, ...written }
      const chosen = wanted ? picks.map((pick) => pick.id) : []
      const { said, doc } = await api.act(id, first.name, act, { values: sent, picks: chosen, seen: revision })
      left = doc
      if (wanted) setPicks([])
      if (said) toast.success(said)
      return true
    } catch (error) {
      if (!(error instanceof EditorApiError)) throw error
      toast.error(error.message)
      return false
    } finally {
      await onChanged(left)
      setWorking(false)
    }
  }

  const preview: PanelHands['preview'] = async ({ act, values = {}, picks: wanted }, written, signal) => {
    const chosen = wanted ? picks.map((pick) => pick.id) : []
    const { mails } = await api.previewAct(
      id,
      first.name,
      act,
      { values: { ...values, ...written }, picks: chosen },
      signal,
    )
    return mails
  }

  const hands: PanelHands = {
    disabled: disabled || working,
    picks,
    take,
    preview,
    choose: (pick) =>
      setPicks((before) =>
        before.some((one) => one.id === pick.id) ? before.filter((one) => one.id !== pick.id) : [...before, pick],
      ),
  }
  const forPicks = buttons.filter((button) => button.picks)

  return (
    <section aria-labelledby={title} className="mokor-block" data-mokor-panel={first.name}>
      <h3 id={title}>{panel.title}</h3>
      {notes.map((note) => (
        <p className="mokor-block__note" key={note}>
          {note}
        </p>
      ))}
      {groups.map((group) => (
        <Group
          group={group}
          hands={hands}
          key={group.key}
          onFold={() =>
            setOpen((before) =>
              before.includes(group.key) ? before.filter((key) => key !== group.key) : [...before, group.key],
            )
          }
          open={open.includes(group.key)}
        />
      ))}
      {search && <Search disabled={hands.disabled} onAsk={setAsked} search={search} />}
      <Picks buttons={forPicks} hands={hands} onOrder={setPicks} />
      <Parts hands={hands} parts={{ ...panel, buttons: buttons.filter((button) => !button.picks) }} />
      <span aria-live="polite" className="mokor-unseen">
        {working ? words.say('working') : ''}
      </span>
    </section>
  )
}

/** As the address has it; empty where nothing is asked for. */
function questionOf(open: readonly string[], asked: PanelValues): string {
  const answers = Object.entries(asked).filter(([, value]) => value !== '' && value !== null && value !== false)
  return new URLSearchParams([
    ...open.map((key) => ['open', key]),
    ...answers.map(([name, value]) => [name, String(value)]),
  ]).toString()
}

interface GroupProps {
  group: PanelGroup
  hands: PanelHands
  /** Whether the reader has unfolded it. */
  open: boolean
  onFold(): void
}

function Group({ group, hands, open, onFold }: GroupProps) {
  const words = useWords()
  const list = useId()
  const { title, note, entries, empty } = group
  const foldable = open || entries === null
  return (
    <div className="mokor-group">
      {title !== null &&
        (foldable ? (
          <Button
            buttonStyle="transparent"
            className="mokor-group__fold"
            extraButtonProps={{ 'aria-expanded': open, 'aria-controls': list }}
            margin={false}
            onClick={onFold}
            size="small"
            type="button"
          >
            {title}
          </Button>
        ) : (
          <h4>{title}</h4>
        ))}
      {note && <p className="mokor-sheet__muted">{note}</p>}
      <div id={list}>
        {open && entries === null && <p className="mokor-sheet__muted">{words.say('working')}</p>}
        {entries?.length === 0 && empty && <p className="mokor-sheet__muted">{empty}</p>}
        {entries && entries.length > 0 && (
          <ul className="mokor-group__entries">
            {entries.map((entry) => (
              <Entry entry={entry} hands={hands} key={entry.key} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

interface SearchProps {
  search: NonNullable<PanelDto['search']>
  disabled: boolean
  onAsk(values: PanelValues): void
}

function Search({ search: { fields, label }, disabled, onAsk }: SearchProps) {
  const [values, setValues] = useState(() => firstValues(fields))
  return (
    <FormPart className="mokor-block__form mokor-block__form--search" label={label} onEnter={() => onAsk(values)}>
      <PanelFields
        disabled={disabled}
        fields={fields}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        values={values}
      />
      <Button
        buttonStyle="secondary"
        disabled={disabled}
        margin={false}
        onClick={() => onAsk(values)}
        size="small"
        type="button"
      >
        {label}
      </Button>
    </FormPart>
  )
}
