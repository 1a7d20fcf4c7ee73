import { useState } from 'react'
import { JsonForm } from '../../parts/json-form'
import { ruleExamples } from './rule-examples'

/** A rule as JSON; the examples say how one looks. */
export function RuleForm() {
  const [chosen, setChosen] = useState(0)
  const example = ruleExamples[chosen]
  return (
    <>
      <h2>Add a rule</h2>
      <div className="fields">
        <label className="wide">
          Begin with
          <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
            {ruleExamples.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <JsonForm
        key={chosen}
        label="The rule"
        text={JSON.stringify(example?.rule, null, 2)}
        submit="Add"
        onSubmit={(change, rule) => change('faults/add', { rule })}
      />
    </>
  )
}
