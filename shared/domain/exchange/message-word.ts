/** The words that go into messages, in the language that the recipient reads, whatever language the desk speaks. */
import { messageTemplates } from '../../words/en/message-templates.ts'
import { messagesInSpanish } from '../../words/messages/es.ts'
import { fill, type Params } from '../../words/slots.ts'
import type { MessageLanguage } from './template.ts'

export type MessageWord = keyof typeof messageTemplates

const tables: Readonly<Record<MessageLanguage, Readonly<Record<MessageWord, string>>>> = {
  en: messageTemplates,
  es: messagesInSpanish,
}

export const messageWord = (language: MessageLanguage, word: MessageWord, params: Params = {}): string =>
  fill(tables[language][word], params)
