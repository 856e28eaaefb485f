import type TypeScript from 'typescript';
import { StartRefusedError } from '../environment/cli.errors';

interface Place {
  readonly ts: typeof TypeScript;
  readonly source: TypeScript.SourceFile;
  /** Of the file, for people. */
  readonly name: string;
}

interface Import {
  readonly identifier: string;
  readonly from: string;
}

/**
 * Adds a workflow to `export default workflows(…)`.
 * @returns the whole text
 * @throws StartRefusedError where there is no such line, or the word is taken
 */
export function withWorkflow(place: Place, added: Import): string {
  const { ts, source, name } = place;
  refuseTaken(place, added.identifier);
  const exported = source.statements.find((statement) => ts.isExportAssignment(statement));
  const call = exported?.expression;
  if (call === undefined || !ts.isCallExpression(call) || call.expression.getText() !== 'workflows')
    throw new StartRefusedError(`${name} must end with "export default workflows(…)".`, 2);
  const { text } = source;
  const last = call.arguments.at(-1);
  const at = last?.end ?? call.arguments.pos;
  const gap = last === undefined ? '' : gapAfter(text, last);
  const registered = `${text.slice(0, at)}${gap}${added.identifier}${text.slice(at)}`;
  const imports = source.statements.filter((statement) => ts.isImportDeclaration(statement));
  const end = imports.at(-1)?.end ?? 0;
  const line = `import { ${added.identifier} } from ${quoted(added.from, imports[0])};`;
  return end === 0
    ? `${line}\n${registered}`
    : `${registered.slice(0, end)}\n${line}${registered.slice(end)}`;
}

/** Exports an activity from the file of all of them. @throws StartRefusedError where the word is taken */
export function withActivity(place: Place, added: Import): string {
  refuseTaken(place, added.identifier);
  const text = place.source.text.trimEnd();
  const line = `export { ${added.identifier} } from '${added.from}';\n`;
  if (text === '') return line;
  const isList = /^export \{.*\} from /.test(text.split('\n').at(-1) ?? '');
  return `${text}\n${isList ? '' : '\n'}${line}`;
}

/** Between the argument that was the last one and the new one: on a line of its own where that has one. */
function gapAfter(text: string, last: TypeScript.Node): string {
  const indent = /\n[ \t]*$/.exec(text.slice(0, last.getStart()))?.[0];
  return indent === undefined ? ', ' : `,${indent}`;
}

/** In the quotes that the file has. */
function quoted(from: string, model: TypeScript.ImportDeclaration | undefined): string {
  const quote = model?.moduleSpecifier.getText().startsWith('"') ? '"' : "'";
  return `${quote}${from}${quote}`;
}

function refuseTaken({ ts, source, name }: Place, identifier: string): void {
  const isTaken = source.statements.some((statement) => declares(ts, statement).includes(identifier));
  if (isTaken) throw new StartRefusedError(`${name} has a "${identifier}" already. Take another name.`, 2);
}

/** The words that a statement brings into the file. */
function declares(ts: typeof TypeScript, statement: TypeScript.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(ts, name));
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text];
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  )
    return statement.exportClause.elements.map(({ name }) => name.text);
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings } = statement.importClause ?? {};
  const named = namedBindings === undefined ? [] : bindings(ts, namedBindings);
  return name === undefined ? named : [name.text, ...named];
}

function bindings(ts: typeof TypeScript, named: TypeScript.NamedImportBindings): string[] {
  return ts.isNamespaceImport(named) ? [named.name.text] : named.elements.map(({ name }) => name.text);
}

function namesIn(ts: typeof TypeScript, name: TypeScript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(ts, element.name) : []));
}
