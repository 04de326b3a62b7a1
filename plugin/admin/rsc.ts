// Server components of the admin, reached by package path.
export { Desk } from './dashboard.js'
export { DocumentPanel } from './panel-view.js'
