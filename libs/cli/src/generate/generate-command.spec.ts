import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateProject } from '../../test/template-project';
import { StartRefusedError } from '../environment/cli.errors';
import { Compiler } from '../project/compiler';
import { readProject } from '../project/project';
import { generate } from './generate-command';
import { nameOf } from './names';
import { Samples } from './sample';
import ts from 'typescript';

let project: TemplateProject;
afterEach(() => project?.remove());

const make = (kind: string, name: string, dryRun = false) =>
  generate([kind, name], { folder: project.folder, dryRun });
const problems = () => new Compiler(readProject(project.folder)).compile().problems;
const sources = () => readdirSync(join(project.folder, 'src')).sort();

it.each([
  ['minimal', 'ask-a-person', "env.humans.answer('A customer asks', { answer: 'Yes' }, { after: '1h' });"],
  ['approval', 'expense', "env.humans.approve(/^Expense of /, { after: '1h' });"],
  ['support-bot', 'support', "env.humans.answer('Customer needs help', { answer: 'Yes' }, { after: '1h' });"],
])('what is generated into the template %s fits its types', (template, known, line) => {
  project = new TemplateProject(template);
  make('workflow', 'refund-request');
  make('activity', 'send-mail');
  make('form', 'complaint');
  make('test', known);
  expect(sources()).toEqual(
    [
      ...['activities.ts', 'workflows.ts', 'workflows.test.ts', `${known}.test.ts`],
      ...[
        'refund-request.workflow.ts',
        'refund-request.test.ts',
        'send-mail.activity.ts',
        'complaint.form.ts',
      ],
    ].sort(),
  );
  expect(project.read('src/workflows.ts')).toMatch(/export default workflows\(\w+, refundRequest\);\n$/);
  expect(project.read('src/activities.ts')).toMatch(
    /\nexport \{ sendMail \} from '.\/send-mail.activity';\n$/,
  );
  expect(project.read(`src/${known}.test.ts`)).toContain(line);
  expect(problems()).toEqual([]);
});

it('a project of ES modules gets files with their endings, and a list keeps its form', () => {
  project = new TemplateProject('minimal', { type: 'module' });
  project.delete('src/workflows.test.ts');
  const text = project.read('src/workflows.ts').replace("'./activities'", "'./activities.js'");
  project.write('src/workflows.ts', text.replace('workflows(askAPerson)', 'workflows(\n  askAPerson,\n)'));
  make('workflow', 'refund-request');
  make('activity', 'send-mail');
  make('activity', 'send-letter');
  expect(project.read('src/workflows.ts')).toMatch(
    /workflows\(\n {2}askAPerson,\n {2}refundRequest,\n\);\n$/,
  );
  expect(project.read('src/activities.ts')).toMatch(/mail\.activity\.js';\nexport \{ sendLetter \}/);
  expect(project.read('src/refund-request.test.ts')).toContain("import.meta.resolve('./workflows.js')");
  expect(problems()).toEqual([]);
});

it('a form goes into a task, and its answers have types', () => {
  project = new TemplateProject('minimal');
  make('form', 'complaint');
  make('workflow', 'complain');
  const path = 'src/complain.workflow.ts';
  const [head, tail] = project.read(path).split(/form: .*\n/);
  const use = (answer: string) =>
    project.write(
      path,
      `import { complaintForm } from './complaint.form';\n${head}form: complaintForm,\n${tail?.replace('data.answer }', `${answer} }`)}`,
    );
  use('data.answer.length, urgent: data.urgent === true');
  expect(problems()).toEqual([]);
  use('data.anser');
  expect(problems()).toEqual([expect.stringContaining("'anser' does not exist")]);
});

it('a dry run says what would be, and writes nothing', () => {
  project = new TemplateProject('minimal');
  const before = [sources(), project.read('src/workflows.ts')];
  expect(make('workflow', 'refund-request', true)).toMatchObject({
    dryRun: true,
    files: [
      { path: 'src/refund-request.workflow.ts', action: 'create' },
      { path: 'src/workflows.ts', action: 'change' },
      { path: 'src/refund-request.test.ts', action: 'create' },
    ],
  });
  expect([sources(), project.read('src/workflows.ts')]).toEqual(before);
});

it('what is there is never overwritten, and nothing is written then', () => {
  project = new TemplateProject('minimal');
  project.write('src/refund-request.test.ts', 'mine');
  const before = [sources(), project.read('src/workflows.ts')];
  const refused: [string, string, string][] = [
    ['workflow', 'refund-request', 'refund-request.test.ts is there already'],
    ['workflow', 'ask-a-person', 'src/workflows.ts has a workflow ask-a-person already'],
    ['workflow', 'tell-customer', 'src/workflows.ts has a "tellCustomer" already'],
    ['activity', 'tell-customer', 'src/activities.ts has a "tellCustomer" already'],
    ['test', 'no-such', 'npx orkestra generate workflow no-such'],
  ];
  for (const [kind, name, message] of refused) {
    expect(() => make(kind, name)).toThrow(StartRefusedError);
    expect(() => make(kind, name)).toThrow(message);
  }
  project.write('src/workflows.ts', 'export const nothing = 1;\n');
  expect(() => make('workflow', 'other')).toThrow('must end with "export default workflows(…)"');
  project.write('src/workflows.ts', before[1] as string);
  expect([sources(), project.read('src/workflows.ts')]).toEqual(before);
});

it.each([
  ['refund request', 'take "refund-request"'],
  ['RefundRequest', 'take "refund-request"'],
  ['../evil', 'take "evil"'],
  ['1st', 'take "st"'],
  ['💥', 'such as refund-request'],
  ['delete', 'Take two words'],
  ['task', 'Take two words'],
])('the name %j is refused: %s', (name, advice) => {
  expect(() => nameOf(name)).toThrow(advice);
});

it.each([
  [
    'z.object({ a: z.string().min(12), b: z.number().max(5), c: z.string().optional() })',
    "{ a: 'An example..', b: 4 }",
  ],
  [
    "z.object({ kind: z.enum(['x', 'y']), tags: z.array(z.string()), who: z.email() })",
    "{ kind: 'x', tags: ['An example'], who: 'kim@example.com' }",
  ],
  ['z.object({ amount: z.number().positive(), urgent: z.boolean() })', '{ amount: 100, urgent: true }'],
  ['Known', '{ n: 100 }'],
  ['z.custom()', undefined],
  ['elsewhere', undefined],
])('an input for %s', (schema, sample) => {
  const text = `const Known = z.object({ n: z.int() });\n(${schema});`;
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const statement = source.statements[1] as ts.ExpressionStatement;
  const { expression } = statement.expression as ts.ParenthesizedExpression;
  expect(new Samples(ts, source).of(expression)).toBe(sample);
});
