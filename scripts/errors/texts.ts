import ts from 'typescript';

/** What names stand for, as far as that is a text. */
export type Constants = ReadonlyMap<string, string | undefined>;

/** The constants that are declared among the statements. */
export function constantsOf(statements: Iterable<ts.Statement>, known: Constants = new Map()): Constants {
  const found = new Map<string, string | undefined>();
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer) found.set(name.getText(), textOf(initializer, new Map([...known, ...found])));
    }
  }
  return found;
}

/** The text that an expression makes, with "…" for what differs each time; undefined where nothing is known. */
export function textOf(node: ts.Expression, known: Constants): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return node.text;
  if (ts.isIdentifier(node)) return known.get(node.text);
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, known);
  if (ts.isConditionalExpression(node)) return chosenText(node, known);
  if (ts.isTemplateExpression(node)) return templateText(node, known);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return [node.left, node.right].map((side) => textOf(side, known) ?? '…').join('');
  }
  return undefined;
}

/** The branch that `name === 'text'` leads to; where that is not known, the one that says more. */
function chosenText({ condition, whenTrue, whenFalse }: ts.ConditionalExpression, known: Constants) {
  const [yes, no] = [textOf(whenTrue, known), textOf(whenFalse, known)];
  if (
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken
  ) {
    const [left, right] = [textOf(condition.left, known), textOf(condition.right, known)];
    if (left !== undefined && right !== undefined) return left === right ? yes : no;
  }
  return (yes?.length ?? 0) >= (no?.length ?? 0) ? yes : no;
}

function templateText({ head, templateSpans }: ts.TemplateExpression, known: Constants): string {
  const spans = templateSpans.map(
    ({ expression, literal }) => `${textOf(expression, known) ?? '…'}${literal.text}`,
  );
  return [head.text, ...spans].join('');
}
