/** What is wrong with a scenario file, in English. */
import type { ProblemCode, ProblemData } from '../scenario/problem.ts';

export type ScenarioWords = { readonly [code in ProblemCode]: (data: ProblemData) => string } & {
  /** One problem with its place and example. */
  readonly line: (place: { file: string; line: number; column: number }, text: string, example: string | undefined) => string;
};

const EXPECTED: { readonly [kind: string]: string } = {
  dollars: 'a whole number of dollars',
  wholeNumber: 'a whole number',
  tick: 'a whole number of months, 0 being January 2025',
  number: 'a number',
  text: 'a text',
  map: 'a group of fields',
  list: 'a list',
  yesNo: 'true or false',
  quantity: 'a figure with value, unit, mark and source',
  bilingual: 'a text in both languages, en and zh',
  id: 'an id: lower-case letters, digits and hyphens',
};

const WHAT: { readonly [kind: string]: string } = {
  party: 'party',
  loan: 'loan',
  contract: 'compute contract',
  generation: 'chip generation',
  generationOfVendor: 'chip generation of that vendor',
  lever: 'parameter',
};

const SYNTAX: { readonly [code: string]: string } = {
  TAB_AS_INDENT: 'indent with spaces, not tabs',
  BAD_INDENT: 'this line is indented wrongly',
  UNCLOSED: 'the bracket that opens here is not closed, or the lines inside it are not indented',
  MISSING_CHAR: 'a bracket, brace, quote or comma is missing',
  BLOCK_AS_IMPLICIT_KEY: 'a field may not hold another field on the same line',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing or a line is broken in the wrong place',
  KEY_OVER_1024_CHARS: 'a colon is missing',
  UNEXPECTED_TOKEN: 'something stands where nothing may stand',
  YAML_VERSION: 'write YAML 1.2, without a %YAML line',
};

const got = (data: ProblemData): string => {
  if (data.kind === 'nothing') return 'nothing';
  if (data.kind === 'map') return 'a group of fields';
  if (data.kind === 'list') return 'a list';
  return String(data.got);
};
const meant = (data: ProblemData): string => (data.suggestion === undefined ? '' : ` Did you mean \`${data.suggestion}\`?`);
const bounds = (data: ProblemData): string => (data.high === 'none' ? `at least ${data.low}` : `from ${data.low} to ${data.high}`);

