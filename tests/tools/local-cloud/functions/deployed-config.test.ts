import {
  type DeployedConfig,
  parseDeployedConfig,
} from '../../../../tools/local-cloud/functions/deployed-config'

const nothing = { openapi: [], timer: null, problem: null }
const send = ['subscribeMessage.send']
const timer = (name: string, config: string, type = 'timer') => ({ name, type, config })

describe('a config.json', () => {
  it.each<[string, unknown, Partial<DeployedConfig>]>([
    ['of nothing', {}, {}],
    ['with permissions', { permissions: { openapi: send } }, { openapi: send }],
    ['with other permissions', { permissions: { sms: ['x'] } }, {}],
    [
      'with a timer',
      { triggers: [timer('daily', '0 0 9 * * * *')] },
      { timer: { name: 'daily', cron: '0 0 9 * * * *' } },
    ],
  ])('%s is taken', (_name, config, expected) => {
    expect(parseDeployedConfig(JSON.stringify(config))).toEqual({ ...nothing, ...expected })
  })

  it.each<[string, unknown, string]>([
    ['two triggers', [timer('a', '0 0 9 * * * *'), timer('b', '0 0 9 * * * *')], 'A function can have one'],
    ['a trigger of another type', [timer('a', 'x', 'cos')], 'triggers.0.type'],
    ['a name that WeChat refuses', [timer('1a', '0 0 9 * * * *')], 'triggers.0.name A name begins with'],
  ])('with %s counts for nothing, and says why', (_name, triggers, why) => {
    const config = JSON.stringify({ permissions: { openapi: send }, triggers })
    expect(parseDeployedConfig(config)).toEqual({ ...nothing, problem: expect.stringContaining(why) })
  })

  it('with a cron that the cloud does not know goes without its timer alone', () => {
    const config = { permissions: { openapi: send }, triggers: [timer('a', '0 9 * * *')] }
    expect(parseDeployedConfig(JSON.stringify(config))).toEqual({
      openapi: send,
      timer: null,
      problem: expect.stringContaining('has not the seven fields'),
    })
  })

  it.each(['', '{', 'null, '])('that is no JSON counts for nothing, and says so: %j', (text) => {
    expect(parseDeployedConfig(text)).toEqual({ ...nothing, problem: 'config.json is no JSON.' })
  })

  it('that is not there is none', () => {
    expect(parseDeployedConfig(null)).toEqual(nothing)
  })
})
