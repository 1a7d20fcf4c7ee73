import { useSyncExternalStore } from 'react'
import { call } from '#cloud/call'
import { keptValue } from '#cloud/kept-value'
import { phoneStorage } from '#cloud/phone-storage'
import { uploadFile } from '#cloud/upload-file'
import { beginImport, getImport, runImport } from '#shared/imports/endpoints'
import { createDocumentImport, type ImportState, KeptImportSchema } from './document-import'

/** The document that is on its way, for every page of the desk. */
export const documentImport = createDocumentImport({
  begin: (input) => call(beginImport, input),
  upload: uploadFile,
  run: (input) => call(runImport, input),
  job: (input) => call(getImport, input),
  kept: keptValue(phoneStorage, 'import', KeptImportSchema),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

export function useImport(): ImportState | null {
  return useSyncExternalStore(documentImport.subscribe, documentImport.get)
}
