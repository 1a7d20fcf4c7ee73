import { LOCAL } from './functions/call-identity'

/** What makes the SDK believe that it is in the cloud, and sends it to this one. */
export function sdkEnv(adminUrl: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: LOCAL.env,
    TCB_ENV: LOCAL.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  }
}
