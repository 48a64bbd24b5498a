import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage, type PageServer } from '../../src/cli/page-server.ts';

describe('the page server', () => {
  const outside = mkdtempSync(join(tmpdir(), 'ouroboros-served-'));
  const folder = join(outside, 'page');
  let server: PageServer;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'assets', '中 文.js'), '1');
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    server = await servePage(folder, { port: 0 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(outside, { recursive: true });
  });

  it('gives the page and its files, each with its type', async () => {
    const page = await fetch(server.address);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<p>page</p>']);
    const script = await fetch(`${server.address}assets/${encodeURIComponent('中 文.js')}?v=1`);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    const head = await fetch(server.address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', '']);
  });

  it('gives nothing that lies outside, however it is asked', async () => {
    for (const path of ['link.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', 'assets', 'nothing', '%00', '%ff', 'index.html%00.js'])
      expect([path, (await fetch(server.address + path)).status]).toEqual([path, 404]);
    expect(await raw(new URL(server.address).port, 'GET /../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 404/);
    expect((await fetch(server.address, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port when one is taken, and says so when none is left', async () => {
    const port = Number(new URL(server.address).port);
    const next = await servePage(folder, { port, tries: 50 });
    expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
    await next.close();
    await expect(servePage(folder, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

function raw(port: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => (answer += chunk.toString())).on('end', () => resolve(answer)).on('error', reject);
  });
}
