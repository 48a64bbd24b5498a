/** What can be wrong with a scenario file: a value with a place, never prose. Texts are in src/words/scenario.*.ts. */

export const PROBLEM_CODES = [
  // the file as text
  'tooLarge', 'empty', 'hiddenCharacter', 'syntax', 'tooDeep', 'severalDocuments', 'notAMap', 'alias', 'tag', 'badKey', 'duplicateKey',
  'forbiddenKey', 'badNumber',
  // inheritance
  'extendsUnknown', 'extendsCycle',
  // shape
  'unknownField', 'missingField', 'wrongType', 'notInList', 'tooSmall', 'tooBig', 'tooShort', 'tooLong', 'badId', 'otherwise',
  // meaning
  'duplicateId', 'unknownReference', 'wrongKind', 'unknownTerm', 'missingTerm', 'unknownParameter', 'missingParameter', 'wrongUnit', 'outOfRange',
  'missingSector', 'severalOfSector', 'missingVendor', 'selfDealing', 'badDates', 'lienOfAnother', 'contractOfAnother', 'sharesMismatch', 'noShares',
  'lenderUnbalanced', 'overLet', 'tooYoungGeneration', 'tooMany',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Facts a message is made of. `got` is what the file says, quoted and cut; `expected` is a key of the catalogue. */
export interface ProblemData {
  readonly [name: string]: string | number;
}

export interface Problem {
  readonly code: ProblemCode;
  /** The file the line is in: for an inherited figure the file it was inherited from. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the scenario: `parties[openai].opening.cash`; empty for the file as a whole. */
  readonly path: string;
  readonly data: ProblemData;
  /** A line that would be right, in the language of scenario files. */
  readonly example?: string;
}

/** No more than this many problems are listed; the last one then says that there are others. */
export const MOST_PROBLEMS = 100;

/** Orders by file (the scenario's own first), line and column; drops repetitions; cuts the list. */
export function orderProblems(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const rank = (problem: Problem): number => (files.includes(problem.file) ? files.indexOf(problem.file) : files.length);
  const ordered = problems
    .map((problem, index) => ({ problem, index }))
    .sort(
      (a, b) =>
        rank(a.problem) - rank(b.problem) ||
        // what is not there has no place of its own; what was written wrongly is often why
        Number(a.problem.code === 'missingField') - Number(b.problem.code === 'missingField') ||
        a.problem.line - b.problem.line ||
        a.problem.column - b.problem.column ||
        a.index - b.index,
    )
    .map(({ problem }) => problem);
  const seen = new Set<string>();
  const unique = ordered.filter((problem) => {
    const key = `${problem.file}:${problem.line}:${problem.column}:${problem.code}:${problem.path}`;
    return seen.has(key) ? false : seen.add(key) && true;
  });
  if (unique.length <= MOST_PROBLEMS) return unique;
  const last = unique[MOST_PROBLEMS - 1]!;
  const rest = unique.length - MOST_PROBLEMS + 1;
  return [...unique.slice(0, MOST_PROBLEMS - 1), { ...last, code: 'tooMany', path: '', data: { rest }, example: undefined }];
}
