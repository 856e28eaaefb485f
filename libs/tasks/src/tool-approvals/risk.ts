/** How much harm a call could do, as the agent itself says; from least to most. */
export const RISKS = ['low', 'medium', 'high', 'critical'] as const;

export type Risk = (typeof RISKS)[number];

/** Whether a rule that was granted for one risk covers a call of another. Critical calls are always asked about. */
export function coversRisk(granted: Risk, asked: Risk): boolean {
  return asked !== 'critical' && RISKS.indexOf(asked) <= RISKS.indexOf(granted);
}
