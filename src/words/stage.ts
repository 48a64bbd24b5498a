/** The words of the stage in one language, for one scenario's names. */
import type { StageWords } from '../view/stage-words.ts';
import type { Language } from './language.ts';
import type { Speaker } from './speaker.ts';
import { stageEn, type StageCatalogue } from './stage.en.ts';
import { stageZh } from './stage.zh.ts';

export const STAGE_WORDS: { readonly [language in Language]: StageCatalogue } = { en: stageEn, zh: stageZh };

export function makeStageWords(speaker: Speaker): StageWords {
  const { format, vocabulary } = speaker;
  const words = speaker.words(STAGE_WORDS);
  const { dollars } = format;
  return {
    party: (id) => speaker.party(id),
    kind: (kind) => vocabulary.kind[kind],
    condition: (condition) => words.condition[condition],
    lane: (kind) => words.lane[kind],
    dollars,
    laneLabel({ kind, amount, missing, promised, promise, units, followed, part }) {
      if (followed > 0) return words.followed(dollars(followed));
      if (missing > 0) return amount > 0 ? words.partPaid(dollars(amount), dollars(amount + missing)) : words.unpaid(dollars(missing));
      if (amount <= 0 && promise !== null) return words.promise[promise](dollars(promised));
      if (part !== null && part < amount) return words.partOf(dollars(part), dollars(amount));
      return kind === 'gpu' && units > 0 ? words.chips(format.count(units)) : words.amount[kind](dollars(amount));
    },
    column: (role) => words.column[role],
    hidden: (count, share) => words.hidden(format.number(count), format.percent(share, share > 0 && share < 0.01 ? 1 : 0)),
    quantum: (amount) => words.quantum(dollars(amount)),
    gathered: (count, amount) => words.gathered(format.number(count), dollars(amount)),
    spread: (count, amount) => words.spread(format.number(count), dollars(amount)),
    bundle: (count, amount) => words.bundle(format.number(count), dollars(amount)),
    account: (name) => vocabulary.account[name],
    assets: (amount) => words.assets(dollars(amount)),
    equity: (amount) => words.equity(dollars(amount)),
    runway: (months) => (months === null ? words.noRunway : words.runway(format.number(months, months < 10 ? 1 : 0))),
    covenant: ({ lender, principal, state }) =>
      words.covenant(speaker.party(lender), dollars(principal), (vocabulary.covenantState as { readonly [state: string]: string })[state] ?? state),
    event: (type) => (vocabulary.event as { readonly [type: string]: string })[type] ?? type,
    lost: (amount) => words.lost(dollars(amount)),
    difference: (amount) => (amount >= 0 ? words.better(dollars(amount)) : words.worse(dollars(-amount))),
    stage: (tick) => words.stage(format.date(tick)),
  };
}
