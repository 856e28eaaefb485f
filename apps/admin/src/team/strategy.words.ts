import type { AssignmentStrategy } from '../generated/graphql';

export interface StrategyWords {
  value: AssignmentStrategy;
  label: string;
  text: string;
}

/** How a group's tasks find their person, for people who choose it. */
export const strategies: StrategyWords[] = [
  {
    value: 'MANUAL',
    label: 'People claim them',
    text: 'A task waits in the queue until a member claims it.',
  },
  {
    value: 'ROUND_ROBIN',
    label: 'In turn',
    text: 'Whoever got a task longest ago gets the next one.',
  },
  {
    value: 'LEAST_LOADED',
    label: 'To whoever has the least to do',
    text: 'The member with the fewest open tasks gets the next one.',
  },
];

export function strategyLabel(value: AssignmentStrategy): string {
  return strategies.find((strategy) => strategy.value === value)?.label ?? value;
}
