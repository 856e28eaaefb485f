export type PriorityName = 'Low' | 'Medium' | 'High' | 'Urgent';

/** The nearest of the four names that a priority from 0 to 100 has (25, 50, 75, 100). */
export function priorityName(priority: number): PriorityName {
  if (priority < 38) return 'Low';
  if (priority < 63) return 'Medium';
  return priority < 88 ? 'High' : 'Urgent';
}

/** How many of the four bars the sign of a priority fills. */
export function priorityLevel(priority: number): 1 | 2 | 3 | 4 {
  const levels = { Low: 1, Medium: 2, High: 3, Urgent: 4 } as const;
  return levels[priorityName(priority)];
}
