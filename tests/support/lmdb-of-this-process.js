/** What `lmdb` is to the tests: see environment-with-lmdb.js. */
module.exports = globalThis.lmdbOfThisProcess
