import type { Action } from '../../../../../tools/local-cloud/admin/action'
import { OneSendAtATime } from '../../../../../tools/local-cloud/wechat/subscribe-message/one-send-at-a-time'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

const request = (fields: object) => ({
  apiName: 'subscribeMessage.send',
  requestData: JSON.stringify(fields),
})

const errcodeOf = async (answering: ReturnType<Action>) => {
  const answer = await answering
  return 'data' in answer ? JSON.parse(JSON.parse(answer.data).responseData).errcode : answer
}

const taken: Action = () => ({ data: '{"responseData":"{\\"errcode\\":0}"}' })

function guard(action: Action) {
  const sends = new OneSendAtATime()
  const guarded = sends.guard({ 'wx.api': action })['wx.api'] ?? taken
  return { sends, send: (fields: object) => errcodeOf(guarded(request(fields), null)) }
}

it('refuses a send that is read a moment later, however fast the first one is', async () => {
  const { send } = guard(taken)
  const first = send({ touser: 'reader' })
  await nextTurn()
  expect(await send({ touser: 'reader' })).toBe(43108)
  expect(await first).toBe(0)
  expect(await send({ touser: 'reader' })).toBe(0)
})

it('takes the next one after one that failed', async () => {
  const { send } = guard(() => {
    throw new Error('no answer')
  })
  await expect(send({ touser: 'reader' })).rejects.toThrow('no answer')
  await expect(send({ touser: 'reader' })).rejects.toThrow('no answer')
})

it('lets through what sends nobody anything', async () => {
  const { send } = guard(taken)
  const both = [send({}), send({}), send({ touser: 7 }), send({ touser: 7 })]
  expect(await Promise.all(both)).toEqual([0, 0, 0, 0])
})

it('knows when a reader’s send has been answered, and nobody else’s holds that up', async () => {
  const order: string[] = []
  const { send, sends } = guard(taken)
  await sends.answered('reader')
  const first = send({ touser: 'reader' }).then(() => order.push('answered'))
  const known = sends.answered('reader').then(() => order.push('known'))
  await sends.answered('another').then(() => order.push('another'))
  await Promise.all([first, known])
  expect(order).toEqual(['another', 'answered', 'known'])
})
