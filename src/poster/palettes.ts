import { light, type Palette } from '../drawing/palette'

export type Scheme = 'light' | 'dark'

/** As src/styles/tokens.scss has them. */
export const palettes: Record<Scheme, Palette> = {
  light,
  dark: {
    paper: '#15171a',
    ink: '#e8e6e1',
    ink2: '#a9adb4',
    ink3: '#8b9098',
    rule: '#2c3036',
    seal: '#e07a6e',
  },
}
