import { SOURCES, type SourceName } from './alert-form'

/** What fits a type of field; WeChat names a field by its type and a number. The server refuses the rest. */
const byType: Readonly<Record<string, readonly SourceName[]>> = {
  thing: SOURCES,
  number: ['itemCount', 'text'],
  character_string: ['number', 'itemCount', 'text'],
  time: ['publishedAt', 'text'],
  date: ['date', 'publishedAt', 'text'],
}

export function possibleSources(field: string): readonly SourceName[] {
  return byType[field.replace(/\d+$/u, '')] ?? ['text']
}
