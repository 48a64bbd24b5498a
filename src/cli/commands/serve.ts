/** `serve`: the built page at an address of this machine, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failed, systemCode } from '../failed.ts';
import { servePage, type PageServer } from '../page-server.ts';
import type { Report } from '../report.ts';
import { PAGE } from '../root.ts';
import type { Terminal } from '../terminal.ts';

/** Ports tried after the one asked for. */
const TRIES = 20;

export async function serve(terminal: Terminal, { port }: { readonly port: number }): Promise<Report> {
  if (!existsSync(join(PAGE, 'index.html'))) throw new Failed({ key: 'cli.notBuilt' });
  let server: PageServer;
  try {
    server = await servePage(PAGE, { port, tries: TRIES });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new Failed({ key: 'cli.noPort', port });
  }
  const { address } = server;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close();
    });
  return { ok: true, json: { ok: true, address }, text: `${terminal.words.serving(address)}\n${terminal.words.serveHint}` };
}
