const { TestEnvironment } = require('jest-environment-node')

/**
 * Gives the tests this process's own lmdb. jest loads a module anew for each file of tests, but not what is native in
 * it: several copies of lmdb's JavaScript would then take turns with one native buffer, and read each other's values.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.lmdbOfThisProcess = require('lmdb')
  }
}
