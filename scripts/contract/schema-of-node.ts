import * as ts from 'typescript';

export type JsonSchema = Record<string, unknown>;

const KEYWORDS: Partial<Record<ts.SyntaxKind, JsonSchema>> = {
  [ts.SyntaxKind.StringKeyword]: { type: 'string' },
  [ts.SyntaxKind.NumberKeyword]: { type: 'number' },
  [ts.SyntaxKind.BooleanKeyword]: { type: 'boolean' },
  [ts.SyntaxKind.UnknownKeyword]: {},
};

/** The JSON Schema of a type as it is written. Only what the contract is written with is understood. */
export function schemaOfNode(node: ts.TypeNode): JsonSchema {
  const keyword = KEYWORDS[node.kind];
  if (keyword !== undefined) return { ...keyword };
  if (ts.isParenthesizedTypeNode(node)) return schemaOfNode(node.type);
  if (ts.isTypeOperatorNode(node)) return schemaOfNode(node.type);
  if (ts.isArrayTypeNode(node)) return { type: 'array', items: schemaOfNode(node.elementType) };
  if (ts.isLiteralTypeNode(node)) return { const: valueOf(node) };
  if (ts.isUnionTypeNode(node)) return unionOf(node.types);
  if (ts.isIntersectionTypeNode(node)) return { allOf: node.types.map(schemaOfNode) };
  if (ts.isTypeLiteralNode(node)) return objectOf(node.members);
  if (ts.isTypeReferenceNode(node)) return referenceOf(node);
  throw new Error(`The contract is written with something that has no schema yet: ${node.getText()}`);
}

/** The object that these members make; what they do not name may be there too. */
export function objectOf(members: ts.NodeArray<ts.TypeElement>): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const member of members) {
    if (!ts.isPropertySignature(member) || ts.isComputedPropertyName(member.name)) continue;
    const name = member.name.getText();
    properties[name] = { ...describe(member), ...schemaOfNode(member.type!) };
    if (member.questionToken === undefined) required.push(name);
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

/** What the docblock says, on one line. */
export function describe(node: ts.Node): JsonSchema {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(doc?.comment)?.replace(/\s+/g, ' ');
  return text ? { description: text } : {};
}

function unionOf(types: readonly ts.TypeNode[]): JsonSchema {
  if (types.every(ts.isLiteralTypeNode)) return { enum: types.map(valueOf) };
  return { anyOf: types.map(schemaOfNode) };
}

function valueOf({ literal }: ts.LiteralTypeNode): unknown {
  if (ts.isStringLiteral(literal)) return literal.text;
  return JSON.parse(literal.getText());
}

function referenceOf({ typeName, typeArguments = ts.factory.createNodeArray() }: ts.TypeReferenceNode) {
  const name = typeName.getText();
  if (name === 'Record') return { type: 'object', additionalProperties: schemaOfNode(typeArguments[1]!) };
  // What is read-only or still to come is the same on the wire.
  if (name === 'Readonly' || name === 'Promise') return schemaOfNode(typeArguments[0]!);
  if (name === 'Partial') return { $ref: `#/$defs/Partial${typeArguments[0]!.getText()}` };
  return { $ref: `#/$defs/${name}` };
}
