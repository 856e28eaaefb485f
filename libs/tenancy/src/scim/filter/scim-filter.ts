export type ScimOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';
export type ScimValue = string | number | boolean | null;

export interface ScimComparison {
  kind: 'compare';
  /** In small letters and without the URN of the core schema, such as `name.givenname`. */
  attribute: string;
  operator: ScimOperator;
  value: ScimValue;
}

/** A filter of RFC 7644, 3.4.2.2. */
export type ScimFilter =
  | { kind: 'and' | 'or'; terms: ScimFilter[] }
  | { kind: 'not'; term: ScimFilter }
  | ScimComparison
  | { kind: 'present'; attribute: string }
  /** Whether one of the attribute's values fulfils the filter: `emails[type eq "work"]`. */
  | { kind: 'some'; attribute: string; filter: ScimFilter };

/** Where a PATCH changes something: `members`, `name.givenName`, `emails[type eq "work"].value`. */
export interface ScimPath {
  attribute: string;
  filter?: ScimFilter | undefined;
  /** After the brackets. */
  sub?: string | undefined;
}

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/;
const ENTERPRISE = /^urn:ietf:params:scim:schemas:extension:enterprise:2\.0:user(?::|\.|$)/;

/** An attribute as the rest of the code knows it; of the enterprise extension such as `enterprise.department`. */
export function attributeName(written: string): string {
  const name = written.toLowerCase().replace(CORE, '');
  return ENTERPRISE.test(name) ? name.replace(ENTERPRISE, 'enterprise.').replace(/\.$/, '') : name;
}
