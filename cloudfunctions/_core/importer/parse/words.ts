/** The words by which the parts of a newsletter are known. Position decides first; these settle what it cannot. */

/** 国内要闻, Enforcement Cases: what sections are called. */
const SECTION_ZH =
  /(?:要闻|动态|新闻|资讯|速递|速览|聚焦|热点|关注|专题|立法|执法|司法|监管|案例|法规|政策|观察|解读|评析|前沿|视点|业界|行业|国内|国外|海外|国际|境外|域外)$/u
const SECTION_EN =
  /^(?:(?:domestic|overseas|international|foreign|global|china|industry|legislative|legislation|enforcement|judicial|regulatory|policy|legal|case|hot|key)\b.*|.*\b(?:news|updates?|developments?|highlights|trends|cases|enforcement|legislation|regulations?|focus|insights?|analysis|overseas|domestic))$/iu

export function isSectionName(name: string): boolean {
  const text = withoutBrackets(name)
  return /\p{Script=Han}/u.test(text)
    ? text.length <= 14 && SECTION_ZH.test(text)
    : text.split(' ').length <= 4 && SECTION_EN.test(text)
}

/** 【国内要闻】 is set in brackets; 【反垄断】某公司被罚 is not. */
export function withoutBrackets(name: string): string {
  return /^\s*[【[［《]([^【】[\]［］《》]+)[】\]］》]\s*$/u.exec(name)?.[1] ?? name
}

const SERIES_ZH = /周报|月报|季报|年报|双周|半月|季刊|月刊|周刊|通讯|快讯|简报|速递|专刊|日报|动态/u
const SERIES_EN =
  /\b(?:weekly|monthly|quarterly|fortnightly|annual|daily|bi-?weekly|bi-?monthly)\b|\S\s+.*\b(?:review|bulletin|report|digest|briefing|updates?|insights?|express|watch|news)$/iu

/** What a series calls itself: by how often it appears, or by what it is. NEWSLETTER or DIGEST alone is no series. */
export function hasSeriesName(text: string): boolean {
  return SERIES_ZH.test(text) || SERIES_EN.test(text)
}

/** The firm behind the publication, and the furniture of a printed page: neither titles nor text of an issue. */
export function isFurniture(text: string): boolean {
  return (
    text.length <= 80 &&
    (/(?:律师事务所|律师行|律所)$/u.test(text) ||
      /(?:& |\band )partners\b\.?$/iu.test(text) ||
      /\b(?:llp|law (?:firm|offices?)|attorneys at law)\b\.?$/iu.test(text) ||
      /关注更多|更多精彩|扫码|扫一扫|长按|二维码|公众号|微信号|欢迎关注|点击关注|订阅|蓝字|喜欢此内容|预览时标签/u.test(
        text,
      ) ||
      /\b(?:subscribe|follow us|scan (?:the )?(?:qr )?code|qr code|wechat)\b/iu.test(text) ||
      isPageHead(text) ||
      /^(?:版权所有|copyright|©|all rights reserved)/iu.test(text))
  )
}

/** 原创 某律师 2022-10-01 18:00: what a web page says of itself; its time is not the issue's. */
export function isPageHead(text: string): boolean {
  return text.length <= 80 && (/^原创\s/u.test(text) || /(?:^|[^\d:])\d{1,2}:[0-5]\d(?:$|[^\d:])/u.test(text))
}

export function isContentsName(text: string): boolean {
  return /^(?:本期)?(?:目\s*录|内容|导读|要点|提要|要目|看点|contents|table of contents|in this issue|highlights|highlights of this issue)$/iu.test(
    text.replace(/[：:|｜/\s]+(?=$|[A-Za-z\p{Script=Han}])/gu, ' ').trim(),
  )
}

