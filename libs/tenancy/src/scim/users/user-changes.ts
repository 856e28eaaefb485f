import { isRecord } from '@orkestra/core';
import { booleanOf } from '../filter/filter-condition.queries';
import { matchesFilter } from '../filter/matches-filter';
import { parsePath } from '../filter/parse-filter';
import { attributeName, type ScimFilter, type ScimPath } from '../filter/scim-filter';
import { ScimRequestError } from '../scim.errors';
import type { PatchOperation } from '../scim-request';
import { USER_ATTRIBUTES, type UserAttribute, type UserProfile } from './user-attributes';

type Fields = Record<string, unknown>;
type Change = 'add' | 'replace' | 'remove';

const MOST_VALUES = 50;
const LONGEST_TEXT = 1_000;

/** Changes a profile step by step, and notes what of the request is not kept. */
export class UserChanges {
  readonly ignored = new Set<string>();
  private readonly fields: Fields;

  constructor(profile: UserProfile) {
    this.fields = { ...structuredClone(profile) };
  }

  get profile(): UserProfile {
    return this.fields;
  }

  /** A whole resource, as POST and PUT send it: what is read-only in it counts for nothing. */
  merge(given: Readonly<Fields>, change: Change = 'add'): this {
    for (const [key, value] of Object.entries(given)) {
      const path = key.includes('[') ? parsePath(key) : { attribute: attributeName(key) };
      const known = USER_ATTRIBUTES.get(path.attribute.split('.')[0] ?? '');
      if (known?.kind === 'read-only') continue;
      this.applyAt(change, path, value, key);
    }
    return this;
  }

  /** @throws ScimRequestError */
  apply({ op, path, value }: PatchOperation): void {
    if (path !== undefined) return this.applyAt(op, parsePath(path), value, path);
    if (!isRecord(value)) {
      throw new ScimRequestError(
        'invalidSyntax',
        'Without a "path", the "value" of an operation is an object.',
      );
    }
    this.merge(value, op);
  }

  private applyAt(op: Change, { attribute, filter, sub }: ScimPath, value: unknown, written: string): void {
    const [name = '', inner = sub] = attribute.split('.', 2);
    const known = USER_ATTRIBUTES.get(name);
    const innerName = inner === undefined ? undefined : known?.subs?.[inner];
    if (known === undefined || (inner !== undefined && innerName === undefined && known.kind !== 'read-only'))
      return void this.ignored.add(written);
    if (filter !== undefined && known.kind !== 'list') {
      throw new ScimRequestError(
        'invalidPath',
        `"${known.name}" has one value, so that no filter selects one.`,
      );
    }
    switch (known.kind) {
      case 'read-only':
        throw new ScimRequestError('mutability', `"${known.name}" is set by Orkestra alone.`);
      case 'text':
      case 'boolean':
        return this.setSimple(op, known, value);
      case 'complex':
        return this.setComplex(op, known, innerName, value);
      case 'list':
        return this.setList(op, known, filter, innerName, value);
    }
  }

  private setSimple(op: Change, { name, kind }: UserAttribute, value: unknown): void {
    if (kind === 'boolean' && op === 'remove')
      throw new ScimRequestError('invalidValue', `"${name}" is true or false, and is not removed.`);
    if (op === 'remove' || value === null || value === undefined) delete this.fields[name];
    else this.fields[name] = kind === 'boolean' ? flag(value, name) : text(value, name);
  }

  private setComplex(op: Change, attribute: UserAttribute, sub: string | undefined, value: unknown): void {
    const { name } = attribute;
    if (sub === undefined && (op === 'remove' || value === null)) return void delete this.fields[name];
    const changes = sub === undefined ? value : { [sub]: op === 'remove' ? null : value };
    if (!isRecord(changes)) throw new ScimRequestError('invalidValue', `"${name}" is an object.`);
    const before = isRecord(this.fields[name]) ? this.fields[name] : {};
    const after = { ...before, ...this.parts(attribute, changes) };
    const kept = Object.entries(after).filter(([, part]) => part !== undefined);
    if (kept.length === 0) delete this.fields[name];
    else this.fields[name] = Object.fromEntries(kept);
  }

  private setList(
    op: Change,
    attribute: UserAttribute,
    filter: ScimFilter | undefined,
    sub: string | undefined,
    value: unknown,
  ): void {
    const before = (this.fields[attribute.name] ?? []) as Fields[];
    const after = this.changedList(op, attribute, { filter, sub }, value, before);
    if (after.length > MOST_VALUES)
      throw new ScimRequestError('tooMany', `"${attribute.name}" has at most ${MOST_VALUES} values.`);
    if (after.length === 0) delete this.fields[attribute.name];
    else this.fields[attribute.name] = after;
  }

