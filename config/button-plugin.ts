import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

/** What a button is for here: WeChat shares by nothing else that a page can show. */
const attributes = ['open-type', 'hover-class', 'style', 'class', 'bindtap']

/** Taro's template of a button bears all that one can ask WeChat for, and every reader would download it. */
export default function buttonPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: TaroPlatformBase) {
      // The browser's build has no templates.
      if (!template) return
      const createMiniComponents = template.createMiniComponents.bind(template)
      template.createMiniComponents = (components) => {
        const made = createMiniComponents(components)
        made.button = Object.fromEntries(
          Object.entries(made.button ?? {}).filter(([name]) => attributes.includes(name)),
        )
        return made
      }
    },
  })
}
