import type { IncomingMessage, ServerResponse } from 'node:http'

/** An address of the local cloud, and who may come there. */
export type Door = {
  /** The whole path, or, where it ends with a slash, the beginning of one. */
  path: string
  methods: readonly ('GET' | 'POST' | 'PUT')[]
  /**
   * `programs` are no pages at all: the SDK, which may do everything. `readers` are phones, our own pages and those
   * of WeChat's developer tools. `inspector` is a page of ours or a program of this machine.
   */
  from: 'programs' | 'readers' | 'inspector'
  answer(request: IncomingMessage, response: ServerResponse): unknown
}
