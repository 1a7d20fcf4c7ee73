import type { CloudError, CloudErrorCode } from '../cloud-error'

/** The object storage's own codes. */
const COS_CODES: Partial<Record<CloudErrorCode, string>> = {
  STORAGE_EXCEED_AUTHORITY: 'AccessDenied',
  STORAGE_REQUEST_FAIL: 'EntityTooLarge',
}

/** How COS says that an upload failed. The SDK needs all four of these and shows the first two. */
export function cosError({ code, message }: CloudError): string {
  return [
    '<?xml version="1.0" encoding="utf-8" ?>',
    `<Error><Code>${COS_CODES[code] ?? code}</Code><Message>${message}</Message>`,
    '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
  ].join('\n')
}
