import { View } from '@tarojs/components'
import type { DraftSection } from '#shared/drafts/draft-issue'
import { moveSection } from '#shared/drafts/move-section'
import { removeSection } from '#shared/drafts/remove-section'
import { setText } from '#shared/drafts/set-text'
import { languagesOf } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import { TypedField } from '../components/typed-field'
import type { DraftPart } from '../draft-on-page'
import { readLine, showText } from '../read-field'
import type { Undo } from '../use-undo'

type Props = DraftPart & { undo: Undo; section: DraftSection; index: number }

/** A section's names, its place among the others, and its end where it is empty. */
export function ArrangeSection({ inHand, words, reader: { language }, undo, section, index }: Props) {
  const { draft, change } = inHand
  const { sections } = draft.issue
  const name = firstText(section.title, language) || words.unnamedSection
  return (
    <View className="draft-section__fields">
      {languagesOf('both').map((each) => (
        <TypedField
          key={each}
          draftId={draft.id}
          name={`section ${index} ${each}`}
          label={words.sectionName[each]}
          value={section.title[each]}
          show={showText}
          read={readLine}
          isLong
          onChange={(text) =>
            change((issue) => setText(issue, { of: 'section', section: index, language: each }, text ?? ''))
          }
        />
      ))}
      <View className="actions">
        {index > 0 && (
          <Action
            name={words.up}
            spoken={`${words.up} ${name}`}
            onTap={() => change((issue) => moveSection(issue, index, index - 1))}
          />
        )}
        {index < sections.length - 1 && (
          <Action
            name={words.down}
            spoken={`${words.down} ${name}`}
            onTap={() => change((issue) => moveSection(issue, index, index + 1))}
          />
        )}
        {section.items.length === 0 && (
          <Action
            name={words.removeSection}
            spoken={`${words.removeSection} ${name}`}
            look="grave"
            onTap={() => undo.act(words.removed(name), (issue) => removeSection(issue, index))}
          />
        )}
      </View>
    </View>
  )
}
