import { type GraphQLType, isListType, isNonNullType, isSpecifiedScalarType } from 'graphql';

/** The page of each type, by its name. */
export type PagesOfTypes = ReadonlyMap<string, string>;

/** A type as code with a link to its section, in GraphQL's own notation. */
export function linkedType(type: GraphQLType, fileOf: PagesOfTypes): string {
  if (isNonNullType(type)) return `${linkedType(type.ofType, fileOf)}!`;
  if (isListType(type)) return `\\[${linkedType(type.ofType, fileOf)}\\]`;
  const code = `\`${type.name}\``;
  return isSpecifiedScalarType(type) ? code : `[${code}](${fileOf.get(type.name)}#${anchorOf(type.name)})`;
}

/** How code hosts and the site name the place of a heading that is one word. */
function anchorOf(heading: string): string {
  return heading.toLowerCase();
}
