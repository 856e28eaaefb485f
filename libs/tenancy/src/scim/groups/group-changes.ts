import { isRecord, isUuid } from '@orkestra/core';
import { parsePath } from '../filter/parse-filter';
import { attributeName, type ScimFilter } from '../filter/scim-filter';
import { ScimRequestError } from '../scim.errors';
import type { PatchOperation } from '../scim-request';

type Fields = Readonly<Record<string, unknown>>;
type Change = PatchOperation['op'];

const MOST_MEMBERS = 20_000;
const READ_ONLY = ['id', 'schemas', 'meta'];

/** What becomes of a group, in steps that do not need to know who is in it. */
export class GroupChanges {
  displayName: string | undefined;
  /** Null to take it away. */
  externalId: string | null | undefined;
  /** Whether everybody leaves who is not among those who come. */
  clears = false;
  readonly comes = new Set<string>();
  readonly leaves = new Set<string>();
  readonly ignored = new Set<string>();

  /** A whole resource, as POST and PUT send it. */
  merge(given: Fields, change: Change = 'add'): this {
    for (const [key, value] of Object.entries(given)) {
      const name = attributeName(key);
      if (!READ_ONLY.includes(name)) this.set(change, name, value, key);
    }
    return this;
  }

  /** @throws ScimRequestError */
  apply({ op, path, value }: PatchOperation): void {
    if (path === undefined) {
      if (!isRecord(value))
        throw new ScimRequestError(
          'invalidSyntax',
          'Without a "path", the "value" of an operation is an object.',
        );
      return void this.merge(value, op);
    }
    const { attribute, filter } = parsePath(path);
    if (READ_ONLY.includes(attribute))
      throw new ScimRequestError('mutability', `"${attribute}" is set by Orkestra.`);
    if (filter === undefined) return this.set(op, attribute, value, path);
    if (attribute !== 'members')
      throw new ScimRequestError('invalidPath', `"${attribute}" has no values to select.`);
    const selected = selectedIn(filter);
    if (op === 'remove') this.remove(selected);
    // Of a member that is there nothing can change; that somebody is named who is not is an addition.
    else this.add(selected);
  }

  private set(op: Change, name: string, value: unknown, written: string): void {
    if (name === 'displayname') this.displayName = required(op, value);
    else if (name === 'externalid')
      this.externalId = op === 'remove' || value === null ? null : textOf(value, written);
    else if (name === 'members') this.setMembers(op, value);
    else this.ignored.add(written);
  }

  private setMembers(op: Change, value: unknown): void {
    const ids = this.idsIn(value);
    if (op === 'add') return this.add(ids);
    if (op === 'remove' && value !== undefined && value !== null) return this.remove(ids);
    this.clears = true;
    this.comes.clear();
    this.leaves.clear();
    if (op === 'replace') this.add(ids);
  }

  private add(ids: readonly string[]): void {
    for (const id of ids) {
      this.comes.add(id);
      this.leaves.delete(id);
    }
    if (this.comes.size > MOST_MEMBERS)
      throw new ScimRequestError('tooMany', `A request names at most ${MOST_MEMBERS} members. Send several.`);
  }

  private remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.comes.delete(id);
      this.leaves.add(id);
    }
  }

  /** Groups within groups are left out: a group has people. */
  private idsIn(value: unknown): string[] {
    if (value === undefined || value === null) return [];
    const all: unknown[] = Array.isArray(value) ? value : [value];
    return all.flatMap((one) => {
      const member: Fields = isRecord(one) ? one : { value: one };
      if (typeof member['type'] === 'string' && member['type'].toLowerCase() === 'group') {
        this.ignored.add('members of the type "Group"');
        return [];
      }
      return [idOf(member['value'])];
    });
  }
}

function idOf(value: unknown): string {
  if (typeof value === 'string' && isUuid(value.toLowerCase())) return value.toLowerCase();
  throw new ScimRequestError(
    'invalidValue',
    'The "value" of a member is the id of a person of this connection.',
  );
}

/** Ids that are named by `value eq "…"`, one or several. @throws ScimRequestError invalidFilter */
function selectedIn(filter: ScimFilter): string[] {
  if (filter.kind === 'or') return filter.terms.flatMap(selectedIn);
  const isOne = filter.kind === 'compare' && filter.attribute === 'value' && filter.operator === 'eq';
  if (isOne) return [idOf(filter.value)];
  throw new ScimRequestError('invalidFilter', 'Members are selected by members[value eq "<id>"].');
}

function required(op: Change, value: unknown): string {
  if (op === 'remove') throw new ScimRequestError('invalidValue', 'A group needs a "displayName".');
  return textOf(value, 'displayName');
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value.length <= 1_000 && !value.includes('\0')) return value;
  throw new ScimRequestError('invalidValue', `"${name}" is a text of at most 1000 characters.`);
}
