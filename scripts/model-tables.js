/**
 * Writes docs/parameters.md, every number of the model with its unit, range, mark and source, from the scenarios and the
 * sources of the rules; the counts in both READMEs; and docs/glossary.md, from the words the page explains. Run after changing any
 * of them: npm run tables
 * With --check it writes nothing and fails when something is out of date, as `npm test` does.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { constantsOf, guardsOf, parse, sourcesIn } from './tables/rules.js';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const bring = async (path) => (await runnerImport(fileURLToPath(new URL(path, root)), { logLevel: 'error' })).module;

const { loadScenario } = await bring('src/scenario/load.ts');
const { PARAMETERS } = await bring('src/scenario/parameters.ts');
const { TERMS, SECTOR_TERMS } = await bring('src/model/terms.ts');
const { MARKS } = await bring('src/model/scenario.ts');
const { MACHINES } = await bring('agents/index.ts');
const { vocabularyEn } = await bring('src/words/vocabulary.en.ts');
const { default: YAML } = await import('yaml');

const names = readdirSync(new URL('scenarios/', root))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5))
  .sort((a, b) => (a === 'base' ? -1 : b === 'base' ? 1 : a < b ? -1 : 1));
const textOf = (id) => read(`scenarios/${id}.yaml`);
const load = (id) => {
  const loaded = loadScenario(textOf(id), `${id}.yaml`, (other) => (names.includes(other) ? textOf(other) : undefined));
  if (!loaded.ok) throw new Error(`scenarios/${id}.yaml: ${JSON.stringify(loaded.problems[0])}`);
  return loaded.scenario;
};
const base = load('base');

/** Digits in groups, and never rounded. */
const figure = (value) => (Math.abs(value) >= 1e15 ? String(value) : value.toLocaleString('en-US', { maximumFractionDigits: 12 })).replace('-', '−');
const money = (value) => (Math.abs(value) >= 1e6 ? `${figure(value / 1e6)}m` : figure(value));
const cell = (text) => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const table = (heads, rows) =>
  rows.length === 0
    ? ''
    : [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`), ''].join('\n');
const range = (quantity) => (quantity.range === undefined ? '' : `${figure(quantity.range[0])} – ${figure(quantity.range[1])}`);
const sourced = (quantity) => (quantity.note === undefined ? quantity.source : `${quantity.source}. ${quantity.note}`);
const party = (id) => base.parties.find((each) => each.id === id)?.name.en ?? id;

/** Every marked number of a scenario, wherever it stands. */
function* marked(node) {
  if (Array.isArray(node)) for (const each of node) yield* marked(each);
  else if (typeof node === 'object' && node !== null) {
    if (typeof node.mark === 'string' && typeof node.source === 'string') yield node;
    for (const each of Object.values(node)) yield* marked(each);
  }
}
const groups = {
  'behaviour and rules (`parameters`)': base.parameters,
  'terms of actors and sectors': base.parties.map((each) => each.terms),
  'opening balances and the year before': base.parties.map((each) => [each.opening, each.history, each.shares]),
  'debts, chips, halls, contracts, orders, stakes': [
    base.generations,
    base.loans,
    base.lots,
    base.sites,
    base.leases,
    base.contracts,
    base.orders,
    base.stakes,
  ],
  'announced deals and rounds': [base.commitments, base.backstops, base.rounds],
};
const counted = (items) => MARKS.map((mark) => [...marked(items)].filter((each) => each.mark === mark).length);
const MEANING_OF_MARK = {
  article: 'in the article',
  filing: 'public filing',
  'filing?': 'public filing, recalled',
  press: 'press or analyst',
  'press?': 'press, recalled',
  assumed: 'assumed',
};

function countTable(heads, labels) {
  const rows = Object.entries(groups).map(([name, items], index) => {
    const counts = counted(items);
    return [labels?.[index] ?? name, ...counts, counts.reduce((sum, each) => sum + each, 0)];
  });
  const totals = rows[0].slice(1).map((_, column) => rows.reduce((sum, row) => sum + row[column + 1], 0));
  return table(heads, [...rows, [labels?.at(-1) ?? '**all**', ...totals]]);
}

const pure = [...sourcesIn(root, 'src/engine'), ...sourcesIn(root, 'src/markets')];
const ruleFiles = [...sourcesIn(root, 'agents'), ...pure, ...sourcesIn(root, 'src/measures')];
const ruleTexts = new Map(ruleFiles.map((path) => [path, read(path)]));
const readersOf = (name) => [...ruleTexts].filter(([, text]) => text.includes(`'${name}'`)).map(([path]) => `\`${path.replace(/^src\//, '')}\``);

