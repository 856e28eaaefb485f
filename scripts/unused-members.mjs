// `npm run unused:members`: finds methods of classes, other than private ones, that nothing calls; knip looks no deeper
// than exports. Of the product's classes a method must be named by the product, of the tests' classes by anything. What a
// framework calls says so by a decorator, or by an interface or base class that asks for it.
import { relative } from 'node:path';
import ts from 'typescript';

/** Methods that stay although only specs call them, each with its reason. */
const KEPT = {
  'CatalogueService.find': 'the one workflow type by its name, which the specs of the catalogue read',
  'ConversationsModule.ownOnly': 'for a program without tasks; the specs of conversations are one',
  'DirectoryService.groupsOf': 'the isolation of tenants is shown by it',
  'DirectoryService.membersOf': 'the isolation of tenants is shown by it',
  'GraphqlContext.loaders': "resolvers take it by its name: @Context('loaders')",
  'LiveSubscribers.size': 'shows specs that nothing is left behind',
  'ResourceUpdates.size': 'shows specs that nothing is left behind',
  'TaskConversations.visible': 'is a ConversationAccess, which Nest provides by its token',
  'ToolCatalogue.reference': 'compares the documentation with the tools',
  'WorkflowsService.awaitClosed': 'lets specs wait for an end without polling',
};
const PUBLISHED = /^libs\/(sdk|agents)\/src\//;
const TEST = /\.(int-|e2e-)?spec\.tsx?$|\.examples\.ts$|^test\/|^libs\/\w+\/test\//;
const OF_NEST = /^(onModule|beforeApplication|onApplication)[A-Z]|^configure$/;

const root = process.cwd();
const program = ts.createProgram(readProject('tsconfig.json'));
const checker = program.getTypeChecker();
const sources = program
  .getSourceFiles()
  .map((source) => ({ source, path: relative(root, source.fileName) }))
  .filter(({ path }) => !/(^|\/)(node_modules|dist)\/|\.d\.ts$/.test(path));

/** Where each method is declared that nobody was seen to call. */
const uncalled = new Map();
for (const { source, path } of sources) if (!PUBLISHED.test(path)) collectMethods(source, path);
const names = new Set([...uncalled.keys()].map(({ name }) => name.text));
for (const { source, path } of sources) dropCalled(source, TEST.test(path));

const found = [...uncalled.values()];
const unused = found.filter(({ method }) => !(method in KEPT));
const needless = Object.keys(KEPT).filter((kept) => !found.some(({ method }) => method === kept));
for (const { method, place } of unused) console.log(`${place} ${method} is called by nothing`);
for (const method of needless) console.log(`${method} is gone or has a caller: take it off the list`);
process.exitCode = unused.length + needless.length === 0 ? 0 : 1;

function readProject(file) {
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return { rootNames: fileNames, options };
}

function collectMethods(node, path) {
  if (ts.isClassDeclaration(node)) {
    const asked = askedOf(node);
    for (const member of node.members) {
      if (!isOpenMethod(member) || asked.has(member.name.text) || OF_NEST.test(member.name.text)) continue;
      const { line } = ts.getLineAndCharacterOfPosition(member.getSourceFile(), member.name.getStart());
      uncalled.set(member, {
        method: `${node.name?.text}.${member.name.text}`,
        place: `${path}:${line + 1}`,
        ofTest: TEST.test(path),
      });
    }
  }
  ts.forEachChild(node, (child) => collectMethods(child, path));
}

function isOpenMethod(member) {
  if (!ts.isMethodDeclaration(member) && !ts.isAccessor(member)) return false;
  if (!ts.isIdentifier(member.name) || ts.getDecorators(member)) return false;
  return !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));
}

/** The names of all that a class's interfaces and base classes have. */
function askedOf({ heritageClauses = [] }) {
  const types = heritageClauses.flatMap((clause) => clause.types);
  return new Set(
    types.flatMap((type) =>
      checker
        .getTypeAtLocation(type)
        .getProperties()
        .map(({ name }) => name),
    ),
  );
}

function dropCalled(node, inTest) {
  const named = ts.isIdentifier(node) && names.has(node.text) && !uncalled.has(node.parent);
  const symbols = named ? symbolsOf(node) : ts.isElementAccessExpression(node) ? symbolsByKey(node) : [];
  for (const declaration of symbols.flatMap((symbol) => symbol?.declarations ?? []))
    if (!inTest || uncalled.get(declaration)?.ofTest) uncalled.delete(declaration);
  ts.forEachChild(node, (child) => dropCalled(child, inTest));
}

function symbolsOf(name) {
  const { parent } = name;
  const taken =
    ts.isBindingElement(parent) && checker.getTypeAtLocation(parent.parent).getProperty(name.text);
  return [checker.getSymbolAtLocation(name), taken || undefined];
}

/** Of `gateway[how]()` where the type of `how` says which names it can be. */
function symbolsByKey({ expression, argumentExpression }) {
  const key = checker.getTypeAtLocation(argumentExpression);
  const possible = (key.isUnion() ? key.types : [key]).filter(
    (type) => type.isStringLiteral() && names.has(type.value),
  );
  return possible.map(({ value }) => checker.getTypeAtLocation(expression).getProperty(value));
}
