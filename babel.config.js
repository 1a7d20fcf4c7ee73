/**
 * ES2017 is what the build is held to (tests/weapp/old-phones.test.ts): the newest level that phones of iOS 11 and
 * WeChat's own engine of that age on Android load; async functions stay as they are written.
 *
 * These phones know default values, destructuring and template literals too, except for faults of old Safaris in rare
 * cases. Babel would rewrite all of them for the sake of those cases (Taro's preset does not pass its option `bugfixes`
 * on). Here only the faults are written around, and each reader downloads 9 kB less.
 */
/**
 * A phone checks what it is answered and not what it asks, which the cloud does: the schemas of inputs are left out, and
 * schemas and endpoints are called pure, so that what only inputs are made of, or nobody asks, is left out too.
 */
function withoutInputs({ types }) {
  const isOf = (callee, name) => types.isIdentifier(callee, { name })
  return {
    visitor: {
      CallExpression(path) {
        const { callee, arguments: given } = path.node
        const isEndpoint = isOf(callee, 'defineEndpoint')
        if (isEndpoint) given[0].properties = given[0].properties.filter(({ key }) => key?.name !== 'input')
        if (isEndpoint || isOf(callee.object, 'v')) path.addComment('leading', '#__PURE__')
      },
    },
  }
}

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
    withoutInputs,
    '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
    '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
    // Object.assign, which these phones have, and no function of Babel's own.
    ['@babel/plugin-transform-object-rest-spread', { useBuiltIns: true, loose: true }],
  ],
}
