// A public team: its name, and who does what in it.
import { css, html, nothing } from 'lit'
import type { TeamDto } from '../../plugin/api/dto.js'
import { type ApiProblem, isAbort } from '../core/api.js'
import { controls } from '../core/controls.js'
import { MokorElement } from '../core/element.js'
import { emit } from '../core/events.js'
import { heading } from '../core/heading.js'
import { theme } from '../core/theme.js'
import type { TeamWords } from '../locales/en/team.js'

type Team = TeamDto['team']

/**
 * A team of the network, as its referent shows it.
 *
 * @tagname mokor-team
 * @slot - Fallback: a link to the team's page, or its name.
 *
 * @event {CustomEvent<MokorSelectDetail>} mokor-select - A person of the team was chosen. Cancel it to stay on the page.
 * @event {CustomEvent<MokorErrorDetail>} mokor-error - The network refused an answer, or could not be reached.
 *
 * @cssproperty [--mokor-accent=#0b6b68] - Mixed with the page's text colour for links and focus.
 */
export class MokorTeam extends MokorElement<TeamWords> {
  static override properties = {
    slug: { type: String },
    team: { state: true },
    trouble: { state: true },
  }

  static override vocabulary = {
    it: () => import('../locales/it/team.js'),
    en: () => import('../locales/en/team.js'),
  }

  static override styles = [
    theme,
    controls,
    css`
      li {
        border-block-start: 1px solid var(--_line);
        padding-block: calc(var(--_space) * 2.5);
      }
      .button {
        margin-block-start: calc(var(--_space) * 3);
      }
    `,
  ]

  /** Slug of the team. */
  declare slug: string

  declare private team: Team | null
  declare private trouble: ApiProblem | null

  #asking: AbortController | null = null
  #source = ''

  constructor() {
    super()
    this.slug = ''
    this.team = null
    this.trouble = null
  }

  protected override willUpdate(): void {
    const source = `${this.apiAddress} ${this.language} ${this.slug}`
    if (source === this.#source) return
    this.#source = source
    void this.#load()
  }

  protected override render() {
    const { words, team, trouble } = this
    if (trouble) {
      const gone = trouble.status === 404
      return html`<div role="alert">
        <p>${gone ? words.gone : trouble.problem?.detail || words.failed}</p>
        ${gone ? nothing : html`<button type="button" class="button" @click=${() => this.#load()}>${words.retry}</button>`}
      </div>`
    }
    if (!team) return html`<p role="status" class="muted">${words.busy}</p>`
    return html`${heading(this.headingLevel, team.name)}
      <ul role="list">
        ${team.members.map(
          (member) => html`<li>
            ${
              member.page
                ? html`<a href=${member.page} @click=${(event: MouseEvent) => this.#onSelect(event, member)}>${member.name}</a>`
                : member.name
            }
            ${member.role ? html`<span class="muted small">· ${member.role}</span>` : nothing}
          </li>`,
        )}
      </ul>`
  }

  #onSelect(event: MouseEvent, { slug, name, page }: Team['members'][number]): void {
    if (!emit(this, 'mokor-select', { slug, name, page })) event.preventDefault()
  }

  async #load(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    this.team = null
    this.trouble = null
    try {
      const path = `/teams/${encodeURIComponent(this.slug)}`
      this.team = (await this.client.get<TeamDto>(path, {}, asking.signal)).team
      this.fallback = false
    } catch (error) {
      if (isAbort(error)) return
      this.trouble = error as ApiProblem
      this.fallback = this.trouble.unreachable && this.hasFallback
      emit(this, 'mokor-error', { status: this.trouble.status, problem: this.trouble.problem })
    }
  }
}
