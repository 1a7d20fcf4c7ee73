/**
 * ES2017 is what the build is held to (tests/weapp/old-phones.test.ts): the newest level that phones of iOS 11 and
 * WeChat's own engine of that age on Android load; async functions stay as they are written.
 *
 * These phones know default values, destructuring and template literals too, except for faults of old Safaris in rare
 * cases. Babel would rewrite all of them for the sake of those cases (Taro's preset does not pass its option `bugfixes`
 * on). Here only the faults are written around, and each reader downloads 9 kB less.
 */
module.exports = {
  assumptions: { setPublicClassFields: true, setSpreadProperties: true, noDocumentAll: true },
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { ios: '11', chrome: '58' },
        exclude: ['transform-destructuring', 'transform-parameters', 'transform-template-literals'],
      },
    ],
  ],
  plugins: [
    '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
    '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
    // Object.assign, which these phones have, and no function of Babel's own.
    ['@babel/plugin-transform-object-rest-spread', { useBuiltIns: true, loose: true }],
  ],
}
