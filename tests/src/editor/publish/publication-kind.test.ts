import type { Draft } from '#shared/drafts/draft'
import { publicationKind } from '../../../../src/editor/publish/publication-kind'

const never: Draft['publication'] = {
  state: 'never',
  issueId: null,
  revision: null,
  publishedAt: null,
  publishAt: null,
  withAlerts: false,
  trouble: null,
}
const published = {
  ...never,
  state: 'published',
  issueId: '301',
  revision: 4,
  publishedAt: '2021-09-01T01:00:00.000Z',
} as const

test.each<[string, number, Draft['publication'], string]>([
  ['what readers never saw', 4, never, 'publish'],
  [
    'its plan, for the first time',
    4,
    { ...never, state: 'scheduled', publishAt: '2021-09-02T01:00:00.000Z' },
    'publish',
  ],
  ['just what readers have', 4, published, 'none'],
  ['what was changed since', 5, published, 'correct'],
  ['a planned correction', 5, { ...published, state: 'scheduled' }, 'correct'],
  [
    'what was withdrawn: it is shown again, and nobody is told twice',
    4,
    { ...published, state: 'withdrawn' },
    'again',
  ],
])('publishing %s', (_name, revision, publication, kind) => {
  expect(publicationKind({ revision, publication })).toBe(kind)
})
