/** Each runs in the page, and therefore stands alone. */

/** What is written in a contrast below 4.5:1, with the figure. */
export function tooPale(): string[] {
  type Color = { red: number; green: number; blue: number; alpha: number }
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colors = new Map<string, Color>()
  const papers = new Map<Element, Color>()

  function colorOf(notation: string): Color {
    const known = colors.get(notation) ?? pixelOf(notation)
    colors.set(notation, known)
    return known
  }

  /** Whatever notation a colour has, a pixel of it has four numbers. */
  function pixelOf(notation: string): Color {
    if (!context) throw new Error('There is no canvas to read colours with.')
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = notation
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
    return { red, green, blue, alpha: alpha / 255 }
  }

  function over({ alpha, ...top }: Color, below: Color): Color {
    const mix = (one: number, other: number) => one * alpha + other * (1 - alpha)
    return {
      red: mix(top.red, below.red),
      green: mix(top.green, below.green),
      blue: mix(top.blue, below.blue),
      alpha: 1,
    }
  }

  function luminance({ red, green, blue }: Color): number {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  function paperBehind(element: Element): Color {
    const known = papers.get(element) ?? layersBehind(element)
    papers.set(element, known)
    return known
  }

  /** From the root down, each layer over the one below it; a pill behind a word is a pseudo-element at its back. */
  function layersBehind(element: Element): Color {
    const below: Color = element.parentElement
      ? paperBehind(element.parentElement)
      : { red: 255, green: 255, blue: 255, alpha: 1 }
    const own = over(colorOf(getComputedStyle(element).backgroundColor), below)
    const pill = getComputedStyle(element, '::before')
    return pill.zIndex === '-1' ? over(colorOf(pill.backgroundColor), own) : own
  }

  function contrast(ink: Color, paper: Color): number {
    const [light = 0, dark = 0] = [luminance(over(ink, paper)), luminance(paper)].sort(
      (one, other) => other - one,
    )
    return (light + 0.05) / (dark + 0.05)
  }

  const pale: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const written = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    )
    const parts = [
      { pseudo: null, text: written ? (element.textContent ?? '') : '' },
      ...['::before', '::after'].map((pseudo) => ({
        pseudo,
        text: getComputedStyle(element, pseudo).content.replace(/^(none|normal|"\s*")$/u, ''),
      })),
    ]
    for (const { pseudo, text } of parts) {
      if (text === '') continue
      const ratio = contrast(colorOf(getComputedStyle(element, pseudo).color), paperBehind(element))
      if (ratio < 4.5)
        pale.push(`${ratio.toFixed(2)} ${element.className} ${pseudo ?? ''} ${text.slice(0, 20)}`)
    }
  }
  return pale
}

/** What can be tapped in less than 44 px, measured by where a finger still hits it. Links inside a text may be small. */
export function tooSmall(): string[] {
  const small: string[] = []
  const targets = '[role=radio], [role=link], [role=button], .weui-tabbar__item, a, button'
  for (const target of document.querySelectorAll(targets)) {
    if (!target.checkVisibility() || getComputedStyle(target).display === 'inline') continue
    target.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = target.getBoundingClientRect()
    const middle = { x: left + width / 2, y: top + height / 2 }
    // No farther than what is asked for: beyond it, it is large enough.
    const reach = (dx: number, dy: number): number => {
      for (let far = 0; far < 44; far += 0.5) {
        const hit = document.elementFromPoint(middle.x + dx * far, middle.y + dy * far)
        if (!hit || !target.contains(hit)) return far
      }
      return 44
    }
    const wide = reach(1, 0) + reach(-1, 0)
    const high = reach(0, 1) + reach(0, -1)
    if (Math.min(wide, high) < 44)
      small.push(`${wide} x ${high} ${target.className} ${target.textContent?.slice(0, 20)}`)
  }
  return small
}

/** What is wider than the page that it stands on. */
export function tooWide(): string[] {
  const wide = [document.documentElement, ...document.querySelectorAll('.taro_page, .taro_page *')].filter(
    (element) =>
      element.checkVisibility() &&
      (element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 ||
        element.getBoundingClientRect().left < -0.5),
  )
  return wide.map((element) => `${element.className} ${element.textContent?.slice(0, 20)}`)
}
