export default defineAppConfig({
  pages: ['pages/index/index', 'pages/issue/index', 'pages/mine/index'],
  window: { navigationBarTitleText: '立方观评' },
  lazyCodeLoading: 'requiredComponents',
})
