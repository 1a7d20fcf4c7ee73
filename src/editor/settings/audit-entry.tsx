import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { listAudit } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { Action } from '../components/action'
import { Entry } from '../components/entry'
import type { SettingsWords } from '../words-settings'

type Props = {
  entry: EndpointOutput<typeof listAudit>['entries'][number]
  /** By whom, and when. */
  note: string
  words: SettingsWords
}

/** One act; what it changed is shown as it was entered. */
export function AuditEntry({ entry: { act, subject, before, after }, note, words }: Props) {
  const [isOpen, setOpen] = useState(false)
  const name = words.acts[act] ?? act
  const hasDetails = isSomething(before) || isSomething(after)
  return (
    <View>
      <Entry name={subject === '' ? name : `${name} · ${subject}`} note={note} isGrave={act === 'refused'}>
        {hasDetails && (
          <Action
            name={isOpen ? words.hideDetails : words.details}
            spoken={`${isOpen ? words.hideDetails : words.details}: ${name} ${subject}`}
            onTap={() => setOpen(!isOpen)}
          />
        )}
      </Entry>
      {isOpen &&
        [before, after].map((value, index) =>
          isSomething(value) ? (
            <Text key={index === 0 ? 'before' : 'after'} className="audit__value" userSelect>
              {`${index === 0 ? words.before : words.after}: ${JSON.stringify(value, null, 2)}`}
            </Text>
          ) : null,
        )}
    </View>
  )
}

function isSomething(value: unknown): boolean {
  return value !== null && value !== undefined
}
