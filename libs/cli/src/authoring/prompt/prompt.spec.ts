import ts from 'typescript';
import { join, resolve } from 'node:path';
import { AuthoringProject } from '../../../test/authoring-project';
import { readProject } from '../../project/project';
import { Compiler } from '../../project/compiler';
import { PATTERNS, systemPrompt } from './prompt';

let project: AuthoringProject;
beforeEach(() => (project = new AuthoringProject()));
afterEach(() => project.remove());

it('shows code that a project can have as it is', () => {
  PATTERNS.forEach(({ workflows, test }, index) => {
    project.write(`src/p${index}/workflows.ts`, workflows).write(`src/p${index}/workflows.test.ts`, test);
  });
  expect(new Compiler(readProject(project.folder)).compile().problems).toEqual([]);
});

it('shows every block of code as a pattern, and names only what the SDK has', () => {
  const prompt = systemPrompt(readProject(project.folder), 'src/', ['2026-01-01, "Refunds" (written)']);
  const blocks = [...prompt.matchAll(/```ts\n\/\/ workflows(?:\.test)?\.ts\n(.*?)```/gs)].map(
    ([, code]) => code,
  );
  expect(blocks).toEqual(PATTERNS.flatMap(({ workflows, test }) => [workflows, test]));
  expect(prompt.match(/```/g)).toHaveLength(blocks.length * 2);
  const sdk = exportsOf(resolve(__dirname, '../../../../sdk/src/index.ts'));
  for (const name of ['TaskCancelledError', 'TaskExpiredError', 'continueAsNew']) {
    expect(prompt).toContain(name);
    expect(sdk).toContain(name);
  }
  expect(prompt).toContain('"Refunds" (written)');
});

function exportsOf(file: string): string[] {
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, strict: true });
  const source = program.getSourceFile(join(file));
  const symbol = source && program.getTypeChecker().getSymbolAtLocation(source);
  return symbol
    ? program
        .getTypeChecker()
        .getExportsOfModule(symbol)
        .map(({ name }) => name)
    : [];
}
