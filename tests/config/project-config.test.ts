import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const project = JSON.parse(readFileSync(join(__dirname, '../../project.config.json'), 'utf8'))

describe('project.config.json', () => {
  it('leads the developer tools from the repository’s root to both builds', () => {
    expect(project).toMatchObject({
      compileType: 'miniprogram',
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloudfunctions/',
    })
  })

  it('has what the scan for code quality asks for', () => {
    expect(project.setting).toMatchObject({
      minified: true,
      minifyWXML: true,
      minifyWXSS: true,
      ignoreUploadUnusedFiles: true,
    })
  })

  it('lets the build through as it is: it is made for old phones already', () => {
    expect(project.setting).toMatchObject({ es6: false, enhance: false, postcss: false })
  })
})
