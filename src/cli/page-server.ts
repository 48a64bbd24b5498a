/**
 * Serves a folder to this machine only: the built page and its files, nothing outside the folder, nothing that changes
 * anything. Any page it serves forbids itself the rest of the network.
 */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.yaml': 'text/yaml; charset=utf-8',
};

export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** How many further ports to try when it is taken. */
  readonly tries?: number;
}

/** @throws what `listen` throws when no port can be had. */
export async function servePage(folder: string, { port, tries = 0 }: ServeOptions): Promise<PageServer> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request.method ?? 'GET', request.url ?? '/', response).catch(() => {
      refuse(response, 500);
    });
  });
  const taken = await listen(server, port, tries);
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function listen(server: Server, port: number, tries: number): Promise<number> {
  for (let next = port; ; next++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next >= port + tries) throw error;
    }
  }
}

async function answer(root: string, method: string, url: string, response: ServerResponse): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
  const file = await fileAt(root, url);
  if (file === null) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file an address names, if it lies in the folder; a folder means its index.html. */
async function fileAt(root: string, url: string): Promise<{ readonly path: string; readonly size: number } | null> {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (name.includes('\0')) return null;
    let path = await realpath(join(root, name));
    if ((await stat(path)).isDirectory()) path = await realpath(join(path, 'index.html'));
    if (!path.startsWith(root + sep)) return null;
    const { size } = await stat(path);
    return { path, size };
  } catch {
    return null; // no such file, or no such name
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}
