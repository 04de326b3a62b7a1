// Types of the elements in React's JSX: `import type {} from 'payload-plugin-mokor/widgets/react.js'`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { MokorEventDetails } from './core/events.js'
import type { MokorCommissionForm } from './mokor-commission-form/mokor-commission-form.js'
import type { MokorDirectory } from './mokor-directory/mokor-directory.js'
import type { MokorDonate } from './mokor-donate/mokor-donate.js'
import type { MokorJoinForm } from './mokor-join-form/mokor-join-form.js'
import type { MokorMember } from './mokor-member/mokor-member.js'
import type { MokorPlace } from './mokor-place/mokor-place.js'
import type { MokorSkills } from './mokor-skills/mokor-skills.js'
import type { MokorTeam } from './mokor-team/mokor-team.js'

/** React 19 listens to an element's own events by `on` and their name. */
type Listeners = {
  [Name in keyof MokorEventDetails as `on${Name}`]?: (event: CustomEvent<MokorEventDetails[Name]>) => void
}

/** React 19 sets what the element has as a property, and the rest as attributes: both spellings are taken. */
type Props<Element extends HTMLElement, Own extends keyof Element = never> = DetailedHTMLProps<
  HTMLAttributes<Element>,
  Element
> &
  Listeners &
  Partial<Pick<Element, Own>> & {
    api?: string | null
    class?: string
    headingLevel?: number
    'heading-level'?: number | string
  }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mokor-commission-form': Props<MokorCommissionForm, 'member'>
      'mokor-directory': Props<
        MokorDirectory,
        'q' | 'skill' | 'province' | 'kind' | 'mode' | 'near' | 'limit' | 'history' | 'requestUrl'
      > & { 'request-url'?: string }
      'mokor-donate': Props<MokorDonate, 'amounts'>
      'mokor-join-form': Props<MokorJoinForm>
      'mokor-member': Props<MokorMember, 'slug'>
      'mokor-place': Props<MokorPlace, 'name' | 'required' | 'value'> & { label?: string; help?: string }
      'mokor-skills': Props<MokorSkills, 'name' | 'required' | 'value' | 'details' | 'max'> & {
        label?: string
        help?: string
      }
      'mokor-team': Props<MokorTeam, 'slug'>
    }
  }
}
