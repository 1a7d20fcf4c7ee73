import { currentReader } from './current-reader'
import { PhoneError } from './phone-error'

type Failure = { errCode: number; errMsg: string }

/** Asks WeChat's side of the local cloud, as the reader of this browser. */
export async function post<Answer extends object>(path: string, body: object): Promise<Answer> {
  const answer = await answerTo(path, body)
  if ('errCode' in answer) throw new PhoneError(answer.errMsg, answer.errCode)
  return answer as Answer
}

async function answerTo(path: string, body: object): Promise<Failure | object> {
  try {
    const response = await fetch(`/client/${path}`, {
      method: 'POST',
      headers: { 'x-local-openid': currentReader() },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Failure | object
  } catch {
    throw new PhoneError('Request list fail', 10002)
  }
}
