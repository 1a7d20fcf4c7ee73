import { parse, Reader } from 'protobufjs'
import { CloudError } from '../../cloud-error'

/** The messages that the SDK's `cloud.openapi` sends and reads, with the numbers of its own encoders. */
const SCHEMA = `
  syntax = "proto3";

  message KeyValuePair {
    string key = 1;
    bytes value = 2;
    string contenttype = 3;
    string filename = 4;
  }
  // Its second field is a message of pairs, which are read one by one.
  message CommApiData {
    int32 apiType = 1;
    bytes openapiData = 2;
  }
  message CommOpenApiResp {
    bytes respData = 1;
    string contentType = 2;
    int32 errorCode = 3;
    uint32 httpCode = 4;
    int32 svrkitErrorCode = 6;
  }
`

const { root } = parse(SCHEMA, { keepCase: true })
const KeyValuePair = root.lookupType('KeyValuePair')
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

/** Of the four kinds of API (open, inner, svrkit, token) the one that `cloud.openapi` calls. */
const OPEN_API = 0

/** The first field of the message of pairs, and that its length comes next. */
const PAIR = 0x0a

/** More than any API has: a body of 8 MB holds four million pairs of nothing. */
const MOST_PARAMS = 1000

/** A parameter of an API: of JSON, or the bytes of a picture or another file. */
export type OpenApiParam = { key: string; value: Uint8Array; contenttype: string }

/** The parameters of a call of `cloud.openapi`; null where it is a call of another kind. */
export function decodeOpenApiParams(bytes: Uint8Array): OpenApiParam[] | null {
  try {
    const { apiType, openapiData } = CommApiData.toObject(CommApiData.decode(bytes), {
      defaults: true,
    }) as { apiType: number; openapiData: Uint8Array }
    return apiType === OPEN_API ? decodePairs(openapiData) : null
  } catch (cause) {
    if (cause instanceof CloudError) throw cause
    throw new CloudError('INVALID_PARAM', 'The requestData is no readable protobuf.', { cause })
  }
}

function decodePairs(bytes: Uint8Array): OpenApiParam[] {
  // Not `Reader.create`, which makes one that takes a text for shorter where it would go beyond the end.
  const reader = new Reader(bytes)
  const pairs: OpenApiParam[] = []
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag !== PAIR) reader.skipType(tag & 7)
    else if (pairs.length === MOST_PARAMS)
      throw new CloudError('INVALID_PARAM', `The requestData has more than ${MOST_PARAMS} parameters.`)
    else pairs.push(decodePair(reader))
  }
  return pairs
}

function decodePair(reader: Reader): OpenApiParam {
  const pair = KeyValuePair.decode(reader, reader.uint32())
  return KeyValuePair.toObject(pair, { defaults: true }) as OpenApiParam
}

/** What an API answers. `errorCode` is the platform's: the API itself was not reached. */
export type OpenApiAnswer = { contentType: string; body: Buffer } | { errorCode: number }

export function encodeOpenApiAnswer(answer: OpenApiAnswer): Buffer {
  const message =
    'errorCode' in answer
      ? { errorCode: answer.errorCode, httpCode: 200 }
      : { respData: answer.body, contentType: answer.contentType, httpCode: 200 }
  return Buffer.from(CommOpenApiResp.encode(CommOpenApiResp.create(message)).finish())
}
