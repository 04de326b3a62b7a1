// Server components of the admin, reached by package path.

export { Dashboard } from './dashboard.js'
export { DeskNavLink } from './desk/nav-link.js'
export { DeskView } from './desk/view.js'
export { HintsCell, TradesCell } from './list-cells.js'
export { OwnWordsNavLink } from './own-words/nav-link.js'
export { OwnWordsView } from './own-words/view.js'
export { DocumentPanel } from './panel-view.js'
export { PrintView } from './print/view.js'
