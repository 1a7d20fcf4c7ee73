/** esbuild gathers the styles that the page imports into one file. */
declare module '*.css'
