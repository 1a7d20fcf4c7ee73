export default definePageConfig({
  // Until it is named the bar has the mini-program's own title, which the timeline's single page keeps.
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // The back cover comes into view: what it asks for is there when the reader is.
  onReachBottomDistance: 900,
})
