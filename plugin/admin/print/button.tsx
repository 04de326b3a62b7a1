'use client'
// The button of a page for printing; it is not on the paper.
import { useWords } from '../words.js'

export function PrintButton() {
  const words = useWords()
  return (
    <button className="mokor-print__button" onClick={() => window.print()} type="button">
      {words.say('print')}
    </button>
  )
}
