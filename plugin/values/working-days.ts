// Days at the desk: by which one editors must answer, by Italian working days, and on which ones they are there at all.
import { dayInItaly, endOfDayInItaly } from './dates.js'

const dayMs = 86_400_000
const hourMs = 3_600_000

const fixedHolidays = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']

/** San Francesco is a holiday again from 2026 (Law 151/2025). */
const sanFrancesco = { day: '10-04', from: 2026 }

/** As the option `deskDays` names them. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * @param at the moment the request was confirmed
 * @param days working days, the day itself not counted
 * @param deskDays on which somebody is at the desk: the term is the first of them from then on
 * @returns a moment late on that day
 */
export function responseDeadline(at: Date, days: number, deskDays: readonly Weekday[] = weekdays): Date {
  let day = noon(dayInItaly(at))
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + dayMs)
    if (isWorkingDay(day)) left -= 1
  }
  return endOfDayInItaly(onDeskDay(day, deskDays, (one) => !isHoliday(one)))
}

export const isDeskDay = (day: Date, deskDays: readonly Weekday[]): boolean =>
  deskDays.some((name) => name === weekdays[noon(dayInItaly(day)).getUTCDay()])

/** Weeks in which a desk that is open once a week is surely open once, whatever the holidays. */
const fewWeeks = 6

/** The day itself or the next on which somebody is at the desk, at the same hour. */
export function onDeskDay(day: Date, deskDays: readonly Weekday[], isOpen: (day: Date) => boolean = () => true): Date {
  const later = Array.from({ length: fewWeeks * 7 }, (_, n) => new Date(day.getTime() + n * dayMs))
  return later.find((one) => isDeskDay(one, deskDays) && isOpen(one)) ?? day
}

/** That hour of a day in Italy, in winter and in summer. */
export function atHourInItaly(day: string, hour: number): Date {
  const utc = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`)
  const summer = new Date(utc.getTime() - 2 * hourMs)
  return Number(italianHour.format(summer)) === hour ? summer : new Date(utc.getTime() - hourMs)
}

const italianHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit', hourCycle: 'h23' })

const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

const isWorkingDay = (day: Date): boolean => day.getUTCDay() !== 0 && day.getUTCDay() !== 6 && !isHoliday(day)

/** @param day at noon */
function isHoliday(day: Date): boolean {
  const written = day.toISOString().slice(5, 10)
  const year = day.getUTCFullYear()
  if (fixedHolidays.includes(written)) return true
  if (written === sanFrancesco.day && year >= sanFrancesco.from) return true
  return day.getTime() === easter(year).getTime() + dayMs
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
