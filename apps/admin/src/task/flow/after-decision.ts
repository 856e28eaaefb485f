import { useSyncExternalStore } from 'react';

/** Where a person goes once they have decided a task. */
export const afterDecisionChoices = ['stay', 'next', 'list'] as const;
export type AfterDecision = (typeof afterDecisionChoices)[number];

const storageKey = 'orkestra.after-decision';
const listeners = new Set<() => void>();
let chosen = read();

/** The person's choice, kept in this browser, and a way to change it. */
export function useAfterDecision(): [AfterDecision, (choice: AfterDecision) => void] {
  return [useSyncExternalStore(subscribe, () => chosen), choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): AfterDecision {
  try {
    const kept = localStorage.getItem(storageKey);
    return afterDecisionChoices.find((choice) => choice === kept) ?? 'stay';
  } catch {
    return 'stay';
  }
}

function choose(choice: AfterDecision): void {
  chosen = choice;
  listeners.forEach((listener) => listener());
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be off; the choice then lasts as long as the page.
  }
}