function parameters() {
  const rows = Object.entries(base.parameters).map(([name, quantity]) => [
    `\`${name}\``,
    PARAMETERS[name]?.meaning ?? '',
    figure(quantity.value),
    quantity.unit,
    range(quantity),
    quantity.mark,
    sourced(quantity),
    readersOf(name).join(', ') || 'no rule reads it',
  ]);
  return table(['parameter', 'what it is', 'value', 'unit', 'range', 'mark', 'source', 'read in'], rows);
}

function terms() {
  const meanings = { ...TERMS, ...SECTOR_TERMS };
  return Object.entries(meanings)
    .map(([kind, known]) => {
      const members = base.parties.filter((each) => each.kind === kind && Object.keys(each.terms).length > 0);
      if (members.length === 0) return '';
      const rows = Object.entries(known).flatMap(([name, { meaning }]) => {
        // actors with the same number from the same place share a line
        const lines = new Map();
        for (const { id, terms: own } of members) {
          const quantity = own[name];
          if (quantity === undefined) continue;
          const key = JSON.stringify(quantity);
          lines.set(key, { quantity, who: [...(lines.get(key)?.who ?? []), party(id)] });
        }
        return [...lines.values()].map(({ quantity, who }, index) => [
          index === 0 ? `\`${name}\`` : '',
          index === 0 ? meaning : '',
          who.length === members.length ? 'all' : who.join(', '),
          figure(quantity.value),
          quantity.unit,
          range(quantity),
          quantity.mark,
          sourced(quantity),
        ]);
      });
      return `### ${vocabularyEn.kinds[kind]}\n\n${table(['term', 'what it is', 'who', 'value', 'unit', 'range', 'mark', 'source'], rows)}`;
    })
    .filter((text) => text !== '')
    .join('\n');
}

function openings() {
  const rows = base.parties.flatMap((each) => [
    ...Object.entries(each.opening).map(([name, quantity]) => [
      party(each.id),
      `opening ${name}`,
      money(quantity.value),
      quantity.unit,
      quantity.mark,
      sourced(quantity),
    ]),
    ...Object.entries(each.history).map(([name, quantity]) => [
      party(each.id),
      `year before: ${name}`,
      name === 'growth' ? figure(quantity.value) : money(quantity.value),
      quantity.unit,
      quantity.mark,
      sourced(quantity),
    ]),
    ...(each.shares === undefined
      ? []
      : [
          [
            party(each.id),
            `${figure(each.shares.count)} shares, ${each.shares.listed ? 'listed' : 'private'}, worth ${figure(each.shares.multiple)} × a year's revenue`,
            figure(each.shares.price),
            'USD/share',
            each.shares.mark,
            each.shares.source,
          ],
        ]),
  ]);
  return table(['who', 'what', 'value', 'unit', 'mark', 'source'], rows);
}

