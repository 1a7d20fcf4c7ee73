import { build } from 'esbuild'

/** A program for the browser, and its styles. */
export type BrowserBundle = { script: string; styles: string }

/**
 * Makes one script of a program's sources when it is first asked for, so that starting costs nothing; a build that
 * failed is tried again.
 */
export function browserBundle(entry: string): () => Promise<BrowserBundle> {
  let bundle: Promise<BrowserBundle> | undefined
  return () => {
    bundle ??= bundleOf(entry).catch((cause: unknown) => {
      bundle = undefined
      throw cause
    })
    return bundle
  }
}

async function bundleOf(entry: string): Promise<BrowserBundle> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    // Not the tsconfig.json around it, which belongs to the mini-program and may have other JSX, or be none.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: textOf('.js'), styles: textOf('.css') }
}
