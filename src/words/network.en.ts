/** What is wrong with the input of a network calculation, in English: where, what was there, what it should be. */
import type { NetworkProblem, NetworkProblemCode } from '../contagion/problem.ts';

export type NetworkWords = { readonly [code in NetworkProblemCode]: (problem: NetworkProblem) => string };

const place = ({ path }: NetworkProblem): string => (path === '' ? 'The case' : `\`${path}\``);
const got = (problem: NetworkProblem): string => (problem.got === undefined ? '' : `, got ${problem.got}`);

export const networkEn: NetworkWords = {
  notObject: (problem) => `${place(problem)} must be a map of fields, like {"means": [1, 2]}${got(problem)}.`,
  missing: (problem) => `${place(problem)} is missing.`,
  unknown: (problem) => `${place(problem)} is no field of this calculation. Its fields are: ${problem.expected}.`,
  notList: (problem) => `${place(problem)} must be a list${got(problem)}.`,
  notSquare: (problem) => `The matrix must be square: row ${place(problem)} must have ${problem.expected} entries${got(problem)}.`,
  length: (problem) => `${place(problem)} must have ${problem.expected} entries, one for each node${got(problem)}.`,
  notNumber: (problem) => `${place(problem)} must be a number${got(problem)}.`,
  notWhole: (problem) => `${place(problem)} must be whole dollars${got(problem)}.`,
  negative: (problem) => `${place(problem)} must not be negative${got(problem)}.`,
  tooLarge: (problem) => `${place(problem)} is too large to be counted to the dollar${got(problem)}. The largest sum is 9,007,199,254,740,991.`,
  diagonal: (problem) => `${place(problem)} must be 0: nobody owes, lends to or owns itself${got(problem)}.`,
  notShare: (problem) => `${place(problem)} must be between 0 and 1${got(problem)}.`,
  sharesOverOne: (problem) => `The shares in ${place(problem)} add up to more than 1${got(problem)}.`,
  closedOwnership: (problem) => `${place(problem)} is in a circle of firms that own each other entirely. Somebody outside must own part of it.`,
  excludes: (problem) => `${place(problem)} and \`${problem.expected}\` cannot both be given.`,
  needs: (problem) => `${place(problem)} can be given only together with \`${problem.expected}\`.`,
  notInList: (problem) => `${place(problem)} must be one of: ${problem.expected}${got(problem)}.`,
  notText: (problem) => `${place(problem)} must be a name${got(problem)}.`,
  repeated: (problem) => `${place(problem)} repeats a name${got(problem)}.`,
  notFlag: (problem) => `${place(problem)} must be true or false${got(problem)}.`,
  unknownNode: (problem) => `${place(problem)} names a node that is not in \`nodes\`${got(problem)}.`,
  selfFlow: (problem) => `${place(problem)} goes from a node to itself${got(problem)}.`,
  unbalanced: (problem) => `${place(problem)} (${problem.expected}) does not balance: what comes in exceeds what goes out by ${problem.got}. Give what is missing in \`externalIn\` or \`externalOut\`.`,
  notPositive: (problem) => `${place(problem)} must be more than 0${got(problem)}.`,
  trap: (problem) => `${place(problem)}: money goes round among some nodes and never leaves them, so its origin cannot be traced.`,
  unknownKind: (problem) => `There is no calculation ${problem.got}. There are: ${problem.expected}.`,
};