const LISTS = {
  generations: [
    'Generations of chips',
    (each) => [
      each.name.en,
      party(each.vendor),
      `${figure(each.performance)} H100 equivalents, ${figure(each.price)} USD, ${figure(each.kilowattsPerGpu)} kW, launched in month ${figure(each.launchAt)}`,
    ],
  ],
  loans: [
    'Loans and bonds',
    (each) => [
      `\`${each.id}\``,
      `${party(each.lender)} → ${party(each.borrower)}`,
      `${each.kind}, ${money(each.principal)} USD${each.undrawn > 0 ? ` and ${money(each.undrawn)} undrawn until month ${each.availableUntil}` : ''} at ${figure(each.rate)} bp, tier ${each.tier}, repaid ${each.amortisesFrom >= each.maturity ? `in month ${each.maturity}` : `from month ${each.amortisesFrom} to ${each.maturity}`}${each.covenant === 'none' ? '' : `, ${each.covenant}`}`,
    ],
  ],
  contracts: [
    'Compute contracts',
    (each) => [
      `\`${each.id}\``,
      `${party(each.seller)} → ${party(each.buyer)}`,
      `${figure(each.units)} H100 equivalents at ${figure(each.rate)} USD/hour, months ${figure(each.start)} to ${figure(each.end)}, phased in over ${each.ramp}${each.prepaid > 0 ? `, ${money(each.prepaid)} USD paid ahead` : ''}`,
    ],
  ],
  leases: [
    'Leases',
    (each) => [
      `\`${each.id}\``,
      `${party(each.landlord)} → ${party(each.tenant)}`,
      `${figure(each.capacity)} kW at ${figure(each.rent)} USD/kW-month, months ${figure(each.start)} to ${figure(each.end)}`,
    ],
  ],
  stakes: ['Stakes', (each) => [party(each.issuer), `held by ${party(each.holder)}`, `${figure(each.shares)} shares`]],
  commitments: [
    'Commitments in stages',
    (each) => [
      `\`${each.id}\``,
      `${party(each.investor)} → ${party(each.issuer)}`,
      `${each.stages} stages of ${money(each.perStage)} USD beside ${money(each.ownPerStage)} of its own; ${money(each.chipsPerStage)} come back for chips; ${figure(each.stageCapacity)} kW a stage; first in month ${each.firstStageAt}`,
    ],
  ],
  backstops: [
    'Backstops',
    (each) => [
      `\`${each.id}\``,
      `${party(each.guarantor)} → ${party(each.beneficiary)}`,
      `up to ${money(each.cap)} USD, months ${each.signedAt} to ${each.end}`,
    ],
  ],
  rounds: [
    'Announced rounds',
    (each) => [`\`${each.id}\``, `${party(each.investor)} → ${party(each.issuer)}`, `${money(each.amount)} USD in month ${each.at}`],
  ],
};
/** Lists of many like things, added up by owner and source. */
const POOLED = {
  lots: [
    'Chips at the start',
    (each) => [party(each.owner), each.generation],
    (many) =>
      `${figure(many.reduce((sum, each) => sum + each.units, 0))} chips in ${many.length} lots, ${Math.min(...many.map((each) => each.age))} to ${Math.max(...many.map((each) => each.age))} months old`,
  ],
  sites: [
    'Powered shells',
    (each) => [party(each.owner), each.readyAt <= 0 ? 'ready' : 'under way'],
    (many) =>
      `${figure(many.reduce((sum, each) => sum + each.capacity, 0))} kW in ${many.length} sites at ${[...new Set(many.map((each) => figure(each.costPerKilowatt)))].join(' or ')} USD/kW, ready from month ${figure(Math.min(...many.map((each) => each.readyAt)))} to ${figure(Math.max(...many.map((each) => each.readyAt)))}`,
  ],
  orders: [
    'Orders under way',
    (each) => [`${party(each.buyer)} from ${party(each.vendor)}`, each.generation],
    (many) =>
      `${figure(many.reduce((sum, each) => sum + each.units, 0))} chips in ${many.length} orders, due in months ${Math.min(...many.map((each) => each.due))} to ${Math.max(...many.map((each) => each.due))}`,
  ],
};

function things() {
  const lists = Object.entries(LISTS).map(
    ([name, [title, row]]) =>
      `### ${title}\n\n${table(
        ['what', 'whose', 'terms', 'mark', 'source'],
        base[name].map((each) => [...row(each), each.mark, each.source]),
      )}`,
  );
  const pools = Object.entries(POOLED).map(([name, [title, keys, terms_]]) => {
    const pools_ = new Map();
    for (const each of base[name]) {
      const key = JSON.stringify([...keys(each), each.mark, each.source]);
      pools_.set(key, [...(pools_.get(key) ?? []), each]);
    }
    return `### ${title}\n\n${table(
      ['whose', 'what', 'terms', 'mark', 'source'],
      [...pools_].map(([key, many]) => {
        const [whose, what, mark, source] = JSON.parse(key);
        return [whose, what, terms_(many), mark, source];
      }),
    )}`;
  });
  return [...lists, ...pools].join('\n');
}

