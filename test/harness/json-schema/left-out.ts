/** What Orkestra does otherwise than the public test suite of JSON Schema on purpose. */
export interface LeftOut {
  /** As docs/reference/json-schema.md says it. */
  reason: string;
  /** Files, groups and tests of the suite, as `nameOf` writes them; a name stands for all that is in it. */
  cases: readonly string[];
}

export const LEFT_OUT: readonly LeftOut[] = [
  {
    reason: 'Formats are checked, not only noted.',
    cases: [
      'format.json | email format | invalid email string is only an annotation by default',
      'format.json | ipv4 format | invalid ipv4 string is only an annotation by default',
      'format.json | ipv6 format | invalid ipv6 string is only an annotation by default',
      'format.json | hostname format | invalid hostname string is only an annotation by default',
      'format.json | date format | invalid date string is only an annotation by default',
      'format.json | date-time format | invalid date-time string is only an annotation by default',
      'format.json | time format | invalid time string is only an annotation by default',
      'format.json | json-pointer format | invalid json-pointer string is only an annotation by default',
      'format.json | uri format | invalid uri string is only an annotation by default',
      'format.json | uri-reference format | invalid uri-reference string is only an annotation by default',
      'format.json | uuid format | invalid uuid string is only an annotation by default',
      'format.json | duration format | invalid duration string is only an annotation by default',
    ],
  },
  {
    reason: 'Only the formats of the list are known; another one would be checked by nobody.',
    cases: [
      'format.json | idn-email format',
      'format.json | regex format',
      'format.json | idn-hostname format',
      'format.json | relative-json-pointer format',
      'format.json | iri format',
      'format.json | iri-reference format',
      'format.json | uri-template format',
      'optional/format/ecmascript-regex.json',
      'optional/format/idn-email.json',
      'optional/format/idn-hostname.json',
      'optional/format/iri-reference.json',
      'optional/format/iri.json',
      'optional/format/regex.json',
      'optional/format/relative-json-pointer.json',
      'optional/format/unknown.json',
      'optional/format/uri-template.json',
    ],
  },
  {
    reason: 'Defaults are put into an answer before it is checked.',
    cases: [
      'default.json | invalid type for default | still valid when the invalid default is used',
      'default.json | invalid string value for default | still valid when the invalid default is used',
      'default.json | the default keyword does not do anything if the property is missing | missing properties are not filled in with the default',
    ],
  },
  {
    reason:
      'A schema refers to its own parts by JSON pointer: inside of it there is no `$id`, no `$anchor`, and no reference to another document.',
    cases: [
      'anchor.json | Location-independent identifier',
      'anchor.json | Location-independent identifier with absolute URI',
      'anchor.json | Location-independent identifier with base URI change in subschema',
      'anchor.json | same $anchor with different base uri',
      'defs.json | validate definition against metaschema',
      'optional/anchor.json | $anchor inside an enum is not a real identifier',
      'optional/cross-draft.json | refs to historic drafts are processed as historic drafts',
      'optional/id.json | $id inside an enum is not a real identifier',
      'optional/unknownKeyword.json | $id inside an unknown keyword is not a real identifier',
      'ref.json | remote ref, containing refs itself',
      'ref.json | Recursive references between schemas',
      'ref.json | refs with relative uris and defs',
      'ref.json | relative refs with absolute uris and defs',
      'ref.json | $id must be resolved against nearest parent, not just immediate parent',
      'ref.json | order of evaluation: $id and $ref',
      'ref.json | order of evaluation: $id and $anchor and $ref',
      'ref.json | URN base URI with URN and anchor ref',
      'ref.json | URN ref with nested pointer ref',
      'ref.json | ref to if',
      'ref.json | ref to then',
      'ref.json | ref to else',
      'ref.json | ref with absolute-path-reference',
      'refRemote.json',
    ],
  },
  {
    reason: 'A schema has a fixed shape: there is no `$dynamicRef`.',
    cases: [
      'dynamicRef.json',
      'optional/dynamicRef.json | $dynamicRef skips over intermediate resources - pointer reference across resource boundary',
      'unevaluatedItems.json | unevaluatedItems with $dynamicRef',
      'unevaluatedProperties.json | unevaluatedProperties with $dynamicRef',
    ],
  },
  {
    reason: 'A schema has no vocabularies of its own.',
    cases: ['optional/format-assertion.json', 'vocabulary.json'],
  },
  {
    reason: 'What stands in an unknown keyword is no schema that anything could refer to.',
    cases: [
      'optional/refOfUnknownKeyword.json | reference of a root arbitrary keyword ',
      'optional/refOfUnknownKeyword.json | reference of an arbitrary keyword of a sub-schema',
      'optional/refOfUnknownKeyword.json | reference internals of known non-applicator',
    ],
  },
  {
    reason: 'Some names of fields are reserved.',
    cases: ['properties.json | properties whose names are Javascript object property names'],
  },
];

/** Such as `const.json | const validation | same value is valid`. */
export function nameOf(file: string, group: string, test?: string): string {
  return [file, group, ...(test === undefined ? [] : [test])].join(' | ');
}
