// The hook of offers: every save keeps to the table.
import { localized } from '../../../plugin/i18n/localized.js'
import { enforceLifecycle } from '../../../plugin/lifecycle/transition.js'
import { offerLifecycle } from './lifecycle.js'

export const enforceOfferTransition = enforceLifecycle(offerLifecycle, {
  collection: 'offers',
  created: {
    status: 'sent',
    sentence: localized(
      'Una proposta si fa dalla pagina della richiesta.',
      'An offer is made from the page of its request.',
    ),
  },
  timeline: true,
})
