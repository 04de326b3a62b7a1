// One person's public profile, with the form that writes to them through the network.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { NetworkDto } from '../../plugin/contract/dto.js'
import type { MemberAnswerDto, MemberProfileDto } from '../../plugin/directory/dto.js'
import type { ApiProblem } from '../core/api.js'
import { controls } from '../core/controls.js'
import { heading } from '../core/heading.js'
import { RequestElement } from '../core/request.js'
import { theme } from '../core/theme.js'
import type { MemberWords } from '../locales/en/member.js'
import { availabilityOf, portrait } from '../mokor-directory/member-summary.js'
import { memberStyles } from './mokor-member.styles.js'

const origins = ['practised', 'aptitude', 'passion'] as const

/**
 * A member's profile: what they can do, where and how they work, and a way to write to them without revealing an address.
 *
 * @tagname mokor-member
 * @slot - Fallback: a link to the profile's own page.
 *
 * @event {CustomEvent<MokorSubmitDetail>} mokor-submit - A message is about to be sent. Cancel it to stop the sending.
 * @event {CustomEvent<MokorSuccessDetail>} mokor-success - The message waits for its sender's confirmation.
 * @event {CustomEvent<MokorErrorDetail>} mokor-error - The network refused an answer, or could not be reached. Cancel it to tell it yourself.
 *
 * @csspart picture - The person's picture or initials.
 * @csspart form - The form that writes to them.
 * @csspart field - Each question of the form.
 * @csspart button - The button that sends it.
 * @csspart summary - The list of what is missing in it.
 * @csspart done - What stands in its place afterwards.
 *
 * @cssproperty [--mokor-accent=#0b6b68] - Fills; mixed with the page's text colour for links and focus.
 * @cssproperty [--mokor-on-accent=#fff] - Text upon the accent.
 * @cssproperty [--mokor-radius=10px] - Corners.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-line - Hairlines and edges of fields; the text colour at 16 % by default.
 * @cssproperty --mokor-surface - Calm tint of the picture's ground and of what is on its way.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-room=44rem] - Height kept until the answer is there.
 */
export class MokorMember extends RequestElement<MemberWords> {
  static override properties = {
    slug: {},
    arriving: { attribute: false },
    member: { state: true },
    network: { state: true },
    writing: { state: true },
  }

  static override vocabulary = {
    it: () => import('../locales/it/member.js'),
    en: () => import('../locales/en/member.js'),
  }

  static override styles = [theme, controls, memberStyles]

  /** Slug of the person, as in the address of their page. */
  declare slug: string
  /** @private Set when the visitor has just opened this profile: its heading takes focus. */
  declare arriving: boolean

  declare private member: MemberProfileDto | null
  declare private network: NetworkDto | null
  declare private writing: boolean

  constructor() {
    super()
    this.slug = ''
    this.arriving = false
    this.member = null
    this.network = null
    this.writing = false
  }

  protected get subject(): string {
    return this.slug
  }

