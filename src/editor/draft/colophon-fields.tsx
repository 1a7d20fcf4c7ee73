import { type PropsWithChildren, useState } from 'react'
import { DOT } from '#reader/dot'
import { setContactList } from '#shared/drafts/set-contact-list'
import { setText } from '#shared/drafts/set-text'
import { languagesOf } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { TypedField } from '../components/typed-field'
import type { DraftPart } from '../draft-on-page'
import { readLines, readText, readWebAddress, showLines, showText } from '../read-field'

/** The back cover: the disclaimer and how to reach the firm, each by a tap. */
export function ColophonFields(props: DraftPart) {
  const { inHand, words, reader } = props
  const { disclaimer, contact } = inHand.draft.issue
  const reached = [contact.website, contact.email, ...contact.tel].filter((way) => way !== null)
  return (
    <>
      <Folded
        title={words.disclaimer}
        summary={firstText(disclaimer, reader.language) || words.nothing}
        words={words}
      >
        <Disclaimer {...props} />
      </Folded>
      <Folded title={words.contact} summary={reached.join(DOT) || words.nothing} words={words}>
        <Contact {...props} />
      </Folded>
    </>
  )
}

type FoldedProps = PropsWithChildren<Pick<DraftPart, 'words'> & { title: string; summary: string }>

function Folded({ title, summary, words, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Part title={title} {...(!isOpen && { hint: summary })}>
      {isOpen && children}
      <Action
        name={isOpen ? words.close : words.edit}
        spoken={`${isOpen ? words.close : words.edit} ${title}`}
        onTap={() => setOpen(!isOpen)}
      />
    </Part>
  )
}

function Disclaimer({ inHand: { draft, defaults, change }, words }: DraftPart) {
  const { disclaimer } = draft.issue
  const offered = defaults?.disclaimer
  const isAsInSeries = JSON.stringify(offered) === JSON.stringify(disclaimer)
  return (
    <>
      {languagesOf('both').map((language) => (
        <TypedField
          key={language}
          draftId={draft.id}
          name={`disclaimer.${language}`}
          label={words.disclaimerIn[language]}
          value={disclaimer[language]}
          show={showText}
          read={readText}
          isLong
          onChange={(text) => change((issue) => setText(issue, { of: 'disclaimer', language }, text ?? ''))}
        />
      ))}
      {offered && !isAsInSeries && (
        <Action
          name={words.asInSeries}
          spoken={`${words.disclaimer} ${words.asInSeries}`}
          onTap={() => change((issue) => ({ ...issue, disclaimer: offered }))}
        />
      )}
    </>
  )
}

function Contact({ inHand: { draft, defaults, change }, words }: DraftPart) {
  const { contact } = draft.issue
  const offered = defaults?.contact
  const isAsInSeries = JSON.stringify(offered) === JSON.stringify(contact)
  const text = { draftId: draft.id, show: showText }
  const lines = {
    draftId: draft.id,
    show: showLines,
    read: readLines,
    example: words.oneALine,
    isLong: true,
  }
  return (
    <>
      <TypedField
        {...text}
        name="website"
        label={words.website}
        value={contact.website}
        read={readWebAddress}
        wrong={words.notWebsite}
        onChange={(value) => change((issue) => setText(issue, { of: 'website' }, value ?? ''))}
      />
      <TypedField
        {...text}
        name="email"
        label={words.email}
        value={contact.email}
        read={readText}
        onChange={(value) => change((issue) => setText(issue, { of: 'email' }, value ?? ''))}
      />
      {(['tel', 'fax'] as const).map((of) => (
        <TypedField
          key={of}
          {...lines}
          name={of}
          label={words[of]}
          value={contact[of]}
          onChange={(value) => change((issue) => setContactList(issue, { of }, value))}
        />
      ))}
      {languagesOf('both').map((language) => (
        <TypedField
          key={language}
          {...lines}
          name={`offices.${language}`}
          label={words.offices[language]}
          value={contact.offices[language]}
          onChange={(value) => change((issue) => setContactList(issue, { of: 'offices', language }, value))}
        />
      ))}
      {offered && !isAsInSeries && (
        <Action
          name={words.asInSeries}
          spoken={`${words.contact} ${words.asInSeries}`}
          onTap={() => change((issue) => ({ ...issue, contact: offered }))}
        />
      )}
    </>
  )
}
