// Server components of the admin, reached by package path.

export { Dashboard } from './dashboard.js'
export { DeskNavLink } from './desk/nav-link.js'
export { DeskView } from './desk/view.js'
export { DocumentPanel } from './panel-view.js'
