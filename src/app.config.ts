/** WeChat takes `@name` from theme.json, by its own dark mode; the browser build knows no theme.json, and styles do it. */
const themed = (name: string, inBrowser: string) => (process.env.TARO_ENV === 'h5' ? inBrowser : `@${name}`)

export default defineAppConfig({
  pages: ['pages/index/index', 'pages/issue/index', 'pages/series/index', 'pages/mine/index'],
  // The editors' desk: readers never download it.
  subPackages: [
    {
      root: 'editor',
      pages: [
        'desk/index',
        'draft/index',
        'item/index',
        'check/index',
        'preview/index',
        'publish/index',
        'watch/index',
        'watch/issue/index',
        'codes/index',
        'settings/index',
        'settings/series/index',
        'settings/alerts/index',
        'settings/firm/index',
        'settings/editors/index',
        'settings/audit/index',
      ],
    },
    { root: 'poster', pages: ['index'] },
  ],
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '立方观评',
    navigationBarBackgroundColor: themed('paper', '#fbfaf7'),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('paper', '#fbfaf7'),
    backgroundTextStyle: themed('backgroundText', 'dark') as 'dark',
  },
  tabBar: {
    color: themed('tabText', ''),
    selectedColor: themed('tabChosen', ''),
    backgroundColor: themed('card', ''),
    borderStyle: themed('tabBorder', 'black') as 'black',
    list: [
      {
        pagePath: 'pages/index/index',
        text: '周报',
        iconPath: themed('issuesIcon', './tab-bar/issues.png'),
        selectedIconPath: themed('issuesChosenIcon', './tab-bar/issues-chosen.png'),
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: themed('mineIcon', './tab-bar/mine.png'),
        selectedIconPath: themed('mineChosenIcon', './tab-bar/mine-chosen.png'),
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  // Taro's router hides the page behind an animation only when that is over, also where a reader has gone back to it
  // meanwhile: the browser then shows nothing at all.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
})
