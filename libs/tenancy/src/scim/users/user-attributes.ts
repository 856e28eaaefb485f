/** How an attribute of a person is kept. */
type AttributeKind = 'text' | 'boolean' | 'complex' | 'list' | 'read-only';

export interface UserAttribute {
  /** As it is written. */
  name: string;
  kind: AttributeKind;
  /** Of a complex attribute, or of each value of a list. */
  subs?: Readonly<Record<string, string>>;
}

const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name.toLowerCase(), name]));

const ATTRIBUTES: readonly UserAttribute[] = [
  { name: 'id', kind: 'read-only' },
  { name: 'schemas', kind: 'read-only' },
  { name: 'meta', kind: 'read-only' },
  { name: 'groups', kind: 'read-only' },
  { name: 'userName', kind: 'text' },
  { name: 'externalId', kind: 'text' },
  { name: 'displayName', kind: 'text' },
  { name: 'title', kind: 'text' },
  { name: 'active', kind: 'boolean' },
  { name: 'name', kind: 'complex', subs: named('formatted', 'familyName', 'givenName') },
  { name: 'emails', kind: 'list', subs: named('value', 'type', 'primary', 'display') },
  { name: 'roles', kind: 'list', subs: named('value', 'type', 'primary', 'display') },
  { name: 'enterprise', kind: 'complex', subs: named('employeeNumber', 'department') },
];

/** What Orkestra keeps of a person, by the attribute's name in small letters. Everything else is left out, and said so. */
export const USER_ATTRIBUTES: ReadonlyMap<string, UserAttribute> = new Map(
  ATTRIBUTES.map((attribute) => [attribute.name.toLowerCase(), attribute]),
);

/** One e-mail address or role. */
export interface ListedValue {
  value?: string;
  type?: string;
  primary?: boolean;
  display?: string;
}

/** What a directory says of a person. */
export interface UserProfile {
  userName?: string;
  externalId?: string;
  displayName?: string;
  title?: string;
  active?: boolean;
  name?: { formatted?: string; familyName?: string; givenName?: string };
  emails?: ListedValue[];
  roles?: ListedValue[];
  enterprise?: { employeeNumber?: string; department?: string };
}
