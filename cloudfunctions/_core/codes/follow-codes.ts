import type { InferOutput } from 'valibot'
import type { Target } from '#shared/codes/target'
import type { EndpointOutput } from '#shared/endpoint'
import type { followCode, getIssue } from '#shared/issues/endpoints'
import { answerTo, type CurrentIssue, type IssueReader } from '../issues/read-issues'
import type { StoredCode } from './stored-code'

type ByToken = Extract<InferOutput<(typeof getIssue)['input']>, { token: string }>
type Follow = InferOutput<(typeof followCode)['input']>

/** What following a code needs of the cloud. */
export type CodePorts = {
  find(token: string): Promise<Pick<StoredCode, 'state' | 'target'> | null>
  addArrival(token: string): Promise<void>
}

export type CodeFollower = {
  follow(input: Follow): Promise<EndpointOutput<typeof followCode>>
  getIssue(input: ByToken): Promise<EndpointOutput<typeof getIssue>>
}

type Arrival = { target: Target | null; issue: CurrentIssue | null }

const NOWHERE: Arrival = { target: null, issue: null }

/** Where scanned codes lead at this moment. Whatever is not shown to readers is answered as a code that there is not. */
export function createCodeFollower(reader: IssueReader, codes: CodePorts): CodeFollower {
  async function arrive({ token, isFirst }: Follow): Promise<Arrival> {
    // Read together: an issue that is remembered costs no more by its code than by its id.
    const [code, change] = await Promise.all([codes.find(token), reader.lastChange()])
    if (code?.state !== 'active') return NOWHERE
    const arrival = await shown(code.target, change)
    if (isFirst && arrival.target) await count(token)
    return arrival
  }

  async function shown(target: Target, change: number): Promise<Arrival> {
    if (target.kind === 'home') return { target, issue: null }
    if (target.kind === 'issue') {
      const issue = await reader.find(target.issueId, change)
      return issue ? { target, issue } : NOWHERE
    }
    const { issues } = await reader.list({ seriesId: target.seriesId, limit: 1 }, change)
    return issues.length > 0 ? { target, issue: null } : NOWHERE
  }

  /** A reader gets what the code leads to also where it cannot be counted. */
  async function count(token: string): Promise<void> {
    try {
      await codes.addArrival(token)
    } catch (thrown) {
      console.warn(`An arrival by the code ${token} could not be counted:`, thrown)
    }
  }

  return {
    async follow(input) {
      const { target } = await arrive(input)
      return { target }
    },
    async getIssue({ held, ...input }) {
      const { target, issue } = await arrive(input)
      if (!issue) return { status: 'elsewhere', target }
      return answerTo(held?.id === issue.issue.id ? held.revision : undefined, issue)
    },
  }
}