function scenarios() {
  return names
    .filter((id) => id !== 'base')
    .map((id) => {
      const scenario = load(id);
      const own = YAML.parse(textOf(id));
      const title = `### \`${id}\`: ${scenario.name.en}\n\n${scenario.about.how.en}\n`;
      if (own.extends === undefined)
        return `${title}\nAn economy of its own; its numbers, marks and sources are in [scenarios/${id}.yaml](../scenarios/${id}.yaml).\n`;
      const given = (name, quantity) => [name, quantity.value ?? JSON.stringify(quantity), quantity.mark ?? '', quantity.source ?? ''];
      const rows = [
        ...Object.entries(own.parameters ?? {}).map(([name, quantity]) => given(`\`${name}\``, quantity)),
        ...Object.entries(own.channels ?? {}).map(([name, on]) => [`channel ${name}`, on ? 'on' : 'off', '', '']),
        ...(own.parties ?? []).flatMap((each) => Object.entries(each.terms ?? {}).map(([name, quantity]) => given(`${party(each.id)}: \`${name}\``, quantity))),
        ...['generations', 'loans', 'contracts', 'leases', 'orders', 'commitments', 'backstops', 'rounds', 'stakes'].flatMap((list) =>
          (own[list] ?? []).map(({ id: item, mark, source, ...rest }) => [
            `${list}: \`${item}\``,
            Object.entries(rest)
              .filter(([key]) => key !== 'name')
              .map(([key, value]) => `${key} ${value}`)
              .join(', '),
            mark ?? '',
            source ?? '',
          ]),
        ),
        ...(own.shocks ?? []).map((each) => [
          `shock \`${each.id}\``,
          each.kind === 'ramp'
            ? `\`${each.lever}\` to ${each.to} over ${each.over} months from month ${each.at}`
            : `${figure(each.share * 100)}% of what ${party(each.actor)}'s customers pay is withheld for ${each.months} months from month ${each.at}`,
          each.mark,
          each.source,
        ]),
      ];
      return `${title}\nExtends \`${own.extends}\`.\n\n${table(['what differs', 'here', 'mark', 'source'], rows)}`;
    })
    .join('\n');
}

/** Constants and transitions, with the file they stand in. */
function constants() {
  const rows = ruleFiles.flatMap((path) =>
    constantsOf(parse(root, path)).map(({ name, value, meaning }) => [`[${path.replace(/^src\//, '')}](../${path})`, `\`${name}\``, value, meaning]),
  );
  return table(['file', 'constant', 'value', 'what it is'], rows);
}

function transitions() {
  const shared = guardsOf(parse(root, 'agents/solvency.ts'));
  const fileOf = (kind) => `agents/${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const rowsOf = (states, guards) =>
    Object.entries(states).flatMap(([from, { on }]) =>
      [on?.TICK ?? []].flat().map(({ guard, target }) => [from, target, guard, guards.has(guard) ? `\`${guards.get(guard)}\`` : '']),
    );
  const own = Object.entries(MACHINES).map(([kind, { machine }]) => {
    const guards = new Map([...shared, ...guardsOf(parse(root, fileOf(kind)))]);
    const regions = Object.entries(machine.config.states).filter(([name]) => name !== 'solvency');
    return `### ${vocabularyEn.kinds[kind]}\n\n${table(
      ['region', 'from', 'to', 'guard', 'when'],
      regions.flatMap(([region, { initial, states }]) =>
        rowsOf(states, guards).map(([from, ...rest]) => [region, from === initial ? `${from} (start)` : from, ...rest]),
      ),
    )}`;
  });
  const solvency = MACHINES.neocloud.machine.config.states.solvency;
  return `${own.join('\n')}\n### Solvency, the same for every borrower\n\n${table(
    ['from', 'to', 'guard', 'when'],
    rowsOf(solvency.states, shared).map(([from, ...rest]) => [from === solvency.initial ? `${from} (start)` : from, ...rest]),
  )}`;
}

