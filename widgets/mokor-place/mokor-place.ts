// A municipality of Italy, suggested while one types.
import type { PlaceSuggestionsDto } from '../../plugin/contract/dto.js'
import type { PlaceValue } from '../../plugin/contract/form/values.js'
import { SuggestingField, type Suggestion } from '../core/form/suggesting.js'

interface PlaceSuggestion extends Suggestion {
  code: string
  shown: string
}

/**
 * A field for an Italian municipality. Its form value is the ISTAT code.
 *
 * @tagname mokor-place
 * @event input - Something was typed or chosen; `value` is `{code, name}` or null, `text` what stands in the field.
 * @csspart field - Label, input, help.
 * @csspart input - The input.
 * @csspart list - The list of suggestions.
 * @cssproperty [--mokor-accent=#0b6b68] - Mixed with the page's text colour for focus and for what is marked in the list.
 * @cssproperty [--mokor-radius=10px] - Corners.
 * @cssproperty [--mokor-space=4px] - Grid of all distances.
 * @cssproperty --mokor-surface - Calm tint of what the pointer is on.
 * @cssproperty --mokor-muted - Text of second rank.
 * @cssproperty [--mokor-panel=Canvas] - Ground of the list.
 * @cssproperty [--mokor-panel-text=CanvasText] - Text of the list.
 * @cssproperty [--mokor-room=20rem] - Height kept until the field is there.
 */
export class MokorPlace extends SuggestingField<PlaceSuggestion> {
  static override vocabulary = {
    it: () => import('../locales/it/place.js'),
    en: () => import('../locales/en/place.js'),
  }

  declare value: PlaceValue | null

  protected async search(q: string): Promise<PlaceSuggestion[]> {
    const { places } = await this.client.get<PlaceSuggestionsDto>('/places', { q })
    return places.map(({ code, name, province, region }) => ({
      code,
      name,
      shown: `${name} (${province.code})`,
      hint: `${province.code}, ${region}`,
    }))
  }

  protected choose({ code, shown }: PlaceSuggestion): void {
    this.value = { code, name: shown }
    this.text = shown
    this.changed()
  }

  protected take(exact: PlaceSuggestion | undefined): void {
    if (exact) this.choose(exact)
  }

  protected override willUpdate(): void {
    if (this.value && !this.text) this.text = this.value.name
  }

  protected override typed(): void {
    this.value = null
  }
}
