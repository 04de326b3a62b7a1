void import('./mokor-team.js')
