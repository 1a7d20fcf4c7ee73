import { Browser } from '../../parts/browser'
import { hrefOf } from '../../route'
import { useRoute } from '../../use-route'
import { CallList } from './call-list'
import { CallView } from './call-view'
import { FunctionList } from './function-list'

/** Functions, the calls of one, and one call with what it printed. */
export function FunctionsPanel() {
  const { path, query } = useRoute()
  const name = path[1]
  const run = query.get('run')
  return (
    <Browser
      hint="Choose a function to see its calls."
      labelledby="functions"
      up={name === undefined ? null : hrefOf(run === null ? ['functions'] : ['functions', name])}
    >
      <FunctionList chosen={name} />
      {name !== undefined && <CallList key={name} name={name} chosen={run} />}
      {name !== undefined && run !== null && <CallView key={run} name={name} run={run} />}
    </Browser>
  )
}
