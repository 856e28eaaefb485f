import { ScimRequestError } from '../scim.errors';
import type { ScimComparison, ScimFilter, ScimOperator, ScimValue } from './scim-filter';

/** A column, or an expression over one, that a filter may name. */
interface FilterColumn {
  sql: string;
  /** `ci` texts are compared without case, and `sql` is in small letters; `exact` ones letter by letter. */
  type: 'ci' | 'exact' | 'boolean' | 'time';
}

export interface FilterTable {
  columns: Readonly<Record<string, FilterColumn>>;
  /** Attributes with many values: where each comes from, as `FROM …`, and what a filter may name of it. */
  lists: Readonly<Record<string, { from: string; columns: Readonly<Record<string, FilterColumn>> }>>;
}

/** The values of a statement, which a condition refers to by place: nothing that was sent becomes SQL. */
export class StatementValues {
  constructor(readonly all: unknown[]) {}

  place(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/** @throws ScimRequestError invalidFilter for what the table does not offer */
export function filterCondition(filter: ScimFilter, table: FilterTable, values: StatementValues): string {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const terms = filter.terms.map((term) => filterCondition(term, table, values));
      return `(${terms.join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      // What is unknown is not so. Within NOT alone, since an index helps only where nothing stands around the column.
      return `NOT coalesce(${filterCondition(filter.term, table, values)}, false)`;
    case 'some':
      return some(filter.attribute, filter.filter, table, values);
    case 'present':
      return ofList(filter.attribute, table, filter, values) ?? present(column(table, filter.attribute));
    case 'compare':
      return (
        ofList(filter.attribute, table, filter, values) ??
        comparison(filter, column(table, filter.attribute), values)
      );
  }
}

/** `emails` and `emails.value` mean that one of the values does. */
function ofList(
  attribute: string,
  table: FilterTable,
  filter: Extract<ScimFilter, { kind: 'compare' | 'present' }>,
  values: StatementValues,
): string | undefined {
  const [name = '', sub = 'value'] = attribute.split('.');
  if (!Object.hasOwn(table.lists, name)) return undefined;
  // That something is not among the values: none of them is it.
  if (filter.kind === 'compare' && filter.operator === 'ne')
    return `NOT ${some(name, { ...filter, attribute: sub, operator: 'eq' }, table, values)}`;
  return some(name, { ...filter, attribute: sub }, table, values);
}

function some(name: string, filter: ScimFilter, table: FilterTable, values: StatementValues): string {
  const list = Object.hasOwn(table.lists, name) ? table.lists[name] : undefined;
  if (list === undefined) throw unsupported(name, Object.keys(table.lists));
  const inner = { columns: list.columns, lists: {} };
  return `EXISTS (SELECT ${list.from} AND ${filterCondition(filter, inner, values)})`;
}

function column({ columns, lists }: FilterTable, attribute: string): FilterColumn {
  const found = Object.hasOwn(columns, attribute) ? columns[attribute] : undefined;
  if (found === undefined) throw unsupported(attribute, [...Object.keys(columns), ...Object.keys(lists)]);
  return found;
}

function unsupported(attribute: string, known: readonly string[]): ScimRequestError {
  return new ScimRequestError(
    'invalidFilter',
    `Nothing can be found by "${attribute.slice(0, 100)}". Filter by ${known.join(', ')}.`,
  );
}

function present({ sql, type }: FilterColumn): string {
  return type === 'ci' || type === 'exact' ? `coalesce(${sql} <> '', false)` : `${sql} IS NOT NULL`;
}

const ORDERS: Partial<Record<ScimOperator, string>> = { gt: '>', ge: '>=', lt: '<', le: '<=' };

function comparison(filter: ScimComparison, { sql, type }: FilterColumn, values: StatementValues): string {
  const { operator, value } = filter;
  if (value === null) return nullComparison(filter, sql);
  if (type === 'boolean') return booleanComparison(filter, sql);
  const wanted = type === 'time' ? timeIn(filter) : textIn(filter, type);
  const order = ORDERS[operator];
  if (type === 'time') {
    const place = `${values.place(wanted)}::timestamptz`;
    if (order !== undefined) return `${sql} ${order} ${place}`;
    if (operator === 'eq') return `${sql} = ${place}`;
    if (operator === 'ne') return `${sql} <> ${place}`;
    throw wrongOperator(filter, 'a moment');
  }
  const place = `${values.place(wanted)}::text`;
  if (order !== undefined) return `${sql} COLLATE "C" ${order} ${place}`;
  switch (operator) {
    case 'ne':
      return `${sql} IS DISTINCT FROM ${place}`;
    case 'co':
      return `strpos(${sql}, ${place}) > 0`;
    case 'sw':
      return `starts_with(${sql}, ${place})`;
    case 'ew':
      return `right(${sql}, length(${place})) = ${place}`;
    default:
      return `${sql} = ${place}`;
  }
}

function nullComparison(filter: ScimComparison, sql: string): string {
  if (filter.operator === 'eq') return `${sql} IS NULL`;
  if (filter.operator === 'ne') return `${sql} IS NOT NULL`;
  throw wrongOperator(filter, 'null');
}

function booleanComparison(filter: ScimComparison, sql: string): string {
  const wanted = booleanOf(filter.value);
  if (wanted === undefined)
    throw new ScimRequestError('invalidFilter', `"${filter.attribute}" is true or false, and nothing else.`);
  if (filter.operator === 'eq') return `${sql} = ${wanted}`;
  if (filter.operator === 'ne') return `${sql} <> ${wanted}`;
  throw wrongOperator(filter, 'true or false');
}

/** Some directories write "True". */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.toLowerCase();
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function textIn({ attribute, value }: ScimComparison, type: 'ci' | 'exact'): string {
  const text = plainText(value);
  if (text.includes('\0')) throw new ScimRequestError('invalidFilter', `"${attribute}" holds no NUL.`);
  return type === 'ci' ? text.toLowerCase() : text;
}

function plainText(value: ScimValue): string {
  return typeof value === 'string' ? value : String(value);
}

function timeIn({ attribute, value }: ScimComparison): Date {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  const isUsable = time !== undefined && Math.abs(time.getTime()) < 8e15 && time.getFullYear() > 0;
  if (isUsable) return time;
  throw new ScimRequestError(
    'invalidFilter',
    `"${attribute}" takes a moment such as "2030-01-31T09:00:00Z".`,
  );
}

function wrongOperator({ attribute, operator }: ScimComparison, what: string): ScimRequestError {
  return new ScimRequestError('invalidFilter', `"${operator}" does not compare "${attribute}" with ${what}.`);
}
