import type { BilingualText } from '#shared/newsletter/bilingual'

type Counted = { title: BilingualText; followers: number }

/** How many ask for alerts of the series that a draft names; null where none of that name is known. */
export function followersOf(title: BilingualText, series: readonly Counted[]): number | null {
  const found = series.find(
    (one) =>
      (title.zh !== null && one.title.zh === title.zh) || (title.en !== null && one.title.en === title.en),
  )
  return found?.followers ?? null
}
