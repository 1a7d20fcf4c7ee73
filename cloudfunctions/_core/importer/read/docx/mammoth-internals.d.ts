/** The parts of mammoth that read a document's body. Its version is exact: these are not its public interface. */
declare module 'mammoth/lib/xml/nodes' {
  export type XmlNode = XmlElement | { type: 'text'; value: string }
  export type XmlElement = {
    type: 'element'
    name: string
    attributes: Record<string, string>
    children: XmlNode[]
    first(name: string): XmlElement | undefined
    firstOrEmpty(name: string): Pick<XmlElement, 'attributes' | 'children' | 'first' | 'firstOrEmpty'>
    getElementsByTagName(name: string): XmlElement[]
  }
  export const element: (
    name: string,
    attributes?: Record<string, string>,
    children?: XmlNode[],
  ) => XmlElement
}

declare module 'mammoth/lib/docx/relationships-reader' {
  import type { XmlElement } from 'mammoth/lib/xml/nodes'
  export type Relationships = {
    findTargetByRelationshipId(id: string): string | undefined
    findTargetsByType(type: string): string[]
  }
  export const readRelationships: (root: XmlElement) => Relationships
  export const defaultValue: Relationships
}

declare module 'mammoth/lib/docx/body-reader' {
  import type { Relationships } from 'mammoth/lib/docx/relationships-reader'
  import type { XmlNode } from 'mammoth/lib/xml/nodes'
  export type ModelNode =
    | { type: 'paragraph' | 'table' | 'tableRow' | 'tableCell'; children: ModelNode[] }
    | {
        type: 'run'
        children: ModelNode[]
        isBold: boolean
        isItalic: boolean
        isAllCaps: boolean
        fontSize: number | null
      }
    | { type: 'hyperlink'; children: ModelNode[]; href?: string; anchor?: string }
    | { type: 'text'; value: string }
    | { type: 'tab' }
    | { type: 'break'; breakType: 'line' | 'page' | 'column' }
    | { type: 'bookmarkStart'; name: string }
  export const createBodyReader: (options: {
    relationships: Relationships
    styles: { [find: string]: (id: string) => { name: string } }
    numbering: { findLevel(): null; findLevelByParagraphStyleId(): null }
  }) => { readXmlElements(elements: readonly XmlNode[]): { value: ModelNode[] } }
}
