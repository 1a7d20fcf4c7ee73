import { findBrowser, type Machine } from './support/find-browser'
import { packagedChromium } from './support/packaged-chromium'

describe('finding a browser', () => {
  it('takes the one that CHROME_PATH names before any other', () => {
    const machine = aMachine({
      env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' },
      files: ['/opt/mine', '/usr/bin/chromium'],
    })

    expect(findBrowser(machine)).toBe('/opt/mine')
  })

  it('says so when CHROME_PATH names nothing, rather than to use another one', () => {
    const machine = aMachine({
      env: { CHROME_PATH: '/opt/gone', PATH: '/usr/bin' },
      files: ['/usr/bin/chromium'],
    })

    expect(() => findBrowser(machine)).toThrow('CHROME_PATH names /opt/gone, but there is no such file.')
  })

  it.each([
    ['linux', 'x64', { PATH: '/bin:/usr/bin' }, '/usr/bin/google-chrome'],
    ['linux', 'arm64', { PATH: '/bin:/usr/bin' }, '/usr/bin/chromium'],
    [
      'darwin',
      'arm64',
      { HOME: '/Users/me' },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    ['darwin', 'arm64', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', 'x64', { PROGRAMFILES: 'C:/Programs' }, 'C:/Programs/Google/Chrome/Application/chrome.exe'],
    ['win32', 'x64', { 'PROGRAMFILES(X86)': 'C:/x86' }, 'C:/x86/Microsoft/Edge/Application/msedge.exe'],
  ] as const)('on %s %s it takes an installed one', (platform, arch, env, program) => {
    expect(findBrowser(aMachine({ platform, arch, env, files: [program] }))).toBe(program)
  })

  it('leaves it to the packaged Chromium on Linux x64, where none is installed', () => {
    expect(findBrowser(aMachine({}))).toBeNull()
  })

  it.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ] as const)('says what to do on %s %s, where none is installed and none is packaged', (platform, arch) => {
    expect(() => findBrowser(aMachine({ platform, arch }))).toThrow(
      /Install one, or name its program in CHROME_PATH/u,
    )
  })
})

describe('the packaged Chromium', () => {
  const missing = 'error while loading shared libraries: libnss3.so: cannot open shared object file'

  it("starts with the system's libraries where they are there", () => {
    expect(packagedChromium('/unpacked', () => null)).toEqual({
      program: '/unpacked/chromium',
      libraries: null,
    })
  })

  it('starts with the libraries that come with it where the system has none', () => {
    const answer = packagedChromium('/unpacked', (_, libraries) => (libraries === null ? missing : null))

    expect(answer).toEqual({ program: '/unpacked/chromium', libraries: '/unpacked/lib' })
  })

  it('says what is missing, and what installs it, where neither works', () => {
    expect(() => packagedChromium('/unpacked', () => missing)).toThrow(
      /libnss3\.so[\s\S]*apt-get install -y --no-install-recommends libnss3 libexpat1/u,
    )
  })
})

type Overrides = Partial<Omit<Machine, 'exists'>> & { files?: readonly string[] }

/** Linux x64 with no browser on it, unless told otherwise. */
function aMachine({ files = [], ...more }: Overrides): Machine {
  return { platform: 'linux', arch: 'x64', env: {}, ...more, exists: (path) => files.includes(path) }
}
