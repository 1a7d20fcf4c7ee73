import { cloudConsentLedger } from './cloud-consent-ledger'
import { cloudReaders } from './cloud-readers'
import { cloudReportCounter } from './cloud-report-counter'
import type { ReaderPorts } from './reader-store'

export const cloudReaderPorts: ReaderPorts = {
  readers: cloudReaders,
  ledger: cloudConsentLedger,
  reports: cloudReportCounter,
}
