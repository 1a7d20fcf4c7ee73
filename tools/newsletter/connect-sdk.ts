import { sdkEnv } from '../local-cloud/sdk-env'

/** Points the unmodified SDK of this process at a local cloud. Before `#core/wx` is imported, which reads it. */
export function connectSdk(adminUrl: string): void {
  // Without SILENCE each request that fails keeps the process for three seconds, to warn then that it was slow.
  Object.assign(process.env, sdkEnv(adminUrl), { SILENCE: 'true' })
}
