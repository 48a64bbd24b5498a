/** `info`: what is in a recording, from its header, its index and its last month, however long it is; every stored byte is looked at. */
import { changesInForce } from '../../playback/branch.ts';
import { makeFormat } from '../../words/format.ts';
import { makeSpeaker } from '../../words/speaker.ts';
import { describeRecordingProblem } from '../../words/recording.ts';
import { changeText } from '../change-text.ts';
import { withRecording } from '../recordings.ts';
import type { Report } from '../report.ts';
import { fileSize, table, type Terminal } from '../terminal.ts';

export async function info(terminal: Terminal, path: string): Promise<Report> {
  const { words, language } = terminal;
  return withRecording(path, async ({ recording, size }) => {
    const { header, ticks, digest, notes, problem } = recording;
    const { scenario, seed, model, horizon, parent } = header;
    const read = ticks === 0 ? null : await recording.frame(ticks - 1);
    const last = read?.ok === true ? read.frame : null;
    const progress = terminal.progress('reading', ticks);
    const stored = await recording.checkStored((nth) => progress.at(nth)).finally(() => progress.stop());
    const wrong = stored ?? problem ?? (read?.ok === false ? read.problem : null);
    const readable = stored?.key === 'recording.changed' ? stored.tick : ticks;
    const speaker = makeSpeaker(language, scenario, terminal.names);
    const format = makeFormat(language, scenario.opens);
    const { field } = words;
    const dollars = (amount: number | undefined): string => (amount === undefined ? words.notApplicable : format.dollars(amount));
    const changes = changesInForce(header);
    const rows: string[][] = [
      [field.scenario, `${scenario.name[language]} (${scenario.id})`],
      [field.seed, seed],
      [field.months, String(horizon)],
      [field.state, wrong === null ? words.complete : describeRecordingProblem(wrong, language)],
      ...(wrong === null ? [] : [[field.opened, String(readable)]]),
      [words.parties, scenario.parties.map((party) => `${speaker.party(party.id)} (${party.id})`).join(', ')],
      [field.model, model],
      [field.format, String(recording.format)],
      [field.size, fileSize(size, format)],
      [field.digest, digest],
      ...(parent === undefined ? [] : [[field.branchOf, parent.digest]]),
      ...changes.map(({ tick, changes: made }) => [field.changes, `${words.fromMonth(format.dateTick(tick))}: ${made.map((change) => changeText(change, words)).join(', ')}`]),
      ...(notes === null ? [] : [[field.title, notes.title], [field.author, notes.author], [field.bookmarks, String(notes.bookmarks.length)]]),
      ...(last === null
        ? []
        : [
            [field.lastMonth, format.dateTick(last.tick)],
            [field.spending, dollars(last.measures.ai.endCustomerSpending)],
            [field.capex, dollars(last.measures.ai.capex)],
            [field.vendorRevenue, dollars(last.measures.vendor.revenue)],
            [field.traced, last.measures.circularity.traced === null ? words.notApplicable : format.percent(last.measures.circularity.traced)],
          ]),
    ];
    const json = {
      ok: wrong === null, file: path, bytes: size, format: recording.format, model, parties: scenario.parties.map(({ id, kind }) => ({ id, kind, name: speaker.party(id) })), scenario: { id: scenario.id, name: scenario.name, digest: header.scenarioDigest }, seed, horizon, ticks: readable, digest,
      parent: parent ?? null, notes, measures: last?.measures ?? null, problem: wrong,
    };
    return { ok: wrong === null, json, text: table([], rows) };
  });
}
