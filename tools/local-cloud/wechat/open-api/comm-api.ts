import { parse } from 'protobufjs'
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
  message OpenApiData {
    repeated KeyValuePair pairs = 1;
  }
  message CommApiData {
    int32 apiType = 1;
    OpenApiData openapiData = 2;
    string appid = 6;
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
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

/** Of the four kinds of API (open, inner, svrkit, token) the one that `cloud.openapi` calls. */
const OPEN_API = 0

type KeyValuePair = { key: string; value: Uint8Array; contenttype: string }

/** A parameter of an API: of JSON, or the bytes of a picture or another file. */
export type OpenApiParam = KeyValuePair

/** The parameters of a call of `cloud.openapi`; null where it is a call of another kind. */
export function decodeOpenApiParams(bytes: Uint8Array): OpenApiParam[] | null {
  try {
    const { apiType, openapiData } = CommApiData.toObject(CommApiData.decode(bytes), {
      defaults: true,
      arrays: true,
    }) as { apiType: number; openapiData: { pairs: KeyValuePair[] } | null }
    return apiType === OPEN_API ? (openapiData?.pairs ?? []) : null
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The requestData is no readable protobuf.', { cause })
  }
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
