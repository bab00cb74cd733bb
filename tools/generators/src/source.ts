import ts from 'typescript';
import { GeneratorFault } from './workspace.ts';

/** Text to put into a source file, at a position of the text as it was read. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The text with all insertions made. */
export function insert(text: string, insertions: readonly Insertion[]): string {
  return [...insertions]
    .sort((one, other) => other.at - one.at)
    .reduce((whole, { at, text: added }) => whole.slice(0, at) + added + whole.slice(at), text);
}

/** A source file to find places in; a place that is not there is a fault that names the file. */
export class Source {
  readonly #path: string;
  readonly #file: ts.SourceFile;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  }

  /** Every name that the file declares or imports at its top level. */
  names(): Set<string> {
    const names = this.#file.statements.flatMap((statement) => {
      if (ts.isImportDeclaration(statement)) return importedNames(statement);
      if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
      return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
    });
    return new Set(names);
  }

  /** Where a name comes from, as the file imports it. */
  findOrigin(name: string): string | undefined {
    const found = this.#imports().find((statement) => importedNames(statement).includes(name));
    return found && ts.isStringLiteral(found.moduleSpecifier) ? found.moduleSpecifier.text : undefined;
  }

  /** Imports names from a module, beside what is imported from there already. */
  importing(names: readonly string[], from: string): Insertion[] {
    const missing = names.filter((name) => this.findOrigin(name) !== from);
    if (missing.length === 0) return [];
    const imports = this.#imports();
    const bindings = imports.find(({ moduleSpecifier: m, importClause }) => m.getText().slice(1, -1) === from && !importClause?.isTypeOnly)
      ?.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) return [appending(bindings.elements, missing.join(', '))];
    const before = imports.findLast(({ moduleSpecifier }) => moduleSpecifier.getText().slice(1, -1) < from) ?? imports.at(-1);
    return [{ at: before?.getEnd() ?? 0, text: `\nimport { ${missing.join(', ')} } from '${from}';` }];
  }

  /** The text, as written, of the value of a property of the object that a call such as `aggregate('project', { … })` is given. */
  getProperty(call: string, property: string): ts.Expression {
    const object = this.#find(`a call of ${call} with a table`, (node) =>
      ts.isCallExpression(node) && node.expression.getText() === call ? node.arguments.find(ts.isObjectLiteralExpression) : undefined,
    );
    const found = object.properties.find((member) => member.name?.getText() === property);
    if (found && ts.isPropertyAssignment(found)) return found.initializer;
    throw this.#missing(`'${property}: …' in what ${call} is given`);
  }

  /** The list that is the value of such a property. */
  getList(call: string, property: string): ts.NodeArray<ts.Expression> {
    const value = this.getProperty(call, property);
    if (!ts.isArrayLiteralExpression(value)) throw this.#missing(`a list for '${property}' in what ${call} is given`);
    return value.elements;
  }

  /** A declaration at the top level, with its statement. */
  getConstant(name: string): { value: ts.Expression; begin: number } {
    const found = this.#find(`a const ${name}`, (node) =>
      ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer ? node : undefined,
    );
    return { value: untyped(found.initializer as ts.Expression), begin: found.parent.parent.getFullStart() };
  }

  /** The first parameter of a function and the `default` of the `switch` in it. */
  getSwitch(name: string): { subject: string; otherwise: number } {
    const fold = this.#find(`a function ${name}`, (node) =>
      ts.isFunctionDeclaration(node) && node.name?.text === name ? node : undefined,
    );
    const otherwise = this.#find(`a default in the switch of ${name}`, (node) => (ts.isDefaultClause(node) ? node : undefined), fold);
    return { subject: fold.parameters[0]?.name.getText() ?? '', otherwise: otherwise.getStart() };
  }

  #imports(): ts.ImportDeclaration[] {
    return this.#file.statements.filter(ts.isImportDeclaration);
  }

  #find<Found>(what: string, match: (node: ts.Node) => Found | undefined, within: ts.Node = this.#file): Found {
    const visit = (node: ts.Node): Found | undefined => match(node) ?? ts.forEachChild(node, visit);
    const found = visit(within);
    if (found === undefined) throw this.#missing(what);
    return found;
  }

  #missing(what: string): GeneratorFault {
    return new GeneratorFault(
      `${this.#path} lacks ${what}, where the generator would write; docs/add-a-command.md shows the shape it knows`,
    );
  }
}

/** One more element at the end of a list, whether it ends in a comma or not. */
export function appending(list: ts.NodeArray<ts.Node>, text: string): Insertion {
  const last = list.at(-1);
  return last ? { at: last.getEnd(), text: `, ${text}` } : { at: list.pos, text };
}

// What `as const` and `satisfies …` say nothing about: the value itself.
const untyped = (value: ts.Expression): ts.Expression =>
  ts.isAsExpression(value) || ts.isSatisfiesExpression(value) ? untyped(value.expression) : value;

const importedNames = ({ importClause }: ts.ImportDeclaration): string[] => {
  const bindings = importClause?.namedBindings;
  return [
    ...(importClause?.name ? [importClause.name.text] : []),
    ...(bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : []),
  ];
};
