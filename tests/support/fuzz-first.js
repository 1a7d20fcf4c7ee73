const Sequencer = require('@jest/test-sequencer').default

const isFuzz = ({ path }) => path.endsWith('.fuzz.test.ts')

/**
 * The randomised tests begin first, so that at the end no processor is idle while one of them works. jest goes by how
 * long each took the last time, but on a new machine by the sizes of the files: these are short, and take long.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    return [...sorted.filter(isFuzz), ...sorted.filter((test) => !isFuzz(test))]
  }
}
