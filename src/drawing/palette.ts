export type Scheme = 'light' | 'dark'

export type Colour = 'paper' | 'ink' | 'ink2' | 'ink3' | 'rule' | 'seal'
export type Palette = Record<Colour, string>

/** As src/styles/tokens.scss has them: a canvas knows no styles. */
export const palettes: Record<Scheme, Palette> = {
  light: {
    paper: '#fbfaf7',
    ink: '#1c1f24',
    ink2: '#5b616b',
    ink3: '#6b717a',
    rule: '#e4e0d8',
    seal: '#9b2226',
  },
  dark: {
    paper: '#15171a',
    ink: '#e8e6e1',
    ink2: '#a9adb4',
    ink3: '#8b9098',
    rule: '#2c3036',
    seal: '#e07a6e',
  },
}
