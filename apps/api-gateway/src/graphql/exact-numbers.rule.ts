import { inexactNumber, NUMBER_MESSAGE, pointerTo } from '@orkestra/core';
import { type ASTNode, GraphQLError, Kind, type ValidationRule } from 'graphql';

type Enter = (
  node: ASTNode & { value: string },
  key: unknown,
  parent: Place | undefined,
  path: readonly (string | number)[],
  ancestors: readonly Place[],
) => void;
type Place = ASTNode | readonly ASTNode[];

/** Refuses numbers in a document that reading them would change; see ADR 0023. */
export const exactNumbers: ValidationRule = (context) => {
  const check: Enter = (node, _key, parent, path, ancestors) => {
    if (inexactNumber(node.value) === null) return;
    const places = parent === undefined ? ancestors : [...ancestors, parent];
    const message = `${pointerTo(namesOf(places, path))}: ${NUMBER_MESSAGE}`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  };
  return { IntValue: check, FloatValue: check };
};

/** The way from the argument to the number: names of fields, and places in lists. */
function namesOf(places: readonly Place[], path: readonly (string | number)[]): (string | number)[] {
  return places.flatMap((place, at) => {
    if (!('kind' in place)) {
      const holder = places[at - 1];
      const isList = holder !== undefined && 'kind' in holder && holder.kind === Kind.LIST;
      return isList ? [path[at] ?? ''] : [];
    }
    return place.kind === Kind.ARGUMENT || place.kind === Kind.OBJECT_FIELD ? [place.name.value] : [];
  });
}
