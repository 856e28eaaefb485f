import { isRecord } from '@orkestra/core';

/** What of a resource is asked for, or not; names as they were written. */
export interface AttributeSelection {
  attributes?: readonly string[] | undefined;
  excluded?: readonly string[] | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** They are returned whatever is asked for. */
const ALWAYS = ['id', 'schemas'];
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/;
/** The dot of its version is not one between an attribute and a part of it. */
const EXTENSION = /^(urn:ietf:params:scim:schemas:extension:enterprise:2\.0:user)(?:[:.](.+))?$/;

/** The resource with what was asked for alone. */
export function selected(resource: Fields, { attributes, excluded }: AttributeSelection): Fields {
  if (attributes !== undefined) {
    const wanted = attributes.map(placeOf);
    return mapped(resource, (name, value) =>
      ALWAYS.includes(name) ? value : wantedPart(name, value, wanted),
    );
  }
  const unwanted = (excluded ?? []).map(placeOf);
  return mapped(resource, (name, value) =>
    ALWAYS.includes(name) ? value : remainingPart(name, value, unwanted),
  );
}

/** Whether the attribute would be shown. */
export function isSelected(name: string, { attributes, excluded }: AttributeSelection): boolean {
  if (attributes !== undefined) return attributes.some((one) => placeOf(one).attribute === name);
  return !(excluded ?? []).some((one) => placeOf(one).attribute === name && placeOf(one).part === undefined);
}

interface Place {
  attribute: string;
  part?: string | undefined;
}

function placeOf(written: string): Place {
  const name = written.toLowerCase().replace(CORE, '');
  const extension = EXTENSION.exec(name);
  if (extension !== null) return { attribute: extension[1] as string, part: extension[2] };
  const [attribute = '', part] = name.split('.');
  return { attribute, part };
}

function wantedPart(name: string, value: unknown, wanted: readonly Place[]): unknown {
  const places = wanted.filter(({ attribute }) => attribute === name);
  if (places.length === 0) return undefined;
  if (places.some(({ part }) => part === undefined)) return value;
  return ofEach(value, (part) => places.some((place) => place.part === part));
}

function remainingPart(name: string, value: unknown, unwanted: readonly Place[]): unknown {
  const places = unwanted.filter(({ attribute }) => attribute === name);
  if (places.length === 0) return value;
  if (places.some(({ part }) => part === undefined)) return undefined;
  return ofEach(value, (part) => !places.some((place) => place.part === part));
}

function ofEach(value: unknown, keeps: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => ofEach(one, keeps));
  return isRecord(value) ? mapped(value, (part, inner) => (keeps(part) ? inner : undefined)) : value;
}

function mapped(fields: Fields, change: (name: string, value: unknown) => unknown): Fields {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name, change(name.toLowerCase(), value)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
