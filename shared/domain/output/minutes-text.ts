/** Minutes as people write them: "0:38 h", "21:05 h", "1 d 6 h". */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 1_440) return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} h`
  const hours = Math.round(minutes / 60)
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
