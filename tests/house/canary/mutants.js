/**
 * Rules broken on purpose, one at a time: what is replaced by what in which file, and the tests that must then fail. The
 * text that is replaced stands in its file exactly once; a canary that no longer sings is itself a failure.
 */

/** @type {readonly import("./mutants.js").Mutant[]} */
export const MUTANTS = [
  { name: 'a loan is booked as a gift', file: 'src/ledger/booking.ts', from: "loanDraw: paid('debt', ['loans', 1], ['debt', 1])", to: "loanDraw: paid('debt', ['loans', 1], ['revenue', 1])", tests: 'tests/ledger/booking.test.ts' },
  { name: 'a paid bill stays a claim', file: 'src/ledger/booking.ts', from: "compute: paid('cash', ['payables', -1], ['receivables', -1])", to: "compute: paid('cash', ['payables', -1], ['receivables', 1])", tests: 'tests/ledger/booking.test.ts' },
  { name: 'profit makes poorer', file: 'src/ledger/ledger.ts', from: 'figures[book.at + PLACE.netWorth]! += result;', to: 'figures[book.at + PLACE.netWorth]! -= result;', tests: 'tests/ledger/booking.test.ts' },
  { name: 'actors may overdraw', file: 'src/ledger/ledger.ts', from: 'if (left < 0 && !payer.mayOverdraw)', to: 'if (left < -1e15 && !payer.mayOverdraw)', tests: 'tests/ledger/booking.test.ts' },
  { name: 'vendor money has no colour', file: 'src/ledger/dye.ts', from: "purpose === 'vendorShareIssue' || ", to: '', tests: 'tests/ledger/dye.test.ts' },
  { name: 'nobody looks at the colours', file: 'src/ledger/check.ts', from: 'if (coloured !== cash)', to: 'if (coloured === Infinity)', tests: 'tests/ledger/check.test.ts' },
  { name: 'landlords are paid with wages', file: 'src/ledger/things.ts', from: 'rent: 2,', to: 'rent: 0,', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'a ramp begins a month late', file: 'src/ledger/things.ts', from: 'tick - contract.start + 1)', to: 'tick - contract.start)', tests: 'tests/markets/worked-examples.test.ts' },
  { name: 'debt that is paid is still owed', file: 'src/engine/settle.ts', from: 'principal: loan.principal - paid', to: 'principal: loan.principal', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'covenants like thin cover', file: 'src/engine/covenants.ts', from: 'if (cover >= needed)', to: 'if (cover <= needed)', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'the last are first in an estate', file: 'src/engine/share-out.ts', from: 'for (let tier = 0; tier <= 4; tier++)', to: 'for (let tier = 4; tier >= 0; tier--)', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'a loan is repaid a month early', file: 'src/ledger/things.ts', from: '(loan.maturity - tick + 1)', to: '(loan.maturity - tick)', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'lenders gain by what they write off', file: 'src/engine/write-off.ts', from: "[['loans', -1], ['creditLoss', 1]], part", to: "[['loans', -1], ['creditLoss', -1]], part", tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'everybody has the same luck', file: 'src/engine/random.ts', from: 'const stream = alea(`${seed}/${actor}/${tick}/${purpose}`);', to: 'const stream = alea(`${seed}/${tick}/${purpose}`);', tests: 'tests/engine/worked-examples.test.ts' },
  { name: 'guards are not asked', file: 'src/engine/compile.ts', from: 'if (!move.holds(seen)) continue;', to: '', tests: 'tests/engine/statechart.test.ts' },
  { name: 'forced sales raise the price', file: 'src/markets/used-chips.ts', from: "exponential((-month.lever('used.impact') * sold) / depth)", to: "exponential((month.lever('used.impact') * sold) / depth)", tests: 'tests/markets/worked-examples.test.ts' },
  { name: 'a backstop has no bottom', file: 'src/markets/backstops.ts', from: 'Math.min(backstop.cap - backstop.used,', to: 'Math.min(backstop.cap,', tests: 'tests/markets/worked-examples.test.ts' },
  { name: 'a guarantee counts for ever', file: 'src/engine/guaranteed-income.ts', from: 'promisedBy(month, backstop));', to: 'Infinity);', tests: 'tests/engine/guaranteed-income.test.ts' },
  { name: 'who comes first takes all', file: 'src/model/arithmetic.ts', from: 'return wants.map((want) => mulDiv(Math.max(0, supply), want, sum));', to: 'return wants.map((want) => { const got = Math.min(want, Math.max(0, supply)); supply -= got; return got; });', tests: 'tests/markets/worked-examples.test.ts' },
  { name: 'exactly enough is short', file: 'src/contagion/clearing-vector.ts', from: 'means[node]! + estates.received[node]! < owed[node]!)', to: 'means[node]! + estates.received[node]! <= owed[node]!)', tests: 'tests/contagion/clear.test.ts' },
];

/** The same tests on the rules as they are. */
export const CONTROL = 'rules as they are';
