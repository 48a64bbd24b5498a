/** Rules of this house for ESLint: every source file says first what it is for, and what people read is in the catalogues. */

/** @type {import('eslint').Rule.RuleModule} */
const docstringFirst = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'A file begins with a docstring: what it means, then units, shapes, errors.' } },
  create: (context) => ({
    Program(node) {
      const first = context.sourceCode.getAllComments().find((comment) => comment.type !== 'Shebang');
      const token = context.sourceCode.getFirstToken(node);
      if (first === undefined || (token !== null && token.range[0] < first.range[0]) || first.type !== 'Block' || !first.value.startsWith('*')) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'missing' });
    },
  }),
};

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{L}{2}/u;
/** Three words or more that begin or end like a sentence. */
const SENTENCE = /^\s*(?:[A-Z][a-z’']*(?:[ ,]+[\w’'`–-]+){2,}|[a-z][\w’']*(?:[ ,]+[\w’'`–-]+){2,}[.!?…](?:\s|$))/u;
/** Attributes whose text is read, or read aloud. */
const READ_ATTRIBUTES = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);

/** Sentences thrown for bugs are read by developers and stay where they are. */
function isForDevelopers(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ThrowStatement') return true;
    if (at.type === 'NewExpression' && at.callee.type === 'Identifier' && at.callee.name.endsWith('Error')) return true;
    if (at.type === 'ImportDeclaration' || at.type === 'TSLiteralType') return true;
    if (/Function|Program/.test(at.type)) return false;
  }
  return false;
}

/** @type {import('eslint').Rule.RuleModule} */
const noProse = {
  meta: { type: 'problem', schema: [], messages: { prose: 'What people read belongs in src/words, in both languages: {{text}}' } },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: 'prose', data: { text: text.trim().slice(0, 40) } });
    const judge = (node, text) => {
      if (HAN.test(text) || (SENTENCE.test(text) && !isForDevelopers(node))) report(node, text);
    };
    return {
      Literal: (node) => typeof node.value === 'string' && judge(node, node.value),
      TemplateLiteral: (node) => judge(node, node.quasis.map((part) => part.value.cooked).join('0')),
      JSXText: (node) => LETTERS.test(node.value) && report(node, node.value),
      JSXAttribute(node) {
        const name = typeof node.name.name === 'string' ? node.name.name : '';
        if (READ_ATTRIBUTES.has(name) && node.value?.type === 'Literal' && LETTERS.test(String(node.value.value))) report(node, String(node.value.value));
      },
    };
  },
};

export default { rules: { 'docstring-first': docstringFirst, 'no-prose': noProse } };
