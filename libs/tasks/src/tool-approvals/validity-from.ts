/** An allowed call may be made for a day: what was right to allow need not be right next week. */
const ALLOWED_FOR_MS = 24 * 3_600_000;

/** Until when a call may be made that is allowed at a moment; never past the end of the rule that allows it. */
export function validityFrom(at: Date, ruleEnds?: Date): Date {
  return new Date(Math.min(at.getTime() + ALLOWED_FOR_MS, ruleEnds?.getTime() ?? Infinity));
}
