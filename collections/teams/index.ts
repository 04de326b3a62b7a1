// The teams room: people who work together on terms that all of them agreed to; the public sees those who are public themselves.
import { editorsRights } from '../../plugin/access/index.js'
import { rejectPartialBulk } from '../../plugin/collection/atomic-bulk.js'
import { type Searchable, searchable } from '../../plugin/collection/search-key.js'
import { localized } from '../../plugin/i18n/localized.js'
import { defineRoom } from '../../plugin/room.js'
import { teamActions } from './actions.js'
import { teamAdmin, teamWords } from './admin/index.js'
import { teamQueue } from './desk.js'
import { eraseWithDocument, forgetMember } from './erasure.js'
import {
  askAgain,
  checkMark,
  checkPeople,
  checkTerms,
  enforceTransition,
  giveSlug,
  keepAnswers,
  keepDecisions,
} from './hooks.js'
import { teamJobs } from './jobs.js'
import { linksOfMember, teamLinks } from './links.js'
import { type TeamMail, teamMails } from './mails.js'
import { type TeamOptions, teamOptions } from './options.js'
import { teamPage } from './page.js'
import { compensateAfterError, publishAfterSaving, withdrawBeforeDeleting, withdrawBeforeSaving } from './publishing.js'
import { team } from './route.js'
import { teamCollection } from './schema.js'
import { checkTexts } from './texts.js'
import type { Team } from './types.js'

export { type TeamAgreement, teamFor } from './agreement.js'
export {
  type ComposedPerson,
  type Composition,
  composeTeam,
  type TeamCandidate,
  type TeamNeed,
} from './composer/index.js'
export { teamRows } from './publishing.js'
export { closeTeamOf, onTeamStep } from './transition.js'
export type { Team } from './types.js'

const searched: Searchable<Team> = { label: localized('nome', 'name'), short: ({ name, slug }) => [name, slug] }

declare module '../../plugin/definitions/rooms.js' {
  interface Rooms {
    teams: { documents: { teams: Team }; features: 'teams'; mails: TeamMail; options: keyof TeamOptions }
  }
}

export const teamsRoom = defineRoom('teams', {
  collections: {
    teams: {
      slug: 'teams',
      rights: editorsRights,
      personal: true,
      admin: teamAdmin,
      config: (options) =>
        searchable(searched, {
          ...teamCollection(options),
          endpoints: teamActions,
          hooks: {
            beforeValidate: [keepDecisions, checkPeople],
            beforeChange: [
              keepAnswers,
              checkTerms,
              enforceTransition,
              checkMark,
              checkTexts,
              giveSlug,
              withdrawBeforeSaving,
            ],
            afterChange: [publishAfterSaving, askAgain],
            beforeDelete: [withdrawBeforeDeleting],
            afterDelete: [eraseWithDocument],
            afterOperation: [rejectPartialBulk],
            afterError: [compensateAfterError],
          },
        }),
    },
  },
  features: {
    teams: {
      core: false,
      who: 'editors',
      minutes: 20,
      otherwise: 'teams that somebody declined or left wait to be put together anew',
    },
  },
  options: teamOptions,
  routes: [team],
  pages: [teamPage],
  mails: teamMails,
  jobs: teamJobs,
  links: teamLinks,
  desk: [teamQueue],
  person: { needs: async () => false, forget: forgetMember, links: linksOfMember },
  words: teamWords,
  without: ['erasures'],
})
