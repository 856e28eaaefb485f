/** What a form may ask for and what an answer may hold, so that no request can hold up the server. */
export const FORM_LIMITS = {
  /** Bytes of the form as JSON. */
  bytes: 64 * 1024,
  /** Fields, or properties of a raw schema wherever they stand. */
  fields: 200,
  /** Levels of schemas inside schemas. */
  depth: 10,
  /** Schemas after every `$ref` is replaced by what it refers to. */
  schemas: 500,
  /** Values of one `enum`. */
  choices: 1_000,
  patterns: 50,
  patternLength: 500,
  /** Instructions of a compiled pattern. */
  patternSize: 1_000,
  /** Fields that are shown because of a field that is shown because of a field … */
  conditionChain: 10,
  /** Files of one field. */
  files: 20,
} as const;

export const ANSWER_LIMITS = {
  /** Bytes of the answer as JSON. */
  bytes: 1024 * 1024,
  /** Texts, numbers, lists, objects …, all counted. */
  values: 10_000,
  /** Complaints that are sent back at once. */
  errors: 100,
  /** Characters times instructions that the patterns of a form may look at. */
  patternWork: 5_000_000,
} as const;
