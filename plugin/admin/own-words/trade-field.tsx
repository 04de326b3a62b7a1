'use client'
// A trade chosen by typing the beginning of its name, with a button that says what is done with it.
import { useId, useState } from 'react'
import type { Suggestion } from './dto.js'

interface TradeFieldProps {
  label: string
  /** None: choosing is enough. */
  button?: string
  disabled?: boolean
  trades: readonly Suggestion[]
  value?: string
  onChoose(trade: Suggestion): void
}

export function TradeField({ label, button, disabled = false, trades, value = '', onChoose }: TradeFieldProps) {
  const [field, list] = [useId(), useId()]
  const [typed, setTyped] = useState(value)
  const found = trades.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())

  function change(text: string): void {
    setTyped(text)
    const chosen = trades.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase())
    if (chosen && button === undefined) onChoose(chosen)
  }

  return (
    <span className="mokor-own__trade">
      <label htmlFor={field}>{label}</label>
      <input
        autoComplete="off"
        id={field}
        list={list}
        onChange={({ target }) => change(target.value)}
        type="text"
        value={typed}
      />
      <datalist id={list}>
        {trades.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {button !== undefined && (
        <button
          className="mokor-own__button"
          disabled={disabled || !found}
          onClick={() => found && onChoose(found)}
          type="button"
        >
          {button}
        </button>
      )}
    </span>
  )
}
