import type { Language } from '#shared/newsletter/bilingual'

export type Paired<T> = { zh: T | null; en: T | null; sure: boolean }

/**
 * Pairs Chinese and English neighbours in one list. `belong` tells whether two belong together (null: no evidence),
 * `usual` which language comes first in the document.
 * Alternating ones are pairs; where several of one language stand before several of the other, evidence decides,
 * and without any they are paired by their order if they are as many, which is marked as unsure.
 */
export function pairNeighbours<T extends { language: Language }>(
  list: readonly T[],
  belong: (a: T, b: T) => boolean | null,
  usual: Language,
): Paired<T>[] {
  const pairs: Paired<T>[] = []
  const lead = leadOf(list)
  const leading = lead === 0 ? usual : lead > 0 ? 'zh' : 'en'
  let index = 0
  const take = (isWanted: (language: Language) => boolean): T[] => {
    const run: T[] = []
    for (let next = list[index]; next && isWanted(next.language); next = list[index]) {
      run.push(next)
      index += 1
    }
    return run
  }
  while (index < list.length) {
    const first = take((language) => language === leading)
    const second = take((language) => language !== leading)
    pairs.push(...pairRuns(first, second, belong))
  }
  return joinSwapped(pairs, belong)
}

/** One item in the other order leaves two neighbours alone, which belong together if the evidence says so. */
function joinSwapped<T extends { language: Language }>(
  pairs: readonly Paired<T>[],
  belong: (a: T, b: T) => boolean | null,
): Paired<T>[] {
  const joined: Paired<T>[] = []
  for (const pair of pairs) {
    const last = joined.at(-1)
    const [one, other] = [last?.zh ?? last?.en, pair.zh ?? pair.en]
    const areSingle = last && !(last.zh && last.en) && !(pair.zh && pair.en)
    if (areSingle && one && other && one.language !== other.language && belong(one, other) === true)
      joined[joined.length - 1] = together(one, other, true)
    else joined.push(pair)
  }
  return joined
}

/** The language that comes first in most pairs of a document's lists; null where they do not tell. */
export function usualLead(lists: readonly (readonly { language: Language }[])[]): Language | null {
  const lead = lists.reduce((sum, list) => sum + leadOf(list), 0)
  if (lead === 0) return null
  return lead > 0 ? 'zh' : 'en'
}

/** Above zero where Chinese comes first more often than English; a missing half at either end leaves zero. */
function leadOf(list: readonly { language: Language }[]): number {
  let lead = 0
  for (let index = 1; index < list.length; index += 1) {
    if (list[index]?.language === list[index - 1]?.language) continue
    lead += list[index - 1]?.language === 'zh' ? 1 : -1
  }
  return lead
}

function pairRuns<T extends { language: Language }>(
  first: readonly T[],
  second: readonly T[],
  belong: (a: T, b: T) => boolean | null,
): Paired<T>[] {
  const [last, next] = [first.at(-1), second[0]]
  if (!last || !next) return [...first, ...second].map(single)
  if (first.length === 1 || second.length === 1) {
    const adjacent =
      belong(last, next) === false ? [single(last), single(next)] : [together(last, next, true)]
    return [...first.slice(0, -1).map(single), ...adjacent, ...second.slice(1).map(single)]
  }
  return pairBlocks(first, second, belong)
}

/** How far one block may run ahead of the other before a counterpart counts as missing. */
const REACH = 4

function pairBlocks<T extends { language: Language }>(
  first: readonly T[],
  second: readonly T[],
  belong: (a: T, b: T) => boolean | null,
): Paired<T>[] {
  const isEven = first.length === second.length
  const byOrder = isEven && first.every((one, index) => belong(one, second[index] ?? one) !== false)
  const pairs: Paired<T>[] = []
  let passed = 0
  for (const [index, one] of first.entries()) {
    const other = second[index]
    if (byOrder && other) {
      pairs.push(together(one, other, belong(one, other) === true))
      continue
    }
    const ahead = second
      .slice(passed, passed + REACH)
      .findIndex((candidate) => belong(one, candidate) === true)
    const found = ahead < 0 ? undefined : second[passed + ahead]
    if (!found) {
      pairs.push({ ...single(one), sure: false })
      continue
    }
    for (const skipped of second.slice(passed, passed + ahead))
      pairs.push({ ...single(skipped), sure: false })
    pairs.push(together(one, found, true))
    passed += ahead + 1
  }
  if (!byOrder) for (const rest of second.slice(passed)) pairs.push({ ...single(rest), sure: false })
  return pairs
}

function single<T extends { language: Language }>(one: T): Paired<T> {
  return { zh: one.language === 'zh' ? one : null, en: one.language === 'en' ? one : null, sure: true }
}

function together<T extends { language: Language }>(a: T, b: T, sure: boolean): Paired<T> {
  return a.language === 'zh' ? { zh: a, en: b, sure } : { zh: b, en: a, sure }
}
