import type TypeScript from 'typescript';

/** Code of a value that a schema takes, or nothing where that can't be read from the code. */
type Code = string | undefined;

const TEXTS: Readonly<Record<string, string>> = {
  email: "'kim@example.com'",
  url: "'https://example.com'",
  uuid: "'00000000-0000-4000-8000-000000000001'",
  date: "'2030-01-15'",
  datetime: "'2030-01-15T09:00:00Z'",
};
const EXAMPLE = 'An example';
const A_HUNDRED = 100;

/** Makes up what a Zod schema takes, from its code: it is not run. */
export class Samples {
  constructor(
    private readonly ts: typeof TypeScript,
    private readonly source: TypeScript.SourceFile,
  ) {}

  of(schema: TypeScript.Expression): Code {
    const { ts } = this;
    if (ts.isIdentifier(schema)) return this.ofConstant(schema.text);
    const calls = this.callsOf(schema);
    const base = calls[0];
    if (base === undefined) return undefined;
    const [argument] = base.args;
    if (base.name === 'object') return this.ofObject(argument);
    if (base.name === 'array') return argument && wrap(this.of(argument), (item) => `[${item}]`);
    if (base.name === 'enum') return this.firstOf(argument);
    if (base.name === 'literal') return argument?.getText();
    if (base.name === 'boolean') return 'true';
    if (base.name === 'number' || base.name === 'int') return String(numberWithin(calls));
    if (base.name === 'string') return textWithin(calls);
    return TEXTS[base.name];
  }

  private ofConstant(name: string): Code {
    const { ts } = this;
    const declarations = this.source.statements
      .filter((statement) => ts.isVariableStatement(statement))
      .flatMap(({ declarationList }) => [...declarationList.declarations]);
    const found = declarations.find((one) => ts.isIdentifier(one.name) && one.name.text === name);
    return found?.initializer && this.of(found.initializer);
  }

  private ofObject(fields: TypeScript.Expression | undefined): Code {
    const { ts } = this;
    if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return undefined;
    const parts: string[] = [];
    for (const field of fields.properties) {
      if (!ts.isPropertyAssignment(field)) return undefined;
      if (this.mayBeMissing(field.initializer)) continue;
      const value = this.of(field.initializer);
      if (value === undefined) return undefined;
      parts.push(`${field.name.getText()}: ${value}`);
    }
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }

  private mayBeMissing(schema: TypeScript.Expression): boolean {
    return this.callsOf(schema).some(({ name }) => ['optional', 'default', 'nullish'].includes(name));
  }

  private firstOf(list: TypeScript.Expression | undefined): Code {
    return list && this.ts.isArrayLiteralExpression(list) ? list.elements[0]?.getText() : undefined;
  }

  /** `z.string().min(3)` as its calls in their order. */
  private callsOf(schema: TypeScript.Expression): Call[] {
    const { ts } = this;
    if (!ts.isCallExpression(schema) || !ts.isPropertyAccessExpression(schema.expression)) return [];
    const { expression, name } = schema.expression;
    return [...this.callsOf(expression), { name: name.text, args: [...schema.arguments] }];
  }
}

interface Call {
  readonly name: string;
  readonly args: readonly TypeScript.Expression[];
}

function numberWithin(calls: readonly Call[]): number {
  const least = limit(calls, ['min', 'gte', 'gt']);
  const most = limit(calls, ['max', 'lte', 'lt']);
  if (calls.some(({ name }) => name === 'negative')) return -1;
  if (least !== undefined && least >= A_HUNDRED) return least + 1;
  return most !== undefined && most <= A_HUNDRED ? most - (least === most ? 0 : 1) : A_HUNDRED;
}

function textWithin(calls: readonly Call[]): string {
  const format = calls.find(({ name }) => Object.hasOwn(TEXTS, name));
  if (format !== undefined) return TEXTS[format.name] ?? '';
  const least = limit(calls, ['min', 'length']) ?? 0;
  const most = limit(calls, ['max', 'length']) ?? Infinity;
  return `'${EXAMPLE.padEnd(least, '.').slice(0, most)}'`;
}

function limit(calls: readonly Call[], names: readonly string[]): number | undefined {
  const found = calls.find(({ name }) => names.includes(name))?.args[0]?.getText();
  return found !== undefined && Number.isFinite(Number(found)) ? Number(found) : undefined;
}

function wrap(code: Code, around: (code: string) => string): Code {
  return code === undefined ? undefined : around(code);
}
