export type Colour = 'paper' | 'ink' | 'ink2' | 'ink3' | 'rule' | 'seal'
export type Palette = Record<Colour, string>

/** The light scheme, as src/styles/tokens.scss has it: a canvas knows no styles. */
export const light: Palette = {
  paper: '#fbfaf7',
  ink: '#1c1f24',
  ink2: '#5b616b',
  ink3: '#6b717a',
  rule: '#e4e0d8',
  seal: '#9b2226',
}
