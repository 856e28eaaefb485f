import type TypeScript from 'typescript';
import { Samples } from './sample';

/** What a person does in the story that a test tells. */
interface Step {
  /** Code that finds the task: its title, or a pattern of it. */
  readonly match: string;
  /** Code of the answers; an approval has none. */
  readonly answers: string | undefined;
}

/** A workflow as its code shows it. */
export interface KnownWorkflow {
  readonly file: string;
  /** The constant that holds it, if it is exported. */
  readonly identifier: string | undefined;
  readonly steps: readonly Step[];
  /** Code of an input, where the code of the schema shows one. */
  readonly input: string | undefined;
}

/** @returns the workflow of this name, if the file has it */
export function readWorkflow(
  ts: typeof TypeScript,
  source: TypeScript.SourceFile,
  name: string,
): KnownWorkflow | undefined {
  const call = findCall(ts, source, (found) => {
    const [first] = found.arguments;
    return (
      calls(found, 'workflow') && first !== undefined && ts.isStringLiteralLike(first) && first.text === name
    );
  });
  if (call === undefined) return undefined;
  const [, options, handler] = call.arguments;
  const samples = new Samples(ts, source);
  const input = options && propertyOf(ts, options, 'input');
  return {
    file: source.fileName,
    identifier: exportedName(ts, call),
    steps: handler === undefined ? [] : stepsIn(ts, handler),
    input: input === undefined ? 'undefined' : samples.of(input),
  };
}

function stepsIn(ts: typeof TypeScript, handler: TypeScript.Node): Step[] {
  const found: Step[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && (calls(node, 'task') || calls(node, 'approval'))) {
      const request = node.arguments[1];
      if (request !== undefined)
        found.push({
          match: matchOf(ts, propertyOf(ts, request, 'title')),
          answers: calls(node, 'task') ? answersOf(ts, propertyOf(ts, request, 'form')) : undefined,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(handler);
  return found;
}

function matchOf(ts: typeof TypeScript, title: TypeScript.Expression | undefined): string {
  if (title !== undefined && ts.isStringLiteralLike(title)) return title.getText();
  const head = title !== undefined && ts.isTemplateExpression(title) ? title.head.text : '';
  return head === '' ? '() => true' : `/^${head.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}/`;
}

/** Something for each field that must be filled in. */
function answersOf(ts: typeof TypeScript, form: TypeScript.Expression | undefined): string {
  if (form === undefined || !ts.isObjectLiteralExpression(form)) return '{}';
  const answers = form.properties.flatMap((field) => {
    if (!ts.isPropertyAssignment(field)) return [];
    const text = (name: string) => propertyOf(ts, field.initializer, name)?.getText();
    return text('required') === 'true' ? [`${field.name.getText()}: ${answerTo(ts, field.initializer)}`] : [];
  });
  return answers.length === 0 ? '{}' : `{ ${answers.join(', ')} }`;
}

const ANSWERS: Readonly<Record<string, string>> = {
  number: '1',
  integer: '1',
  boolean: 'true',
  checkbox: 'true',
  email: "'kim@example.com'",
  url: "'https://example.com'",
  date: "'2030-01-15'",
  datetime: "'2030-01-15T09:00:00Z'",
  time: "'09:00'",
  json: '{}',
};

function answerTo(ts: typeof TypeScript, field: TypeScript.Expression): string {
  const type = propertyOf(ts, field, 'type')?.getText().slice(1, -1) ?? '';
  const options = propertyOf(ts, field, 'options');
  const first = options && ts.isArrayLiteralExpression(options) ? options.elements[0] : undefined;
  const choice = first && propertyOf(ts, first, 'value')?.getText();
  if (choice !== undefined) return type === 'multiselect' ? `[${choice}]` : choice;
  return ANSWERS[type] ?? "'Yes'";
}

function propertyOf(
  ts: typeof TypeScript,
  object: TypeScript.Expression,
  name: string,
): TypeScript.Expression | undefined {
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const found = object.properties.find((one) => one.name?.getText() === name);
  return found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function exportedName(ts: typeof TypeScript, call: TypeScript.CallExpression): string | undefined {
  const declaration = call.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const statement = declaration.parent.parent;
  const isExported =
    ts.isVariableStatement(statement) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return isExported ? declaration.name.text : undefined;
}

function calls(node: TypeScript.CallExpression, name: string): boolean {
  return node.expression.getText() === name;
}

function findCall(
  ts: typeof TypeScript,
  source: TypeScript.SourceFile,
  fits: (call: TypeScript.CallExpression) => boolean,
): TypeScript.CallExpression | undefined {
  const visit = (node: TypeScript.Node): TypeScript.CallExpression | undefined =>
    ts.isCallExpression(node) && fits(node) ? node : ts.forEachChild(node, visit);
  return visit(source);
}
