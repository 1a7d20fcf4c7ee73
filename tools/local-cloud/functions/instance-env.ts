import { LOCAL } from './call-identity'

/** The environment of every instance: what makes the SDK believe that it is in the cloud, and nothing of this process. */
export function instanceEnv(adminUrl: string): Record<string, string> {
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
