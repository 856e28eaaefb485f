import ts from 'typescript';
import { type Constants, constantsOf, textOf } from './texts';

/** What is known of an error from its source; a part of the message that differs each time is "…". */
export interface ErrorCode {
  code: string;
  /** An `ErrorKind`, or the HTTP status where the error has one of its own. */
  kind: string;
  message: string;
}

interface ErrorClass {
  node: ts.ClassDeclaration;
  parent: string;
  constants: Constants;
}

type Classes = ReadonlyMap<string, ErrorClass>;
/** Types by their names. */
type Aliases = ReadonlyMap<string, ts.TypeNode>;
type Given = readonly (string | undefined)[];

/** The errors that are classes of their own, by what their constructors give to that of `DomainError` or `BodyError`. */
export function errorClasses(files: readonly ts.SourceFile[]): ErrorCode[] {
  const classes = new Map(files.flatMap((file) => classesOf(file)).map((each) => [nameOf(each.node), each]));
  const aliases = new Map(files.flatMap((file) => aliasesOf(file)));
  return [...classes.values()].flatMap(({ node }) =>
    isAbstract(node)
      ? []
      : variantsOf(node, aliases).flatMap((given) => errorOf(nameOf(node), given, classes)),
  );
}

function classesOf(file: ts.SourceFile): ErrorClass[] {
  const constants = constantsOf(file.statements);
  return file.statements.filter(ts.isClassDeclaration).flatMap((node) => {
    const [parent] = node.heritageClauses?.flatMap(({ types }) => types) ?? [];
    return parent === undefined ? [] : [{ node, parent: parent.expression.getText(), constants }];
  });
}

function aliasesOf(file: ts.SourceFile): [string, ts.TypeNode][] {
  return file.statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type]);
}

function errorOf(name: string, given: Given, classes: Classes): ErrorCode[] {
  const [kind, code, message] = givenToRoot(name, given, classes) ?? [];
  return code === undefined || kind === undefined ? [] : [{ code, kind, message: message ?? '…' }];
}

/** Kind or status, code and message, which the class `name` and those above it make of the arguments `given`. */
function givenToRoot(name: string, given: Given, classes: Classes): Given | undefined {
  if (name === 'DomainError' || name === 'BodyError') return given;
  const found = classes.get(name);
  if (found === undefined) return undefined;
  const constructor = constructorOf(found.node);
  if (constructor?.body === undefined) return givenToRoot(found.parent, given, classes);
  const parameters = constructor.parameters.map(
    (parameter, at) => [parameter.name.getText(), given[at]] as const,
  );
  const known = new Map([...found.constants, ...parameters]);
  const inside = new Map([...known, ...constantsOf(constructor.body.statements, known)]);
  const call = superCall(constructor.body);
  const handedOn = call?.arguments.map((argument) => textOf(argument, inside));
  return handedOn && givenToRoot(found.parent, handedOn, classes);
}

/** The arguments worth telling apart: each text that the type of the one parameter allows which lists them. */
function variantsOf(node: ts.ClassDeclaration, aliases: Aliases): Given[] {
  const parameters = constructorOf(node)?.parameters ?? [];
  const choices = parameters.map(({ type }) => literalsOf(type && (aliases.get(type.getText()) ?? type)));
  const at = choices.findIndex((texts) => texts.length > 0);
  return at < 0
    ? [[]]
    : (choices[at] ?? []).map((text) => parameters.map((_, index) => (index === at ? text : undefined)));
}

function literalsOf(type: ts.TypeNode | undefined): string[] {
  if (type === undefined || !ts.isUnionTypeNode(type)) return [];
  const literals = type.types.flatMap((each) =>
    ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
  );
  return literals.length === type.types.length ? literals : [];
}

function superCall(body: ts.Block): ts.CallExpression | undefined {
  return body.statements
    .flatMap((statement) => (ts.isExpressionStatement(statement) ? [statement.expression] : []))
    .filter(ts.isCallExpression)
    .find(({ expression }) => expression.kind === ts.SyntaxKind.SuperKeyword);
}

function constructorOf(node: ts.ClassDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(ts.isConstructorDeclaration);
}

function isAbstract({ modifiers }: ts.ClassDeclaration): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) ?? false;
}

function nameOf(node: ts.ClassDeclaration): string {
  return node.name?.text ?? '';
}
