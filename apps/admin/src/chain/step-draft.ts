import type { ChainStepFragment, EscalationAction, EscalationStepInput } from '../generated/graphql';
import { type Unit, units } from '../settings/durations';

/** When a step comes, counted from the moment at which the task is late. */
export type StepUnit = 'at-once' | Unit | 'working-hours' | 'business-days';

/** A step as somebody writes it. */
export interface StepDraft {
  action: EscalationAction;
  unit: StepUnit;
  amount: number | string;
  /** By e-mail address or key, so that the chain can be read. */
  to: { user?: string; group?: string } | null;
  ifUnclaimed: boolean;
  message: string;
}

export const newStep: StepDraft = {
  action: 'NOTIFY',
  unit: 'hours',
  amount: 1,
  to: null,
  ifUnclaimed: false,
  message: '',
};

export const actionChoices: { value: EscalationAction; label: string }[] = [
  { value: 'NOTIFY', label: 'Remind' },
  { value: 'REASSIGN', label: 'Give to' },
  { value: 'ESCALATE', label: 'Escalate to' },
  { value: 'EXPIRE', label: 'End the task' },
];

export const stepUnitChoices: { value: StepUnit; label: string }[] = [
  { value: 'at-once', label: 'at once' },
  { value: 'minutes', label: 'minutes later' },
  { value: 'hours', label: 'hours later' },
  { value: 'days', label: 'days later' },
  { value: 'working-hours', label: 'working hours later' },
  { value: 'business-days', label: 'business days later' },
];

/** A saved step as it is edited. A late task's chain begins when it is late: "before it is due" is at once. */
export function toDraft(step: ChainStepFragment): StepDraft {
  const { action, to, ifUnclaimed, message } = step;
  return {
    action,
    ...timeOf(step),
    to: to?.user ? { user: to.user } : to?.group ? { group: to.group } : null,
    ifUnclaimed: ifUnclaimed ?? false,
    message: message ?? '',
  };
}

function timeOf({ after, fromDueMs }: ChainStepFragment): Pick<StepDraft, 'unit' | 'amount'> {
  if (after?.businessDays != null) return { unit: 'business-days', amount: after.businessDays };
  const milliseconds = after?.milliseconds ?? fromDueMs ?? 0;
  if (after?.calendar) return { unit: 'working-hours', amount: milliseconds / units.hours };
  if (milliseconds <= 0) return { unit: 'at-once', amount: 1 };
  const unit = (['days', 'hours'] as const).find((name) => milliseconds % units[name] === 0) ?? 'minutes';
  return { unit, amount: milliseconds / units[unit] };
}

/** As the server takes it; it says itself what is wrong with it. */
export function toInput({ action, unit, amount, to, ifUnclaimed, message }: StepDraft): EscalationStepInput {
  const number = typeof amount === 'number' ? amount : Number.parseFloat(amount) || 0;
  return {
    action,
    ...momentOf(unit, number),
    ...(to !== null && action !== 'EXPIRE' ? { to } : {}),
    ...(ifUnclaimed ? { ifUnclaimed } : {}),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  };
}

function momentOf(unit: StepUnit, amount: number): Pick<EscalationStepInput, 'after' | 'fromDueMs'> {
  switch (unit) {
    case 'at-once':
      return { fromDueMs: 0 };
    case 'business-days':
      return { after: { businessDays: Math.round(amount) } };
    case 'working-hours':
      return { after: { milliseconds: Math.round(amount * units.hours), calendar: true } };
    default:
      return { after: { milliseconds: Math.round(amount * units[unit]) } };
  }
}
