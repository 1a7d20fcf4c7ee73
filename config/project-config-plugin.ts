import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/**
 * Taro copies project.config.json into the build, where its folders lead nowhere. The developer tools open the one at
 * the repository's root.
 */
export default function projectConfigPlugin(ctx: IPluginContext): void {
  ctx.onBuildFinish(() => rmSync(join(ctx.paths.outputPath, 'project.config.json'), { force: true }))
}
