import type { AuditActorKind } from '../generated/graphql';

interface Named {
  kind: string;
  id: string;
  displayName?: string | null;
}

const UNNAMED: Readonly<Record<AuditActorKind, string>> = {
  USER: 'Somebody',
  SERVICE: 'A program',
  SYSTEM: 'Orkestra',
  OPERATOR: 'The operator of the server',
  ANONYMOUS: 'Somebody who was not let in',
};

export function actorWords({ kind, displayName }: Named & { kind: AuditActorKind }): string {
  return displayName ?? UNNAMED[kind];
}

/** `key.created` as "Key created". */
export function actionWords(action: string): string {
  const text = action.replaceAll(/[._]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `sign_in` as "Sign in". */
export function areaWords(area: string): string {
  return actionWords(area);
}

export function targetWords({ kind, id, displayName }: Named): string {
  return `${kind.replaceAll('_', ' ')} ${displayName ?? id}`;
}

/** A day as people choose it, as the moment of this time zone at which it begins; undefined for none. */
export function beginningOf(day: string, daysLater = 0): string | undefined {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const moment = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
