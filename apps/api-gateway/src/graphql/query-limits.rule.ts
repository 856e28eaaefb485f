import { LARGEST_PAGE } from '@orkestra/core';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What an operation may ask for at once. */
export interface QueryLimits {
  /** Levels of fields. */
  depth: number;
  /** Fields after fragments are filled in; those below a list count once for each item asked for. */
  cost: number;
  aliases: number;
}

export const QUERY_LIMITS: QueryLimits = { depth: 12, cost: 10_000, aliases: 30 };
/** Tokens in a document; the parser stops there. */
export const MOST_TOKENS = 4_000;
/** Items that a field answers when `first` is left out, by the field's name; those of the schema. */
const UNNAMED_PAGE: Readonly<Record<string, number>> = {
  tasks: 20,
  events: 50,
  comments: 20,
  conversations: 20,
  messages: 20,
  taskCommentHistory: 20,
  attachments: 50,
  workflowDefinitions: 20,
  businessCalendars: 100,
  groups: 20,
  users: 20,
  absences: 50,
  searchUsers: 20,
  searchGroups: 20,
  standingRules: 20,
  standingRuleUses: 20,
  // Of `toolApproval`.
  calls: 20,
  // Of `bulkTasks`.
  answers: 500,
};

interface Measure {
  depth: number;
  cost: number;
  aliases: number;
}

/** Refuses operations that would cost the server too much, before anything runs. */
export function queryLimits(limits: QueryLimits = QUERY_LIMITS): ValidationRule {
  return (context) => ({
    OperationDefinition(node) {
      const measured = new QueryMeasure(context).of(node.selectionSet);
      for (const limit of ['depth', 'cost', 'aliases'] as const) {
        if (measured[limit] <= limits[limit]) continue;
        const message = `The operation's ${limit} is ${measured[limit]}; at most ${limits[limit]} is allowed. Ask for less at once.`;
        context.reportError(new GraphQLError(message, { nodes: node }));
      }
    },
  });
}

/** Measures each fragment once, whatever spreads it. */
class QueryMeasure {
  private readonly fragments = new Map<string, Measure>();

  constructor(private readonly context: ValidationContext) {}

  of({ selections }: SelectionSetNode): Measure {
    const measured: Measure = { depth: 0, cost: 0, aliases: 0 };
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.field(selection)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.fragment(this.context.getFragment(selection.name.value))
            : this.of(selection.selectionSet);
      measured.depth = Math.max(measured.depth, part.depth);
      measured.cost += part.cost;
      measured.aliases += part.aliases;
    }
    return measured;
  }

  private field(node: FieldNode): Measure {
    const aliases = node.alias === undefined ? 0 : 1;
    // Introspection is bounded by GraphQL's own rule, and off in production.
    const isLeaf = node.selectionSet === undefined || node.name.value.startsWith('__');
    if (isLeaf) return { depth: 1, cost: 1, aliases };
    const below = this.of(node.selectionSet);
    return { depth: below.depth + 1, cost: 1 + itemsOf(node) * below.cost, aliases: aliases + below.aliases };
  }

  private fragment(fragment: FragmentDefinitionNode | null | undefined): Measure {
    if (fragment == null) return { depth: 0, cost: 0, aliases: 0 };
    const name = fragment.name.value;
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    // A fragment within itself counts as nothing here; another rule refuses it.
    this.fragments.set(name, { depth: 0, cost: 0, aliases: 0 });
    const measured = this.of(fragment.selectionSet);
    this.fragments.set(name, measured);
    return measured;
  }
}

/** A page whose size is a variable counts as the largest. */
function itemsOf({ name, arguments: given }: FieldNode): number {
  const first = given?.find((argument) => argument.name.value === 'first')?.value;
  if (first === undefined) return UNNAMED_PAGE[name.value] ?? 1;
  return first.kind === Kind.INT ? Math.min(Math.max(Number(first.value), 1), LARGEST_PAGE) : LARGEST_PAGE;
}