const page = `# Every number of the model

Written by \`npm run tables\` from the scenarios and the sources of the rules; do not edit. What the numbers do
is said in [model.md](model.md). Money is dollars, \`m\` is a million; months are ticks, tick 0 is January 2025.

Marks: **article** in the article the project starts from · **filing** public filing · **press** press or analyst · a
**question mark** recalled, not checked · **assumed** an assumption of the model.

## How sure the numbers of \`base\` are

${countTable(['numbers', ...MARKS.map((mark) => MEANING_OF_MARK[mark]), 'all'])}
## Parameters

Levers of the whole economy. A scenario, a what-if, a sweep or a slider may move any of them; \`range\` is what is plausible,
not a limit.

${parameters()}
## Terms of actors and sectors

${terms()}
## Opening balances and the year before

${openings()}
## Things and contracts at the start, and what was announced

${things()}
## What the other scenarios change

${scenarios()}
## When machines change state

Conditions as they stand in the sources; names are fields of what an actor sees ([src/model/view.ts](../src/model/view.ts)).
The first that holds, from the top, is taken; one step a month in each region.

${transitions()}
## Constants in the rules

What is not a parameter, because nobody has asked to move it. All are assumptions unless they say otherwise.

${constants()}`;

const ZH_GROUPS = ['行为与规则（参数）', '各方条款', '期初余额与上一年', '债务、芯片、机房、合同、订单、持股', '已公布的交易与融资', '**合计**'];
const ZH_MARKS = ['文章', '公开文件', '公开文件，凭记忆', '媒体或分析师', '媒体，凭记忆', '假设'];

