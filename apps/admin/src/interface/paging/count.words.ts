/** A number that was counted up to a cap: `7`, or `1,000+` where there may be more. */
export function countText(count: number, cap: number): string {
  return count >= cap ? `${cap.toLocaleString()}+` : String(count);
}
