// Types of the elements in React's JSX: `import type {} from 'payload-plugin-mokor/widgets/react.js'`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { MokorDirectory } from './mokor-directory/mokor-directory.js'
import type { MokorMember } from './mokor-member/mokor-member.js'
import type { MokorTeam } from './mokor-team/mokor-team.js'

/** React 19 sets properties by name where the element has them, attributes otherwise; both spellings are taken. */
type Props<
  Element extends HTMLElement,
  Own extends keyof Element,
  Attributes extends string = never,
> = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  Partial<Pick<Element, Own>> &
  Partial<Record<Attributes | 'heading-level', string | number>> & { api?: string | null; class?: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mokor-directory': Props<
        MokorDirectory,
        'q' | 'skill' | 'province' | 'kind' | 'mode' | 'near' | 'limit' | 'history' | 'headingLevel' | 'requestUrl',
        'request-url'
      >
      'mokor-member': Props<MokorMember, 'slug' | 'headingLevel'>
      'mokor-team': Props<MokorTeam, 'slug' | 'headingLevel'>
    }
  }
}
