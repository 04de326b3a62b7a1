// The look a reader chose, kept in this browser only. Runs before the page is drawn, so that nothing flashes.
const root = document.documentElement
const key = 'filo-e-pietra-aspetto'

function remembered() {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function wear(theme) {
  root.classList.remove('day', 'night', 'workshop')
  if (theme) root.classList.add(theme)
  for (const button of document.querySelectorAll('[data-theme]'))
    button.setAttribute('aria-pressed', String(button.dataset.theme === theme))
}

wear(remembered())
// The buttons are there by now, and say which look is worn.
addEventListener('DOMContentLoaded', () => wear(remembered()))

addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-theme]')
  if (!chosen) return
  // The same button again gives the look back to the system.
  const theme = chosen.getAttribute('aria-pressed') === 'true' ? null : chosen.dataset.theme
  try {
    if (theme) localStorage.setItem(key, theme)
    else localStorage.removeItem(key)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  wear(theme)
})