  private changedList(
    op: Change,
    attribute: UserAttribute,
    { filter, sub }: { filter?: ScimFilter | undefined; sub?: string | undefined },
    value: unknown,
    before: Fields[],
  ): Fields[] {
    if (filter === undefined && sub === undefined) {
      if (op === 'remove') return isGiven(value) ? without(before, this.values(attribute, value)) : [];
      const given = this.values(attribute, value);
      return op === 'replace' ? onePrimary(given, given) : added(before, given);
    }
    const isMeant = (one: Fields) => filter === undefined || matchesFilter(filter, one);
    if (op === 'remove') {
      if (sub === undefined) return before.filter((one) => !isMeant(one));
      return before
        .map((one) => (isMeant(one) ? omit(one, sub) : one))
        .filter((one) => one['value'] !== undefined);
    }
    const changes =
      sub === undefined ? this.values(attribute, value)[0] : this.parts(attribute, { [sub]: value });
    const changed = before.map((one) => (isMeant(one) ? { ...one, ...changes } : one));
    if (before.some(isMeant))
      return onePrimary(
        changed,
        changed.filter((_, index) => isMeant(before[index] as Fields)),
      );
    return added(before, [{ ...impliedBy(filter, attribute), ...changes }]);
  }

  /** One value, several, or their texts alone. */
  private values(attribute: UserAttribute, given: unknown): Fields[] {
    if (!isGiven(given)) return [];
    const all: unknown[] = Array.isArray(given) ? given : [given];
    return all.map((one) => this.parts(attribute, isRecord(one) ? one : { value: one }));
  }

  private parts({ name, subs = {} }: UserAttribute, given: Readonly<Fields>): Fields {
    const parts: Fields = {};
    for (const [key, value] of Object.entries(given)) {
      const sub = subs[key.toLowerCase()];
      if (sub === undefined) this.ignored.add(`${name}.${key}`);
      else if (!isGiven(value)) parts[sub] = undefined;
      else parts[sub] = sub === 'primary' ? flag(value, `${name}.primary`) : text(value, `${name}.${sub}`);
    }
    return parts;
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function text(value: unknown, name: string): string {
  const plain = typeof value === 'number' ? String(value) : value;
  if (typeof plain !== 'string') throw new ScimRequestError('invalidValue', `"${name}" is a text.`);
  if (plain.length > LONGEST_TEXT || plain.includes('\0')) {
    const message = `"${name}" has at most ${LONGEST_TEXT} characters, and no NUL.`;
    throw new ScimRequestError('invalidValue', message);
  }
  return plain;
}

function flag(value: unknown, name: string): boolean {
  const known = booleanOf(value);
  if (known === undefined) throw new ScimRequestError('invalidValue', `"${name}" is true or false.`);
  return known;
}

function keyOf({ value, type }: Fields): string {
  return JSON.stringify([value ?? null, type ?? null]).toLowerCase();
}

/** What is there already is changed, not repeated. */
function added(before: Fields[], given: Fields[]): Fields[] {
  const renewed = new Map(given.map((one) => [keyOf(one), one]));
  const kept = before.map((one) => ({ ...one, ...renewed.get(keyOf(one)) }));
  const there = new Set(before.map(keyOf));
  return onePrimary(
    [...kept, ...[...renewed].filter(([key]) => !there.has(key)).map(([, one]) => one)],
    given,
  );
}

/** The one that was said last: all others no longer are. */
function onePrimary(all: Fields[], given: Fields[]): Fields[] {
  const primary = given.findLast((one) => one['primary'] === true);
  if (primary === undefined) return all;
  const chosen = all.findLast((one) => keyOf(one) === keyOf(primary));
  return all.map((one) => (one !== chosen && one['primary'] === true ? { ...one, primary: false } : one));
}

function without(before: Fields[], gone: Fields[]): Fields[] {
  const names = new Set(gone.map(({ value }) => String(value).toLowerCase()));
  return before.filter(({ value }) => !names.has(String(value).toLowerCase()));
}

function omit(value: Fields, sub: string): Fields {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== sub));
}

/** `emails[type eq "work"].value` makes a work address where there is none. @throws ScimRequestError noTarget */
function impliedBy(filter: ScimFilter | undefined, { name, subs = {} }: UserAttribute): Fields {
  if (filter === undefined) return {};
  if (filter.kind === 'and')
    return Object.assign(
      {},
      ...filter.terms.map((term) => impliedBy(term, { name, kind: 'list', subs })),
    ) as Fields;
  const sub = filter.kind === 'compare' && filter.operator === 'eq' ? subs[filter.attribute] : undefined;
  if (sub === undefined || filter.kind !== 'compare')
    throw new ScimRequestError('noTarget', `None of "${name}" is what the filter selects.`);
  return { [sub]: sub === 'primary' ? flag(filter.value, name) : text(filter.value, name) };
}
