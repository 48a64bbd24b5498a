import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PAGE } from '../../src/cli/root.ts';
import { folder, ouroboros, startOuroboros } from './ouroboros.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the command from a fresh tree', () => {
  it('builds itself once, and says how where it cannot', () => {
    const place = folder();
    for (const part of ['bin', 'scripts', 'src', 'scenarios', 'package.json', 'vite.cli.config.ts', 'tsconfig.json', 'tsconfig.pure.json', 'tsconfig.lib.json', 'agents'])
      if (existsSync(join(root, part))) cpSync(join(root, part), join(place, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    const run = (): ReturnType<typeof spawnSync> => spawnSync(process.execPath, ['bin/ouroboros.js', 'check', 'base'], { cwd: place, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' } });
    const first = run();
    expect([first.status, first.stdout]).toEqual([0, expect.stringContaining('has no mistakes')]);
    expect(first.stderr).toContain('building');
    expect([run().status, run().stderr]).toEqual([0, '']);
    rmSync(join(place, 'dist'), { recursive: true });
    rmSync(join(place, 'scripts'), { recursive: true });
    expect([run().status, run().stderr]).toEqual([1, expect.stringMatching(/npm run build.*npm run build/s)]);
  });
});

describe('ouroboros serve', () => {
  it.skipIf(!existsSync(join(PAGE, 'index.html')) && process.env.CI !== 'true')('shows the page at an address of this machine until it is stopped', async () => {
    const server = startOuroboros(['serve', '--port', '47310']);
    const said = await new Promise<string>((resolve) => server.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
    // another one beside it takes the next port
    const second = startOuroboros(['serve', '--port', new URL(address).port]);
    const other = await new Promise<string>((resolve) => second.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    expect(/http:\/\/127\.0\.0\.1:\d+\//.exec(other)?.[0]).not.toBe(address);
    server.kill('SIGINT');
    second.kill('SIGTERM');
    expect([(await server.ended).code, (await second.ended).code]).toEqual([0, 0]);
  });

  it('refuses a port that is none', () => {
    expect(ouroboros(['serve', '--port', '70000'])).toMatchObject({ code: 2, err: expect.stringContaining('--port takes a whole number from 1 to 65535') as string });
  });
});
