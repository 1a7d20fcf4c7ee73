import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { useSending } from '../../parts/use-sending'
import { useRead } from '../../use-read'
import { CountTable } from './count-table'
import { MetTable } from './met-table'
import { RuleForm } from './rule-form'
import { RuleTable } from './rule-table'

/** What goes wrong because someone asked for it: the rules, and what they have met. */
export function FaultsPanel() {
  const reading = useRead('faults', {}, ['faults', 'calls'])
  const { problem, change } = useSending()
  return (
    <section aria-labelledby="faults">
      <h1 id="faults">Faults</h1>
      <p className="note">
        A rule names an action, which calls of it, and what goes wrong. The calls are counted from when the
        rule is set; the same seed meets the same calls.
      </p>
      <Problem text={problem} />
      <Shown reading={reading}>
        {({ rules, met, counts }) => (
          <>
            {rules.length === 0 && met.length === 0 ? (
              <p className="empty">Nothing goes wrong on demand.</p>
            ) : (
              <p className="actions">
                <button type="button" onClick={() => void change('faults/clear', {})}>
                  Clear all
                </button>
                {met.some(({ isHeld }) => isHeld) && (
                  <button type="button" onClick={() => void change('faults/release', {})}>
                    Let go all that is held
                  </button>
                )}
              </p>
            )}
            {rules.length > 0 && (
              <RuleTable rules={rules} onRemove={(id) => void change('faults/remove', { id })} />
            )}
            {met.length > 0 && (
              <MetTable met={met} onRelease={(id) => void change('faults/release', { id })} />
            )}
            <RuleForm />
            <CountTable counts={counts} />
          </>
        )}
      </Shown>
    </section>
  )
}
