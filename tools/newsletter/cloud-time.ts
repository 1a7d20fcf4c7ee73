/** ms since 1970, as the local cloud and its functions have it: its clock may have been moved. */
export async function cloudTime(adminUrl: string): Promise<number> {
  const answer = await fetch(new URL('/_cloud/api/clock', adminUrl))
  const { now } = (await answer.json()) as { now: number }
  return now
}
