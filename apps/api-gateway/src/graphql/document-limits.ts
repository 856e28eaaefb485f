import { DEEPEST_NESTING } from '@orkestra/core';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';

/** What a document may be made of. Validation takes time that grows faster than the document, so these come first. */
export const DOCUMENT_LIMITS = {
  tokens: 4_000,
  /** Braces, brackets and parentheses within each other: of selections and of literal values. */
  nesting: DEEPEST_NESTING,
  fragments: 100,
  /** Levels of fields. */
  depth: 12,
  /** Fields after fragments are filled in. */
  fields: 1_000,
  aliases: 30,
  /** Pairs of fields of one name in one place, which validation compares with each other. */
  repetitions: 2_000,
} as const;

/**
 * The document, where it keeps to the limits.
 * @throws GraphQLError for one that does not, or that is no GraphQL
 */
export function parseWithin(text: string): DocumentNode {
  const document = parsed(text);
  new DocumentMeasure(document).check();
  return document;
}

/** Documents that kept to the limits, the latest asked last: the same few come again and again. */
const known = new Set<string>();
const MOST_KNOWN = 200;
/** In characters; longer ones are measured each time. */
const LONGEST_KNOWN = 10_000;

/** @throws as `parseWithin` does, which measures a document that was not asked lately */
export function checkDocument(text: string): void {
  if (!known.delete(text)) parseWithin(text);
  if (text.length > LONGEST_KNOWN) return;
  known.add(text);
  const [oldest] = known;
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

function parsed(text: string): DocumentNode {
  try {
    checkNesting(text);
    return parse(text, { maxTokens: DOCUMENT_LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) throw error;
    throw refusal(error.message, 'GRAPHQL_PARSE_FAILED', error);
  }
}

/** Before it is parsed, since the parser calls itself for each level. */
function checkNesting(text: string): void {
  const lexer = new Lexer(new Source(text));
  let level = 0;
  for (let tokens = 0; tokens <= DOCUMENT_LIMITS.tokens; tokens += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (OPENING.has(kind)) level += 1;
    if (CLOSING.has(kind)) level -= 1;
    if (level > DOCUMENT_LIMITS.nesting) throw exceeded('nesting', level);
  }
}

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

type Measured = Record<'depth' | 'fields' | 'aliases', number>;
const NOTHING: Measured = { depth: 0, fields: 0, aliases: 0 };

/** Measures each fragment once, whatever spreads it. */
class DocumentMeasure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Measured>();
  private readonly underWay = new Set<string>();
  private readonly operations: SelectionSetNode[] = [];

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
    if (fragments > DOCUMENT_LIMITS.fragments) throw exceeded('number of fragments', fragments, 'fragments');
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) this.operations.push(definition.selectionSet);
    }
  }

  check(): void {
    const operations = this.operations.map((operation) => this.of(operation));
    for (const measured of operations) {
      for (const limit of ['depth', 'aliases'] as const)
        if (measured[limit] > DOCUMENT_LIMITS[limit]) throw exceeded(limit, measured[limit]);
    }
    // Fragments too, as validation looks into those that nobody spreads.
    const roots = [
      ...this.operations,
      ...[...this.fragments.values()].map(({ selectionSet }) => selectionSet),
    ];
    const fields = roots.reduce((sum, root) => sum + this.of(root).fields, 0);
    if (fields > DOCUMENT_LIMITS.fields) throw exceeded('number of fields', fields, 'fields');
    const repetitions = roots.reduce((sum, root) => sum + this.repetitions([root]), 0);
    if (repetitions > DOCUMENT_LIMITS.repetitions)
      throw exceeded('number of repeated fields', repetitions, 'repetitions');
  }

  private of({ selections }: SelectionSetNode): Measured {
    const sum = { ...NOTHING };
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.ofField(selection)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.ofFragment(selection.name.value)
            : this.of(selection.selectionSet);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.fields += part.fields;
      sum.aliases += part.aliases;
    }
    return sum;
  }

  private ofField({ alias, selectionSet, name }: FieldNode): Measured {
    const aliases = alias === undefined ? 0 : 1;
    if (selectionSet === undefined) return { depth: 1, fields: 1, aliases };
    const below = this.of(selectionSet);
    // How deep introspection may go is a rule of GraphQL's own; its documents are deeper than ours.
    const depth = name.value.startsWith('__') ? 1 : below.depth + 1;
    return { depth, fields: below.fields + 1, aliases: aliases + below.aliases };
  }

  private ofFragment(name: string): Measured {
    const known = this.measured.get(name);
    const fragment = this.fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? NOTHING;
    if (this.underWay.has(name)) throw refusal(`The fragment ${name} contains itself.`);
    this.underWay.add(name);
    const measured = this.of(fragment.selectionSet);
    this.underWay.delete(name);
    this.measured.set(name, measured);
    return measured;
  }

  /** As validation does: what stands in one place is merged, and with it what is below. */
  private repetitions(places: readonly SelectionSetNode[]): number {
    const byName = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const same = byName.get(name);
          if (same === undefined) byName.set(name, [selection]);
          else same.push(selection);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          collect(selection.selectionSet);
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = this.fragments.get(selection.name.value);
          if (fragment !== undefined) collect(fragment.selectionSet);
        }
      }
    };
    places.forEach(collect);
    let pairs = 0;
    for (const same of byName.values()) {
      pairs += (same.length * (same.length - 1)) / 2;
      const below = same.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) pairs += this.repetitions(below);
    }
    return pairs;
  }
}

type Limit = keyof typeof DOCUMENT_LIMITS;

function exceeded(what: string, is: number, limit: Limit = what as Limit): GraphQLError {
  return refusal(
    `The document's ${what} is ${is}; at most ${DOCUMENT_LIMITS[limit]} is allowed. Ask for less at once.`,
  );
}

function refusal(message: string, code = 'GRAPHQL_VALIDATION_FAILED', cause?: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    ...(cause === undefined ? {} : { source: cause.source, positions: cause.positions }),
    extensions: { code, http: { status: 400 } },
  });
}
