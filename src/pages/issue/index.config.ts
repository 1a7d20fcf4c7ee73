export default definePageConfig({
  navigationBarTitleText: '',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // The back cover comes into view: what it asks for is there when the reader is.
  onReachBottomDistance: 900,
})
