/** Shows on the system's desktop that deadlines fell due: a number, never a word about a case. */
import { Notification } from 'electron'
import { word, type Language } from '../../shared/words/say.ts'

/** `answered` is called when a person clicks on it. */
export function notifyOfDues(language: Language, count: number, answered: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({
    title: word(language, 'bell-title'),
    body: word(language, 'bell-due', { count }),
  })
  notification.on('click', answered)
  notification.show()
}
