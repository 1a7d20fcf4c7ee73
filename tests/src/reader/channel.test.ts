import { channelOf } from '#reader/channel'

test.each([
  ['an alert', 'alert', [1014, 1107]],
  ['a card in a chat', 'share', [1007, 1008, 1044]],
  ['a code that was scanned or found in a picture', 'code', [1011, 1012, 1013, 1047, 1048, 1049]],
  ['the timeline', 'timeline', [1154, 1155]],
  ['the list of mini-programs, a search, or nobody knows', 'direct', [1001, 1005, 1089, 0, undefined]],
])('who comes by %s came by %s', (_name, channel, scenes) => {
  expect(scenes.map(channelOf)).toEqual(scenes.map(() => channel))
})
