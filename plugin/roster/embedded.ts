// The roster on other databases: a copy in this process, by trade, that follows the change log.
import type { Payload } from 'payload'
import { followRows, type RowIndex } from '../read-model/copy.js'
import { rosterModel } from './enrol.js'
import { byDistance, candidateOf } from './question.js'
import type { Roster } from './roster.js'
import type { RosterRow } from './row.js'

class Index implements RowIndex<RosterRow> {
  private readonly byId = new Map<string, RosterRow>()
  private readonly bySkill = new Map<string, Set<RosterRow>>()

  constructor(rows: RosterRow[]) {
    for (const row of rows) this.enter(row)
  }

  replace(ids: string[], rows: RosterRow[]): void {
    for (const id of ids) {
      const row = this.byId.get(id)
      if (!row) continue
      this.byId.delete(id)
      for (const skill of row.skills) this.bySkill.get(skill)?.delete(row)
    }
    for (const row of rows) this.enter(row)
  }

  withAny(skills: readonly string[]): Set<RosterRow> {
    return new Set(skills.flatMap((skill) => [...(this.bySkill.get(skill) ?? [])]))
  }

  row(id: string): RosterRow | undefined {
    return this.byId.get(id)
  }

  private enter(row: RosterRow): void {
    this.byId.set(row.id, row)
    for (const skill of row.skills) {
      const rows = this.bySkill.get(skill)
      if (rows) rows.add(row)
      else this.bySkill.set(skill, new Set([row]))
    }
  }
}

export function embeddedRoster(payload: Payload): Roster {
  const look = followRows<RosterRow, Index>(payload, rosterModel, (rows) => new Index(rows))
  return {
    prepare: async () => {},
    async candidates(question) {
      const { index } = await look()
      const found = [...index.withAny(question.skills)].flatMap((row) => candidateOf(row, question) ?? [])
      return found.toSorted(byDistance).slice(0, question.nearest ?? found.length)
    },
    async rows(ids) {
      const { index } = await look()
      return ids.flatMap((id) => index.row(id) ?? [])
    },
  }
}