/** One or two numbers of every mark that readers may know, from where they stand in `base`. */
function examples(language) {
  const of = (id) => base.parties.find((each) => each.id === id);
  const item = (list, id) => base[list].find((each) => each.id === id);
  const zh = language === 'zh';
  const dollars = (value) => (zh ? `${figure(value / 1e8)} 亿美元` : `$${figure(value / 1e9)}bn`);
  const percent = (value) => `${figure(Math.round(value * 1000) / 10)}%`;
  const stage = item('commitments', 'nvidia-openai');
  const backstop = item('backstops', 'nvidia-coreweave');
  const stake = base.stakes.find((each) => each.holder === 'microsoft' && each.issuer === 'openai');
  const told = [
    [
      'article',
      stage,
      zh
        ? `英伟达对 OpenAI 的承诺：${stage.stages} 期，每期 ${dollars(stage.perStage)}`
        : `what Nvidia may pay OpenAI: ${stage.stages} stages of ${dollars(stage.perStage)}`,
    ],
    ['article', backstop, zh ? `英伟达对 CoreWeave 的兜底：${dollars(backstop.cap)}` : `its backstop for CoreWeave: ${dollars(backstop.cap)}`],
    [
      'filing',
      of('nvidia').terms.grossMargin,
      zh ? `英伟达的毛利率 ${percent(of('nvidia').terms.grossMargin.value)}` : `Nvidia's gross margin, ${percent(of('nvidia').terms.grossMargin.value)}`,
    ],
    [
      'filing',
      stake,
      zh
        ? `微软持有 OpenAI 的 ${percent(stake.shares / of('openai').shares.count)}`
        : `Microsoft's ${percent(stake.shares / of('openai').shares.count)} of OpenAI`,
    ],
    [
      'filing?',
      of('nvidia').opening.cash,
      zh ? `英伟达期初现金 ${dollars(of('nvidia').opening.cash.value)}` : `Nvidia's cash at the start, ${dollars(of('nvidia').opening.cash.value)}`,
    ],
    [
      'filing?',
      of('coreweave').history.revenue,
      zh
        ? `CoreWeave 2024 年收入 ${dollars(of('coreweave').history.revenue.value)}`
        : `CoreWeave's revenue in 2024, ${dollars(of('coreweave').history.revenue.value)}`,
    ],
    [
      'press',
      base.parameters['chips.leadTime'],
      zh ? `GPU 交货期 ${base.parameters['chips.leadTime'].value} 个月` : `${base.parameters['chips.leadTime'].value} months from order to delivery of a GPU`,
    ],
    [
      'press',
      base.parameters['neocloud.advanceRate'],
      zh
        ? `以芯片为抵押可借到成本的 ${percent(base.parameters['neocloud.advanceRate'].value)}`
        : `loans of ${percent(base.parameters['neocloud.advanceRate'].value)} of what chips cost`,
    ],
    [
      'press?',
      base.parameters['lender.baseRate'],
      zh ? `基准利率 ${percent(base.parameters['lender.baseRate'].value / 1e4)}` : `a base rate of ${percent(base.parameters['lender.baseRate'].value / 1e4)}`,
    ],
    [
      'press?',
      of('openai').opening.cash,
      zh ? `OpenAI 期初现金 ${dollars(of('openai').opening.cash.value)}` : `OpenAI's cash at the start, ${dollars(of('openai').opening.cash.value)}`,
    ],
    [
      'assumed',
      base.parameters['hyperscaler.adjustment'],
      zh
        ? `资本开支每月向目标移动 ${percent(base.parameters['hyperscaler.adjustment'].value)}`
        : `capital spending moves ${percent(base.parameters['hyperscaler.adjustment'].value)} of the way to its target each month`,
    ],
    [
      'assumed',
      base.parameters['used.impact'],
      zh
        ? `大量抛售时二手芯片跌多少（影响系数 ${base.parameters['used.impact'].value}）`
        : `how far used chips fall when many are sold (impact ${base.parameters['used.impact'].value})`,
    ],
  ];
  for (const [mark, quantity, text] of told)
    if (quantity.mark !== mark) throw new Error(`"${text}" is marked ${quantity.mark} now: change the examples in scripts/model-tables.js`);
  const rows = MARKS.map((mark, index) => [
    zh ? ZH_MARKS[index] : MEANING_OF_MARK[mark],
    [...marked(Object.values(groups))].filter((each) => each.mark === mark).length,
    told
      .filter(([own]) => own === mark)
      .map(([, , text]) => text)
      .join(zh ? '；' : '; '),
  ]);
  return table(zh ? ['可靠程度', '多少个', '例如'] : ['how sure', 'how many', 'for example'], rows);
}

const counts = {
  'README.md': `${examples('en')}\n${countTable(['numbers in `base`', ...MARKS.map((mark) => MEANING_OF_MARK[mark]), 'all'])}`,
  'README.zh.md': `${examples('zh')}\n${countTable(['`base` 中的数字', ...ZH_MARKS, '合计'], ZH_GROUPS)}`,
};
const OPENS = '<!-- counts: npm run tables -->';
const CLOSES = '<!-- /counts -->';
const { GLOSSARY, TERM_IDS } = await bring('src/words/glossary.ts');
const glossary = `# Glossary · 术语表

The words of the page, the terminal and the documents, in both languages. 页面、终端和文档里的用词，中英对照。

| English | 中文 | meaning | 含义 |
|---|---|---|---|
${TERM_IDS.map((term) => `| ${[GLOSSARY.en[term].name, GLOSSARY.zh[term].name, GLOSSARY.en[term].meaning, GLOSSARY.zh[term].meaning].map(cell).join(' | ')} |`).join('\n')}
`;
const wanted = new Map([['docs/parameters.md', page], ['docs/glossary.md', glossary]]);
for (const [path, text] of Object.entries(counts)) {
  const now = read(path);
  const [before, after] = [now.indexOf(OPENS), now.indexOf(CLOSES)];
  if (before === -1 || after === -1) throw new Error(`${path} has no place for the counts`);
  wanted.set(path, `${now.slice(0, before + OPENS.length)}\n${text}${now.slice(after)}`);
}
const stale = [...wanted].filter(([path, text]) => {
  try {
    return read(path) !== text;
  } catch {
    return true;
  }
});
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date: npm run tables`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else for (const [path, text] of stale) writeFileSync(new URL(path, root), text);
