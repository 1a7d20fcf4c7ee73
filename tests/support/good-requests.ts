/** One good request of every kind, as the SDK and phones send them: what bad ones are made of. */

/** By action, beside the fields that each has. */
export const goodActions: Record<string, Record<string, unknown>> = {
  'database.getDocument': {
    collectionName: 'things',
    queryType: 'WHERE',
    query: '{"n":{"$gt":{"$numberInt":"1"}},"tags":{"$in":["a","b"]}}',
    order: '{"n":{"$numberInt":"-1"}}',
    projection: '{"n":{"$numberInt":"1"}}',
    offset: 0,
    limit: 5,
  },
  'database.calculateDocument': {
    collectionName: 'things',
    query: '{"$or":[{"text":{"$regularExpression":{"pattern":"^t","options":"i"}}},{"n":1}]}',
  },
  'database.insertDocument': {
    collectionName: 'things',
    data: ['{"n":{"$numberInt":"7"},"at":{"$tcb_server_date":{"offset":{"$numberInt":"0"}}},"tags":["c"]}'],
  },
  'database.modifyDocument': {
    collectionName: 'things',
    queryType: 'WHERE',
    multi: true,
    merge: true,
    upsert: false,
    query: '{"_id":"one"}',
    data: '{"$set":{"inner.x":{"$numberInt":"1"}},"$push":{"tags":{"$each":["d"],"$slice":{"$numberInt":"5"}}},"$inc":{"n":{"$numberInt":"1"}}}',
  },
  'database.modifyAndReturnDoc': {
    collectionName: 'things',
    query: '{"_id":"one"}',
    data: '{"$set":{"a":1}}',
  },
  'database.removeDocument': {
    collectionName: 'things',
    queryType: 'WHERE',
    multi: true,
    query: '{"_id":"nobody"}',
  },
  'database.aggregateDocuments': {
    collectionName: 'things',
    stages: [
      { stageKey: '$match', stageValue: '{"n":{"$gte":{"$numberInt":"0"}}}' },
      { stageKey: '$unwind', stageValue: '"$tags"' },
      { stageKey: '$group', stageValue: '{"_id":"$tags","sum":{"$sum":"$n"}}' },
      { stageKey: '$sort', stageValue: '{"_id":{"$numberInt":"1"}}' },
      { stageKey: '$limit', stageValue: '10' },
    ],
  },
  'database.addCollection': { collectionName: 'things' },
  'database.startTransaction': {},
  'database.commitTransaction': { transactionId: 'T1' },
  'database.abortTransaction': { transactionId: 'T1' },
  'functions.invokeFunction': {
    function_name: 'caller',
    request_data: '{"collection":"things","call":{"name":"caller","data":{}}}',
  },
  'storage.getUploadMetadata': { path: 'folder/new.txt', method: 'put' },
  'storage.batchGetDownloadUrl': {
    file_list: [{ fileid: 'cloud://local.6c6f-local/folder/kept.txt', max_age: 600 }],
  },
  'storage.batchDeleteFile': { fileid_list: ['cloud://local.6c6f-local/folder/missing.txt'] },
  'wx.api': {
    apiName: 'subscribeMessage.send',
    requestData: '{"touser":"reader-1","template_id":"issue","page":"","data":{"thing1":{"value":"x"}}}',
  },
  'wx.openApi': { apiName: 'subscribeMessage.send', requestData: 'no protobuf' },
}

/** By address below `/client/`. */
export const goodPhoneCalls: Record<string, Record<string, unknown>> = {
  callFunction: { name: 'caller', data: { collection: 'things' } },
  requestSubscribeMessage: { tmplIds: ['issue'] },
  answerSubscribePanel: { id: 1, answer: { kind: 'allow', keep: false, chosen: ['issue'] } },
  getSetting: {},
  subscriptionSettings: {},
  turnMainSwitch: { isOn: true },
  chooseItem: { templateId: 'issue', isAccepted: true },
  getTempFileURL: { fileList: ['cloud://local.6c6f-local/folder/kept.txt'] },
  deleteFile: { fileList: ['cloud://local.6c6f-local/folder/missing.txt'] },
}

/** By address below `/_cloud/api/`, of the calls that change something. */
export const goodInspectorCalls: Record<string, Record<string, unknown>> = {
  'document/change': { collection: 'things', id: 'one', document: { n: 3 } },
  'document/remove': { collection: 'things', id: 'nobody' },
  'files/remove': { path: 'folder/missing.txt' },
  'reader/main-switch': { openid: 'reader-1', isOn: true },
  'reader/template': { openid: 'reader-1', templateId: 'issue', remaining: 3, kept: null },
  'reader/send': { openid: 'reader-1', templateId: 'issue', page: '', data: { thing1: 'x' } },
  'reader/open-message': { openid: 'reader-1', msgid: '1' },
  'timers/fire': { functionName: 'caller', twice: true },
  'clock/move': { by: 1000 },
  'wechat-settings/change': { change: { keptChoiceHasEvent: true } },
  'faults/add': { rule: { action: 'database.getDocument', fault: { kind: 'delay', ms: 1 } } },
  'faults/remove': { id: 'fault-1' },
  'faults/release': { id: 1 },
  'faults/clear': {},
}

/** A protobuf of `cloud.openapi`, as the SDK encodes it. */
export function openApiBytes(params: Record<string, unknown>): Buffer {
  const pairs = Object.entries(params).map(([key, value]) =>
    field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(JSON.stringify(value)))])),
  )
  return field(2, Buffer.concat(pairs))
}

function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([number * 8 + 2, ...varint(bytes.length)]), bytes])
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
}
