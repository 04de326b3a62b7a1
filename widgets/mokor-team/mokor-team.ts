// A public team: its name, and who does what in it.
import { css, html, nothing } from 'lit'
import type { TeamDto } from '../../collections/teams/dto.js'
import { controls } from '../core/controls.js'
import { emit } from '../core/events.js'
import { heading } from '../core/heading.js'
import { RequestElement } from '../core/request.js'
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
 * @event {CustomEvent<MokorErrorDetail>} mokor-error - The network refused an answer, or could not be reached. Cancel it to tell it yourself.
 *
 * @cssproperty [--mokor-accent=#0b6b68] - Mixed with the page's text colour for links and focus.
 * @cssproperty [--mokor-radius=10px] - Corners of the button that tries again.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines; the text colour at 16 % by default.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-room=10rem] - Height kept until the answer is there.
 */
export class MokorTeam extends RequestElement<TeamWords> {
  static override properties = {
    slug: { type: String },
    team: { state: true },
  }

  static override vocabulary = {
    it: () => import('../locales/it/team.js'),
    en: () => import('../locales/en/team.js'),
  }

  static override styles = [
    theme,
    controls,
    css`
      :host {
        --_room: 10rem;
      }
      li {
        border-block-start: 1px solid var(--_line);
        padding-block: calc(var(--_space) * 2.5);
      }
      .button {
        margin-block: calc(var(--_space) * 2.5);
      }
    `,
  ]

  /** Slug of the team. */
  declare slug: string

  declare private team: Team | null
  protected override settled = false

  constructor() {
    super()
    this.slug = ''
    this.team = null
  }

  protected get subject(): string {
    return this.slug
  }

  protected async load(): Promise<void> {
    this.team = this.trouble = null
    const answer = await this.ask<TeamDto>(`/teams/${encodeURIComponent(this.slug)}`, 'team')
    if (answer) this.team = answer.team
  }

  protected override render() {
    const { words, team, trouble } = this
    if (trouble) {
      const gone = trouble.status === 404
      return html`<div role="alert">
        <p>${gone ? words.gone : trouble.problem?.detail || words.failed}</p>
        ${gone ? nothing : html`<button class="button" @click=${() => this.load()}>${words.retry}</button>`}
      </div>`
    }
    if (!team) return html`<p role="status" class="aloud" tabindex="-1">${words.busy}</p>`
    return html`${heading(this.headingLevel, team.name)}
      <p>${team.purpose}</p>
      <ul role="list">
        ${team.members.map(
          (member) => html`<li>
            ${
              member.page
                ? html`<a href=${this.pageAt(member.page)} @click=${(event: MouseEvent) => this.#onSelect(event, member)}><bdi>${member.name}</bdi></a>`
                : html`<bdi>${member.name}</bdi>`
            }
            <span class="muted small">${member.role && `· ${member.role}`}</span>
          </li>`,
        )}
      </ul>
      <p class="muted small">${team.note}</p>`
  }

  #onSelect(event: MouseEvent, { role: _, ...person }: Team['members'][number]): void {
    if (!emit(this, 'mokor-select', person)) event.preventDefault()
  }
}