export const scenarioEn: ScenarioWords = {
  line: (place, text, example) =>
    `${place.file} line ${place.line}, column ${place.column}: ${text}${example === undefined ? '' : ` Example: ${example}`}`,
  tooLarge: (d) => `the file is too large: ${d.size} characters, at most ${d.limit}.`,
  empty: () => 'the file is empty.',
  hiddenCharacter: (d) => `a hidden character (${d.got}) stands here; delete it.`,
  syntax: (d) => `this is not valid YAML: ${SYNTAX[String(d.reason)] ?? 'the line cannot be read'}.`,
  tooDeep: (d) => `fields are nested more than ${d.limit} levels deep; a scenario needs seven.`,
  severalDocuments: () => 'a second document begins here; a file holds one scenario.',
  notAMap: () => 'a scenario is a group of named fields, not a list or a single value.',
  alias: (d) => `references like ${d.got} are not allowed; write the value out.`,
  tag: (d) => `type tags are not allowed: ${d.got}; write a plain value.`,
  badKey: () => 'a field name must be a plain word.',
  duplicateKey: (d) => `the field ${d.got} is given twice; first on line ${d.first}.`,
  forbiddenKey: (d) => `the field name ${d.got} is not allowed.`,
  badNumber: (d) => `${d.got} is not a number a model can use.`,
  extendsUnknown: (d) => `there is no scenario ${d.got} to extend.`,
  extendsCycle: (d) => `the scenarios extend each other in a circle or too often: ${d.chain}.`,
  unknownField: (d) => `there is no field ${d.field} here.${meant(d)}${d.known === undefined || d.known === '' ? '' : ` Known: ${d.known}.`}`,
  missingField: (d) => `\`${d.field}\` is missing.`,
  wrongType: (d) => `\`${d.field}\` must be ${EXPECTED[String(d.expected)]}, got ${got(d)}.`,
  notInList: (d) => `\`${d.field}\` must be one of ${d.options}, got ${got(d)}.${meant(d)}`,
  tooSmall: (d) => `\`${d.field}\` must be ${d.strict === 1 ? 'more than' : 'at least'} ${d.limit}, got ${got(d)}.`,
  tooBig: (d) => `\`${d.field}\` must be at most ${d.limit}, got ${got(d)}.`,
  tooShort: (d) => `\`${d.field}\` must not be empty.`,
  tooLong: (d) => `\`${d.field}\` is longer than ${d.limit} characters.`,
  badId: (d) => `\`${d.field}\` must be lower-case letters, digits and hyphens, at most 40, got ${got(d)}.`,
  otherwise: (d) => `\`${d.field}\` cannot be used, got ${got(d)}.`,
  duplicateId: (d) => `the id ${d.got} is used twice in ${d.list}; first on line ${d.first}.`,
  unknownReference: (d) =>
    d.what === 'launched' ? `the chip vendor ${d.got} has no generation on sale at the start.` : `there is no ${WHAT[String(d.what)]} ${d.got}.${meant(d)}`,
  wrongKind: (d) => `${d.got} is a ${d.kind}; this must be ${d.expected === 'actor' ? 'an actor, not a sector' : `one of ${d.expected}`}.`,
  unknownTerm: (d) => `a ${d.kind} has no term ${d.term}.${meant(d)}${d.known === undefined || d.known === '' ? '' : ` Known: ${d.known}.`}`,
  missingTerm: (d) => `${d.party} is a ${d.kind} and lacks the term \`${d.term}\` (${d.meaning}).`,
  unknownParameter: (d) => `there is no parameter ${d.parameter}.${meant(d)}`,
  missingParameter: (d) => `the parameter \`${d.parameter}\` is missing (${d.meaning}).`,
  wrongUnit: (d) => `the unit must be ${d.expected}, got ${d.got}.`,
  outOfRange: (d) => `\`${d.field}\` must be ${bounds(d)}, got ${d.got}.`,
  missingSector: (d) => `a sector of kind ${d.kind} is missing; the books cannot close without it.`,
  severalOfSector: (d) => `there is a second sector of kind ${d.kind}; there can be one.`,
  missingVendor: () => 'there is no chipVendor.',
  selfDealing: (d) => `${d.got} stands on both sides.`,
  badDates: (d) =>
    d.rule === 'range'
      ? 'the range runs backwards.'
      : `\`${d.second}\` (${d.got}) must ${d.rule === 'after' ? 'lie after' : 'not lie before'} \`${d.first}\` (${d.limit}).`,
  lienOfAnother: (d) => `${d.owner} cannot pledge to ${d.got}: that loan is owed by ${d.borrower}.`,
  contractOfAnother: (d) => `${d.borrower} cannot borrow against ${d.got}: that contract is sold by ${d.seller}.`,
  sharesMismatch: (d) => `${d.issuer} has ${d.count} shares, but the stakes in it add up to ${d.held}.`,
  noShares: (d) => `${d.got} has no \`shares\`, so nobody can hold any.`,
  lenderUnbalanced: (d) => `the books of ${d.lender} do not balance: cash, loans (${d.lent}) and other assets are ${d.assets}, funding and equity ${d.funding}.`,
  overLet: (d) => `${d.landlord} would let ${d.let} kW in month ${d.tick} but has ${d.room}.`,
  tooYoungGeneration: (d) => `a lot of ${d.generation} cannot be ${d.got} months old: it went on sale in month ${d.launchAt}.`,
  tooMany: (d) => `and at least ${d.rest} more problems.`,
};
