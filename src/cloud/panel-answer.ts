/** What WeChat's panel answered: for each template `accept`, `reject`, `ban` or `filter`, or that it could not be shown. */
export type PanelAnswer =
  | { kind: 'answered'; results: Record<string, string> }
  | { kind: 'failed'; code: number }

/** What the reader has set in WeChat: the switch over all messages, and the choices that are kept, by template id. */
export type PanelSettings = { isOn: boolean; kept: Record<string, string> }
