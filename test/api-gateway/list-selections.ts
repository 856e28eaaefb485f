import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Every field of `Query` that answers a list or a page, with everything below that needs no arguments. */
export function listSelections(
  schema: GraphQLSchema,
  argumentsOf: Readonly<Record<string, string>>,
): Map<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = fields.filter(
    ({ type }) => isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection'),
  );
  return new Map(
    lists.map(({ name, type }) => [
      name,
      `{ ${name}${argumentsOf[name] ?? ''} ${selectionOf(getNamedType(type), []) ?? ''} }`,
    ]),
  );
}

/** Undefined where there is nothing to select that is not above already. */
function selectionOf(type: GraphQLNamedType, above: readonly GraphQLNamedType[]): string | undefined {
  if (!isObjectType(type) || above.includes(type)) return undefined;
  const parts = Object.values((type as GraphQLObjectType).getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap(({ name, type: fieldType }) => {
      const named = getNamedType(fieldType);
      if (isLeafType(named)) return [name];
      const below = selectionOf(named, [...above, type]);
      return below === undefined ? [] : [`${name} ${below}`];
    });
  return parts.length === 0 ? undefined : `{ ${parts.join(' ')} }`;
}
