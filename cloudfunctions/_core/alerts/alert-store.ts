import type { Language } from '#shared/newsletter/bilingual'
import type { Follow } from '../readers/reader'
import type { Campaign, CampaignPage, CampaignState, Delivery, DeliveryState } from './campaign'

/** A follower as freezing needs it. */
export type Follower = {
  key: string
  follows: Follow[]
  /** Of the campaign's template. */
  credits: number
  isErased: boolean
}

/** A reader as sending needs it. */
export type Receiver = {
  key: string
  openid: string
  language: Language
  follows: Follow[]
  /** Of the campaign's template. */
  holds: string[]
  isErased: boolean
}

/** Which run may write a page: the last one that took it, and after so many writes. */
export type Fence = { run: string; seq: number }

/** What one write changes of a page; everything or nothing. */
export type PageChange = {
  /** By the rows' positions; fields that are not named stay as they are, `event` above all. */
  rows?: ReadonlyMap<number, Partial<Delivery>>
  /** What is added to the counts. */
  counts?: Partial<Record<DeliveryState, number>>
  open?: boolean
  nextAt?: number
  writtenAt?: number
}

/** What may change of a campaign. */
export type CampaignChange = Partial<
  Pick<
    Campaign,
    'state' | 'frozen' | 'open' | 'reason' | 'restUntil' | 'finishedAt' | 'checkAt' | 'round' | 'content'
  >
>

/** How a row's reservation ends: see `settle`. */
export type Settlement = 'spent' | 'returned' | 'refused'

/**
 * Where campaigns and what they need of readers is kept. Each write is atomic for one document. A call may throw and
 * have been carried out all the same: whoever calls repeats it, or reads back.
 */
export type AlertStore = {
  lease: {
    /** Takes it if nobody has it at `now`, or this run does; answers whether this run has it. Repeatable. */
    take(run: string, term: { now: number; until: number; endsAt: number }): Promise<boolean>
    /** Who has it, until when, and when its run means to end; null: nobody ever had it. */
    read(): Promise<{ run: string; until: number; endsAt: number } | null>
    renew(run: string, until: number): Promise<boolean>
    release(run: string): Promise<void>
  }
  campaigns: {
    /** False where it exists. */
    add(campaign: Campaign): Promise<boolean>
    find(id: string): Promise<Campaign | null>
    /** The ids of those that have work left, or were done after `moment`. */
    lately(ids: readonly string[], moment: number): Promise<Set<string>>
    /** Those with work left, the earliest opened first. */
    open(): Promise<Campaign[]>
    /** Those whose holds are to be looked through by `now`. */
    toCheck(now: number): Promise<Campaign[]>
    /** Changes it if it is in one of these states; answers whether it now has these fields. Repeatable. */
    change(id: string, from: readonly CampaignState[], fields: CampaignChange): Promise<boolean>
  }
  pages: {
    /** False where it exists. */
    add(page: CampaignPage): Promise<boolean>
    find(id: string): Promise<CampaignPage | null>
    /** The open page of a campaign that is due first, if it is due; pages of `except` are passed over. */
    due(campaignId: string, now: number, except: readonly string[]): Promise<CampaignPage | null>
    /** The first page whose readers' keys go beyond `after`; null behind the last. */
    next(campaignId: string, after: string): Promise<CampaignPage | null>
    /** When the next open page is due; null: none is open. */
    nextDue(campaignId: string): Promise<number | null>
    /** Writes if the fence still stands, and moves it to `next`; answers whether it did. */
    write(id: string, fence: Fence, next: Fence, change: PageChange): Promise<boolean>
    /** Changes fields of a row if that still is in this state (and of this run, message), and counts it so. */
    replaceRow(
      id: string,
      position: number,
      before: Pick<Delivery, 'state'> & Partial<Pick<Delivery, 'run' | 'msgid'>>,
      after: Partial<Delivery> & Pick<Delivery, 'state'>,
    ): Promise<boolean>
    /** The page that has this reader's row, if there is one. */
    ofReader(campaignId: string, key: string): Promise<CampaignPage | null>
  }
  readers: {
    /** Those with any wish for the series, also a stopped one, by key after `after`; at most `limit`. */
    followers(seriesId: string, templateId: string, after: string, limit: number): Promise<Follower[]>
    /** Holds a credit of each who has one and has neither held nor settled this token before. Repeatable. */
    reserve(keys: readonly string[], templateId: string, token: string): Promise<void>
    /** Those who are there, in no order. */
    receivers(keys: readonly string[], templateId: string): Promise<Receiver[]>
    /**
     * Ends what the token holds: `spent` takes the credit, `returned` gives it back, `refused` takes it and all others
     * unless a consent came at `reservedAt` or later. Repeatable.
     */
    settle(
      keys: readonly string[],
      templateId: string,
      token: string,
      how: Settlement,
      reservedAt: number,
    ): Promise<void>
  }
}
