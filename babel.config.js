/**
 * ES2017 is what the build is held to (tests/weapp/old-phones.test.ts): the newest level that phones of iOS 11 and
 * WeChat's own engine of that age on Android load; async functions stay as they are written.
 */
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '11', chrome: '58' } }],
  ],
}
