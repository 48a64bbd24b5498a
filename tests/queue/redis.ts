/** A real redis-server on a free port of this machine, started and stopped by a test; it may be killed and started again with its files. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Why there is none; null when there is one. In CI a missing one fails the tests instead of skipping them. */
export const noRedis: string | null = spawnSync('redis-server', ['--version']).status === 0 || process.env['CI'] === 'true' ? null : 'redis-server is not installed and could not be: sh scripts/test-tools says how';

export interface Broker {
  readonly address: string;
  readonly redis: Redis;
  /** As a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** `keeps`: with an append-only file written at every command, or nothing at all. */
export async function startBroker(keeps: 'everything' | 'nothing'): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), 'ouroboros-redis-'));
  const port = await freePort();
  const kept = keeps === 'everything' ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  let server: ChildProcess;
  const redis = new Redis({ host: '127.0.0.1', port, lazyConnect: true, maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  const start = async (): Promise<void> => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction', ...kept], { stdio: 'ignore' });
    if (redis.status === 'wait') await redis.connect().catch(() => undefined);
    await redis.ping();
  };
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  await start();
  return {
    address: `redis://127.0.0.1:${port}`,
    redis,
    start,
    kill: () => ended('SIGKILL'),
    stop: async () => {
      redis.disconnect();
      await ended('SIGTERM');
    },
  };
}
