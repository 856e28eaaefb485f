import { isRecord, oneLine } from '@orkestra/core';
import { Liquid, type Template } from 'liquidjs';
import type { OwnTemplate } from '../channels/notification-channel';

/** Characters of subject or body. */
export const LONGEST_TEMPLATE = 20_000;
/** Milliseconds that writing a subject or a body may take: the worker does nothing else meanwhile. */
const RENDER_MS = 250;
/** Characters and list items that it may make on the way. */
const MOST_MADE = 1_000_000;
const LONGEST_HTML = 200_000;
const LONGEST_SUBJECT = 150;

/** What reads files, and what lets a text be taken for markup. */
const REFUSED_TAGS = ['include', 'render', 'layout', 'block'];
const REFUSED_FILTERS = ['raw'];

const LIMITS = { parseLimit: LONGEST_TEMPLATE, renderLimit: RENDER_MS, memoryLimit: MOST_MADE };
const STRICT = { strictVariables: true, strictFilters: true, lenientIf: true, ownPropertyOnly: true };

/** Made with the first template: most processes write none. Everything is escaped; a subject is no markup, and is not. */
let made: Readonly<Record<'subject' | 'body', Liquid>> | undefined;

function engineFor(field: 'subject' | 'body'): Liquid {
  made ??= {
    subject: engine(new Liquid({ ...LIMITS, ...STRICT })),
    body: engine(new Liquid({ ...LIMITS, ...STRICT, outputEscape: 'escape' })),
  };
  return made[field];
}

function engine(liquid: Liquid): Liquid {
  for (const tag of REFUSED_TAGS) Reflect.deleteProperty(liquid.tags, tag);
  for (const filter of REFUSED_FILTERS) Reflect.deleteProperty(liquid.filters, filter);
  return liquid;
}

/** Where a template is wrong, and what is. */
export class TemplateProblem extends Error {
  constructor(
    readonly field: 'subject' | 'body',
    readonly said: string,
    readonly line: number | null,
  ) {
    super(`${field}${line === null ? '' : `, line ${line}`}: ${said}`);
  }
}

/** @throws TemplateProblem where it cannot be parsed, names what there is not, or takes too long */
export function renderTemplate(
  { subject, body }: Pick<OwnTemplate, 'subject' | 'body'>,
  variables: object,
): { subject: string; html: string } {
  const html = rendered('body', body, variables);
  if (html.length > LONGEST_HTML)
    throw new TemplateProblem('body', `comes to more than ${LONGEST_HTML} characters`, null);
  if (html.trim() === '') throw new TemplateProblem('body', 'comes to nothing', null);
  const line = cutSubject(rendered('subject', subject, variables));
  if (line === '') throw new TemplateProblem('subject', 'comes to nothing', null);
  return { subject: line, html };
}

/** On one line, and no longer than programs show. */
export function cutSubject(text: string): string {
  const line = oneLine(text).trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`;
}

function rendered(field: 'subject' | 'body', text: string, variables: object): string {
  try {
    const liquid = engineFor(field);
    const parsed: Template[] = liquid.parse(text);
    return String(liquid.renderSync(parsed, variables));
  } catch (error) {
    throw problemIn(field, error);
  }
}

/** The engine says the place at the end of its message, and in the token. */
function problemIn(field: 'subject' | 'body', error: unknown): TemplateProblem {
  const said = error instanceof Error ? error.message : String(error);
  const line = /, line:(\d+), col:\d+$/.exec(said.split('\n', 1)[0] ?? '')?.[1];
  const token = isRecord(error) ? error['token'] : undefined;
  const [first = said] = said.replace(/, line:\d+, col:\d+/, '').split('\n');
  return new TemplateProblem(
    field,
    sayPlainly(first),
    line === undefined || token === undefined ? null : Number(line),
  );
}

const PLAINLY: readonly [RegExp, string][] = [
  [/^template render limit exceeded/, 'takes too long: it goes through too much'],
  [/^memory alloc limit exceeded/, 'makes too much: it goes through too long a list'],
  [/^parse length limit exceeded/, `is longer than ${LONGEST_TEMPLATE} characters`],
  [/^tag "(include|render|layout|block)" not found/, 'no template is taken in from elsewhere'],
];

function sayPlainly(said: string): string {
  return PLAINLY.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}
