export default defineAppConfig({
  pages: ['pages/index/index', 'pages/issue/index', 'pages/mine/index'],
  window: {
    navigationBarTitleText: '立方观评',
    navigationBarBackgroundColor: '#fbfaf7',
    navigationBarTextStyle: 'black',
    backgroundColor: '#fbfaf7',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
})
