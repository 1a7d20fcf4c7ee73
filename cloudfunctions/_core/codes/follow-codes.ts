import { setTimeout as pause } from 'node:timers/promises'
import type { InferOutput } from 'valibot'
import type { Target } from '#shared/codes/target'
import type { EndpointOutput } from '#shared/endpoint'
import type { followCode, getIssue } from '#shared/issues/endpoints'
import { answerTo, type CurrentIssue, type IssueReader } from '../issues/read-issues'
import { addOne } from '../statistics/sharded-count'
import { findCode } from './code'

type ByToken = Extract<InferOutput<(typeof getIssue)['input']>, { token: string }>
type Follow = InferOutput<(typeof followCode)['input']>

export type CodeFollower = {
  follow(input: Follow): Promise<EndpointOutput<typeof followCode>>
  /** What a code means and the issue that it leads to, in one answer. */
  getIssue(input: ByToken): Promise<EndpointOutput<typeof getIssue>>
}

type Arrival = { target: Target | null; issue: CurrentIssue | null }

const NOWHERE: Arrival = { target: null, issue: null }

/** ms that a reader waits to be counted, of the few seconds that the whole call may take. */
const PATIENCE = 2_000

/**
 * Where codes lead at this moment. Of a token that means nothing, nothing any more, or what is not shown to readers,
 * nothing is told and nothing counted.
 */
export function createCodeFollower(reader: IssueReader): CodeFollower {
  async function arrive({ token, isFirst }: Follow): Promise<Arrival> {
    // Read together: an issue that is remembered takes no longer by its code than by its id.
    const [code, change] = await Promise.all([findCode(token), reader.lastChange()])
    if (code?.state !== 'active') return NOWHERE
    const arrival = await shown(code.target, change)
    if (isFirst && arrival.target) await Promise.race([count(token), pause(PATIENCE, null, { ref: false })])
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

/** A reader gets what the code leads to also where it cannot be counted. */
async function count(token: string): Promise<void> {
  try {
    await addOne('arrivals', { token }, ['readers'])
  } catch (thrown) {
    console.warn(`An arrival by the code ${token} could not be counted:`, thrown)
  }
}
