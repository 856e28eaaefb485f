/** What becomes, or became, of the work of somebody who leaves. */
export interface Departure {
  /** Tasks that they hold. */
  held: number;
  /** Of those, and of the ones that they lent out, how many go to whom. */
  toGroups: { groupId: string; count: number }[];
  toPeople: { userId: string; count: number }[];
  /** How many others may claim who were named for them. */
  claimable: number;
  /** How many nobody may claim: an admin has to hand them on. */
  waiting: number;
  /** Tasks that somebody else holds for them, and keeps. */
  lent: number;
  /** What they allowed agents for longer than one call, and ends. */
  standingRules: number;
}

export const NO_DEPARTURE: Departure = {
  held: 0,
  toGroups: [],
  toPeople: [],
  claimable: 0,
  waiting: 0,
  lent: 0,
  standingRules: 0,
};
