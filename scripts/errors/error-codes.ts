import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type ErrorCode, errorClasses } from './error-classes';
import { DRAWN_UP, OF_DIRECTORIES } from './errors.words';
import { constantsOf, textOf } from './texts';

const FOLDERS = [
  'libs/core/src',
  'libs/tenancy/src',
  'libs/privacy/src',
  'libs/notifications/src',
  'libs/conversations/src',
  'libs/tasks/src',
  'libs/workflows/src',
  'apps/api-gateway/src',
  'apps/mcp-gateway/src',
];

/** Every error that callers of the APIs may see, read from the code that makes it; sorted by code. */
export function errorCodes(root: string): ErrorCode[] {
  const files = sourceFiles(root);
  const found = [...errorClasses(files), ...refusals(files), ...bodyErrors(files), ...OF_DIRECTORIES];
  const named = found.flatMap((error) => DRAWN_UP[error.code] ?? [error]);
  const once = new Map(named.map((error) => [`${error.code} ${error.kind}`, error]));
  return [...once.values()].sort((one, other) => one.code.localeCompare(other.code, 'en'));
}

/** The files in which an error that a caller sees may be defined, parsed. */
function sourceFiles(root: string): ts.SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/spec\.ts$/.test(name))
      .map((name) => join(folder, name)),
  )
    .toSorted()
    .map((path) =>
      ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true),
    );
}

/** Tables of the form `'a.code': ['kind', 'message']`, of which `refused.errors.ts` is made. */
function refusals(files: readonly ts.SourceFile[]): ErrorCode[] {
  const isOne = ({ fileName }: ts.SourceFile) => fileName.endsWith('refused.errors.ts');
  return files.filter(isOne).flatMap((file) =>
    nodesOf(file, ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
      if (!ts.isStringLiteral(name) || !ts.isArrayLiteralExpression(initializer)) return [];
      const [kind, message] = initializer.elements.map((element) => textOf(element, new Map()));
      return kind === undefined || message === undefined ? [] : [{ code: name.text, kind, message }];
    }),
  );
}

/** `new BodyError(status, code, message)`, wherever it is thrown. */
function bodyErrors(files: readonly ts.SourceFile[]): ErrorCode[] {
  return files.flatMap((file) =>
    nodesOf(file, ts.isNewExpression)
      .filter(({ expression }) => expression.getText() === 'BodyError')
      .flatMap((node) => {
        const known = constantsOf(nodesOf(file, ts.isVariableStatement));
        const [status, code, message] = node.arguments?.map((argument) => textOf(argument, known)) ?? [];
        return code === undefined ? [] : [{ code, kind: status ?? '400', message: message ?? '…' }];
      }),
  );
}

function nodesOf<T extends ts.Node>(file: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
