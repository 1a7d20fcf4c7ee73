import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

/**
 * What a screen reader can be told: the WXML attribute, and the prop of a Taro component that fills it. WeChat leaves
 * an attribute away whose value is undefined.
 */
const attributes = {
  'aria-role': 'i.ariaRole',
  'aria-label': 'i.ariaLabel',
  'aria-checked': 'i.ariaChecked',
}

/** The templates that may bear them. Taro turns a `pure-view` or `click-view` that gets any further prop into one of these. */
const templates = ['view', 'static-view', 'text', 'static-text']

/**
 * Taro's templates for WeChat bear no `aria-*` at all. This adds them while the templates are made. The runtime needs
 * no counterpart: it hands a prop that it does not know to the template under the prop's own name. (An attribute that
 * the runtime knew would have a shorter name there, but each one would have to be known to both in the same place.)
 * Every attribute is written once for each of the 16 levels of base.wxml, so there are only those that are used.
 */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: TaroPlatformBase) {
      // The browser's build has no templates.
      if (!template) return
      const createMiniComponents = template.createMiniComponents.bind(template)
      template.createMiniComponents = (components) => {
        const made = createMiniComponents(components)
        for (const name of templates) made[name] = { ...made[name], ...attributes }
        return made
      }
    },
  })
}