/** 免责声明, Contact us: headings of the last part. */
export function isTailName(text: string): boolean {
  return /^(?:免责声明|重要声明|声明|版权声明|关于我们|联系我们|联系方式|联系人|办公室|我们的办公室|disclaimers?|legal notice|important notice|about us|contacts?(?: us)?|our offices|offices)[：:]?$/iu.test(
    text.trim(),
  )
}

/** 编辑：王小明, Edited by: who made the issue. */
export function isByline(text: string): boolean {
  return /^(?:本期)?(?:责任)?(?:编辑|主编|编译|编写|撰稿|作者|供稿|审校|校对|翻译)\s*[:：]|^(?:editors?|edited by|authors?|contributors?|translators?)\s*[:：]/iu.test(
    text,
  )
}

/** An item may tell of legal advice, most often of a day; a disclaimer speaks of the newsletter itself, or is short. */
export function isDisclaimer(text: string): boolean {
  if (/^(?:免责声明|重要声明|disclaimer)\s*[:：]/iu.test(text)) return true
  if (/^(?:\d{4}年|on \p{Lu}\p{L}+ \d)/iu.test(text)) return false
  const own = text.replace(/“[^“”]*”|"[^"]*"/gu, '')
  if (!DISCLAIMER_ZH.test(own) && !DISCLAIMER_EN.test(own)) return false
  return own.length <= SHORT_DISCLAIMER || OF_ITSELF_ZH.test(own) || OF_ITSELF_EN.test(own)
}

const DISCLAIMER_ZH =
  /(?:仅供参考|免责声明|不(?:应|得|可|宜|能)?(?:被)?(?:看作|视为|视作|当作|构成|作为).{0,24}(?:法律意见|法律建议|法律依据|法律服务))/u
const DISCLAIMER_EN =
  /\b(?:(?:legal|professional) (?:advice|opinions?)|no responsibility can be accepted|has been prepared (?:solely )?for|for (?:general )?(?:reference|information|informational|information purposes) only|informational purposes only)\b/iu
const SHORT_DISCLAIMER = 40
const OF_ITSELF_ZH =
  /本(?:刊|文|期|报|简报|通讯|资讯|周报|月报|季报|快讯|内容|资料|材料|出版物|电子)|上述|以上|以下|编写|编制/u
const OF_ITSELF_EN =
  /\b(?:newsletter|bulletin|publication|herein|(?:this|our) (?:document|update|briefing|alert|digest|report|article|issue|review|material|weekly)|the (?:above|foregoing|contents?|materials?|information (?:contained|provided|above|in this)))\b/iu

const PLACES =
  '北京|上海|广州|深圳|武汉|杭州|成都|重庆|天津|南京|苏州|无锡|西安|青岛|济南|大连|沈阳|长春|哈尔滨|长沙|郑州|合肥|南昌|太原|厦门|福州|宁波|昆明|贵阳|南宁|海口|三亚|珠海|东莞|佛山|石家庄|乌鲁木齐|雄安|香港|澳门|台北|韩国|首尔|日本|东京|新加坡|美国|纽约|硅谷|英国|伦敦|德国|法国|巴黎|' +
  "beijing|shanghai|guangzhou|shenzhen|wuhan|hangzhou|chengdu|chongqing|tianjin|nanjing|suzhou|wuxi|xi’an|xi'an|xian|qingdao|jinan|dalian|shenyang|changchun|harbin|changsha|zhengzhou|hefei|nanchang|taiyuan|xiamen|fuzhou|ningbo|kunming|guiyang|nanning|haikou|sanya|zhuhai|dongguan|foshan|shijiazhuang|urumqi|hong kong|macau|macao|taipei|korea|seoul|japan|tokyo|singapore|new york|silicon valley|london|germany|paris"
const PLACE = new RegExp(`^(?:${PLACES})(?:市|办公室|分所|总部|总所|代表处| office)?$`, 'iu')

/** Where law firms have their offices: a list of such names needs no separator to be known. */
export function isPlace(text: string): boolean {
  return PLACE.test(text)
}
