// Server components of the admin, reached by package path.
export { Desk } from './desk.js'
export { DocumentPanel } from './panel-view.js'
