/**
 * What the model document takes from the sources of the rules: named constants with what they mean, and the condition
 * behind every guard of a machine. Read from the syntax tree, so that a table says what the rule says.
 */
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

/** Sources of a folder, by path from the root, in order. */
export function sourcesIn(root, folder) {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

export function parse(root, path) {
  return ts.createSourceFile(path, readFileSync(new URL(path, root), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Constants that stand at the top of a file: `{ name, value, meaning }`. */
export function constantsOf(source) {
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap((declaration) => {
      const value = declaration.initializer === undefined ? null : literal(declaration.initializer);
      return value === null || !ts.isIdentifier(declaration.name) || !/^[A-Z]/.test(declaration.name.text) || declaration.name.text === 'NOTHING'
        ? []
        : [{ name: declaration.name.text, value, meaning: docOf(statement) }];
    }),
  );
}

/** A number, or a list of numbers by name, as text; null for anything else. */
function literal(node) {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return literal(node.expression);
  if (ts.isNumericLiteral(node)) return plain(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand))
    return `−${plain(node.operand.text)}`;
  if (!ts.isObjectLiteralExpression(node) || node.properties.length === 0) return null;
  const parts = node.properties.map((each) => (ts.isPropertyAssignment(each) ? [each.name.getText(), literal(each.initializer)] : [null, null]));
  return parts.every(([, value]) => value !== null && !value.includes(':')) ? parts.map(([name, value]) => `${name}: ${value}`).join(', ') : null;
}

const plain = (text) => Number(text).toLocaleString('en-US', { maximumFractionDigits: 12 });

const docOf = (statement) =>
  ts
    .getJSDocCommentsAndTags(statement)
    .map((each) => (typeof each.comment === 'string' ? each.comment : ''))
    .join(' ')
    .replace(/\s+/g, ' ');

/** Conditions by the name of their guard: the text of what each returns. */
export function guardsOf(source) {
  const guards = new Map();
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) {
      const given = ts.isCallExpression(node.initializer) ? node.initializer.arguments[0] : node.initializer;
      if (given !== undefined && ts.isArrowFunction(given) && !ts.isBlock(given.body))
        guards.set(
          node.name.getText(),
          given.body
            .getText()
            .replace(/\s+/g, ' ')
            .replace(/\bview\./g, ''),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}