  protected async load(): Promise<void> {
    this.member = this.trouble = null
    this.writing = false
    void this.#learnNetwork()
    const answer = await this.ask<MemberAnswerDto>(`/members/${encodeURIComponent(this.slug)}`, 'member')
    if (answer) this.member = answer.member
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed as Map<PropertyKey, unknown>)
    if (!this.arriving || !(this.member || this.trouble)) return
    this.arriving = false
    this.beginning?.focus()
  }

  protected override render() {
    const { words, member } = this
    if (this.trouble) return this.#renderTrouble(this.trouble)
    if (!member)
      return html`<div class="resting room" role="status" tabindex="-1"><span class="aloud">${words.busy}</span></div>`
    return html`<div class="box"><article>
      <header>
        ${portrait(member)}
        <div>
          ${heading(this.headingLevel, member.name)}
          <p class="line" lang=${member.lang}>${member.headline}</p>
          <p class="small muted">${words.kind[member.kind]} · ${words.place(member.place)}</p>
        </div>
      </header>
      ${this.#renderContact(member)}
      <div class="pair">
        <div>
          ${origins.map((origin) => this.#renderSkills(member, origin))}
          ${
            member.experience
              ? this.#section(words.done, html`<p class="prose" lang=${member.lang}>${member.experience}</p>`)
              : nothing
          }
        </div>
        <div>
          ${this.#section(
            words.where,
            html`<ul>
              <li class="when" data-state=${member.availability.state}>${availabilityOf(member, words)}</li>
              ${member.modes.includes('onsite') ? html`<li>${this.#travel(member.radiusKm)}</li>` : nothing}
              ${
                member.modes.includes('remote')
                  ? html`<li>${capital(member.modes.length > 1 ? words.remote : words.remoteOnly)}</li>`
                  : nothing
              }
              ${
                member.languages.length > 0
                  ? html`<li>${words.languages} ${member.languages.map(words.language).join(', ')}</li>`
                  : nothing
              }
            </ul>`,
          )}
          ${
            member.links.length > 0
              ? this.#section(
                  words.links,
                  html`<ul>
                    ${member.links.map(
                      ({ label, url }) =>
                        html`<li><a href=${url} rel="nofollow ugc noopener" target="_blank">${label ?? new URL(url).hostname}</a></li>`,
                    )}
                  </ul>`,
                )
              : nothing
          }
        </div>
      </div>
      ${
        this.network?.pages.report
          ? html`<footer class="small">
              <a href=${this.pageAt(`${this.network.pages.report}?member=${member.slug}`)}>${words.report}</a>
            </footer>`
          : nothing
      }
    </article></div>`
  }

  #renderContact(member: MemberProfileDto) {
    const { words } = this
    if (member.availability.state === 'not-now') return html`<p class="resting">${words.resting}</p>`
    return html`<section class="contact">
      ${
        member.phone
          ? html`<p>${words.phone}: <a href=${`tel:${member.phone.replace(/[^+\d]/g, '')}`}>${member.phone}</a></p>`
          : nothing
      }
      ${member.contactable ? this.#renderWriting(member) : nothing}
    </section>`
  }

  #renderWriting(member: MemberProfileDto) {
    const label = this.words.write(member.name)
    if (!this.writing) return html`<button class="button primary" @click=${this.#onWrite}>${label}</button>`
    return html`${heading(this.headingLevel + 1, label)}
      <mokor-contact-form
        api=${this.apiAddress}
        slug=${member.slug}
        page=${member.page ?? ''}
        heading-level=${this.headingLevel + 1}
        exportparts="form, field, button, summary, done"
      ></mokor-contact-form>`
  }

  #onWrite = async (): Promise<void> => {
    const { member } = this
    try {
      await import('./contact-form.js')
    } catch {
      if (member?.page) location.assign(this.pageAt(member.page))
      return
    }
    this.writing = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.contact [role=heading]')?.focus()
  }

  #renderSkills(member: MemberProfileDto, origin: (typeof origins)[number]) {
    const skills = member.skills.filter((skill) => skill.origin === origin)
    if (skills.length === 0) return nothing
    return this.#section(
      this.words[origin],
      html`<ul class="skills">
        ${skills.map(
          (skill) => html`<li>
            ${skill.name}${skill.years === null ? nothing : html` <span class="small muted">· ${this.words.years(skill.years)}</span>`}
            ${skill.note ? html`<p class="small" lang=${member.lang}>${skill.note}</p>` : nothing}
          </li>`,
        )}
      </ul>`,
    )
  }

  #section(title: string, body: TemplateResult): TemplateResult {
    return html`<section>${heading(this.headingLevel + 1, title)}${body}</section>`
  }

  #travel(km: number | null): string {
    if (km === null) return this.words.everywhere
    return km === 0 ? this.words.home : this.words.travels(km)
  }

  #renderTrouble(trouble: ApiProblem) {
    const { words } = this
    const gone = trouble.status === 404
    return html`<div role="alert">
      ${heading(this.headingLevel, gone ? words.gone : words.failed)}
      <p>${gone ? words.goneText : trouble.problem?.detail || words.failedText}</p>
      ${gone ? nothing : html`<p><button class="button" @click=${() => this.load()}>${words.retry}</button></p>`}
    </div>`
  }

  /** The network's own pages; a profile stands without them. */
  async #learnNetwork(): Promise<void> {
    this.network ??= await this.client.get<NetworkDto>('/network').catch(() => null)
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
