/** `npm run budgets`: every budget of design.md with its figure and its limit; exit 1 where one is missed. */
import { figureLine, isWithinLimit } from './bench/figure-line'
import { benchToggle } from './bench/toggle'
import { functionBudgets } from './budgets/function-bundles'
import { mainPackageBudget } from './budgets/main-package'

async function main(): Promise<void> {
  for (const measure of [mainPackageBudget, functionBudgets, benchToggle]) {
    for (const figure of await measure()) {
      process.stdout.write(`${figureLine(figure)}\n`)
      if (!isWithinLimit(figure)) process.exitCode = 1
    }
  }
}

void main()
