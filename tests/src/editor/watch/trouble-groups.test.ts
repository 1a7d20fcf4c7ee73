import { campaignReason } from '../../../../src/editor/watch/campaign-reason'
import { troubleGroups } from '../../../../src/editor/watch/trouble-groups'
import { watchRows } from '../../../../src/editor/watch/watch-rows'

test('counts what did not arrive by its reason, the most frequent first', () => {
  const row = { attempts: 1, at: null }
  const refused = { ...row, state: 'failed', reason: 'refused', code: 43101 } as const
  const unknown = { ...row, state: 'unknown', reason: null, code: null } as const
  expect(troubleGroups([unknown, refused, refused])).toEqual([
    { state: 'failed', reason: 'refused', code: 43101, count: 2 },
    { state: 'unknown', reason: null, code: null, count: 1 },
  ])
})

test('says why a campaign is paused by WeChat’s code, in the interface’s language', () => {
  const reason =
    'A field does not fit the template: correct the alert settings, then resume (47003: argument invalid)'
  expect(campaignReason(reason, 'zh')).toBe('有一个字段与模板不符，请更正提醒设置后再继续 (47003)')
  expect(campaignReason('Paused by an editor.', 'zh')).toBe('由编辑暂停。')
  expect(campaignReason('WeChat takes no message as it is (49999: new)', 'zh')).toBe(
    'WeChat takes no message as it is (49999: new)',
  )
})

test('lists issues with their campaigns, and last the campaigns of issues that were withdrawn', () => {
  const campaign = (issueId: string) => ({ id: `${issueId}:weekly`, issueId }) as never
  const rows = watchRows([{ id: '302' }, { id: '301' }] as never, [campaign('301'), campaign('299')])
  expect(rows.map(({ issueId, issue, campaign }) => [issueId, issue !== null, campaign?.id])).toEqual([
    ['302', true, undefined],
    ['301', true, '301:weekly'],
    ['299', false, '299:weekly'],
  ])
})
