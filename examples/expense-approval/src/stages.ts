import type { ApprovalRequest } from '@orkestra/sdk';
import { escalationChain, timeout } from '@orkestra/sdk';
import type { Expense } from './expense.schema';
import { quorumFor } from './policy';

/** Who approves, how many of them, and what happens when they do not. */
export type Stage = Pick<ApprovalRequest<Expense>, 'assignTo' | 'quorum' | 'sla' | 'type'>;

// #region manager
/** Whoever of the managers takes it. It climbs to the directors, and ends after two weeks. */
export const byManager: Stage = {
  type: 'expense-manager',
  assignTo: { group: 'managers' },
  sla: {
    ...timeout('2bd'),
    chain: escalationChain()
      .notifyAfter('1bd', { ifUnclaimed: true, message: 'Nobody has looked at this expense yet.' })
      .escalateAfter('2bd', { group: 'directors' })
      .expireAfter('10bd')
      .build(),
  },
};
// #endregion

// #region finance
/** The votes stay with finance, whatever the chain does: directors are told, and do not vote in their place. */
export function byFinance(cents: number): Stage {
  return {
    type: 'expense-finance',
    assignTo: { group: 'finance' },
    quorum: quorumFor(cents),
    sla: {
      ...timeout('3bd'),
      chain: escalationChain()
        .notifyAfter('2bd', { group: 'finance', message: 'One day is left.' })
        .escalateAfter('3bd', { group: 'directors' })
        .expireAfter('10bd')
        .build(),
    },
  };
}
// #endregion
