/** A length of time as somebody types it. */
export interface Duration {
  amount: number | string;
  unit: Unit;
}

export const units = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const;

export type Unit = keyof typeof units;

export const unitChoices = (Object.keys(units) as Unit[]).map((value) => ({ value, label: value }));

/** Milliseconds in the largest unit that gives a whole number. */
export function toDuration(milliseconds: number): Duration {
  const unit = (['days', 'hours'] as const).find((name) => milliseconds % units[name] === 0) ?? 'minutes';
  return { amount: milliseconds / units[unit], unit };
}

/** What was typed in milliseconds; null for what is no number. */
export function toMilliseconds({ amount, unit }: Duration): number | null {
  const number = typeof amount === 'number' ? amount : Number.parseFloat(amount);
  return Number.isFinite(number) ? Math.round(number * units[unit]) : null;
}
