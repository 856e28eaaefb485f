const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export interface SimilarCalls {
  agent: string;
  tool: string;
  /** The names of the call's arguments. */
  names: readonly string[];
  until: string;
  /** The names of the arguments that must stay the same; an empty list means all of them. */
  by: readonly string[];
}

/** What is about to be allowed, in one sentence. */
export function similarWords({ agent, tool, names, until, by }: SimilarCalls): string {
  const end = new Date(until);
  const time = Number.isNaN(end.getTime()) ? '' : ` until ${moment.format(end)}`;
  return `${agent} may use ${tool} without asking${time}, ${limits(names, by)}.`;
}

function limits(names: readonly string[], by: readonly string[]): string {
  if (by.length === 0) return 'with exactly these arguments';
  const rest = names.filter((name) => !by.includes(name)).length;
  const same = `with the same ${by.join(', ')}`;
  return rest === 0 ? `${same}, whatever else it adds` : `${same}, whatever the other arguments are`;
}
