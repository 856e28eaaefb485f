import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { FieldPlan } from './object-plan';
import type { OperationPlan } from './operation-plan';
import type { Place } from './place';

/** What a resolver may look at besides its arguments; worked out where it does, since hardly any does. */
export class PlannedInfo implements GraphQLResolveInfo {
  constructor(
    private readonly plan: OperationPlan,
    private readonly field: FieldPlan,
    private readonly at: Place | undefined,
    readonly variableValues: Record<string, unknown>,
  ) {}

  /** Queries have none. */
  get rootValue(): undefined {
    return undefined;
  }

  get fieldName(): string {
    return this.field.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.field.nodes;
  }

  get returnType(): GraphQLOutputType {
    return this.field.definition.type;
  }

  get parentType(): GraphQLObjectType {
    return this.field.parentType;
  }

  get path(): GraphQLResolveInfo['path'] {
    return { prev: this.at, key: this.field.key, typename: this.field.parentType.name };
  }

  get schema(): GraphQLSchema {
    return this.plan.schema;
  }

  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.plan.fragments;
  }

  get operation(): OperationDefinitionNode {
    return this.plan.operation;
  }
}
