// The day by which editors must answer: Italian working days, in Italian time.
import { dayInItaly, endOfDayInItaly } from './dates.js'

const dayMs = 86_400_000

const fixedHolidays = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']

/** San Francesco is a holiday again from 2026 (Law 151/2025). */
const sanFrancesco = { day: '10-04', from: 2026 }

/**
 * @param at the moment the request was confirmed
 * @param days working days, the day itself not counted
 * @returns a moment late on the last of them
 */
export function responseDeadline(at: Date, days: number): Date {
  let day = noon(dayInItaly(at))
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + dayMs)
    if (isWorkingDay(day)) left -= 1
  }
  return endOfDayInItaly(day)
}

const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

function isWorkingDay(day: Date): boolean {
  if (day.getUTCDay() === 0 || day.getUTCDay() === 6) return false
  const written = day.toISOString().slice(5, 10)
  const year = day.getUTCFullYear()
  if (fixedHolidays.includes(written)) return false
  if (written === sanFrancesco.day && year >= sanFrancesco.from) return false
  return day.getTime() !== easter(year).getTime() + dayMs
}

/** Easter Sunday at noon, by the anonymous Gregorian computus. */
function easter(year: number): Date {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1, 12))
}
