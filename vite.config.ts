/**
 * Builds the page: a static site that works from any sub-path, or with `--mode offline` one file that opens by double
 * click. Both carry a policy under which the page can reach nothing outside itself.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import type { Problem } from './src/scenario/problem.ts';
import { readFile } from './src/scenario/read.ts';

const MARK = /<!-- content security policy[^>]*-->/;

/** No network, no eval, nobody else's scripts; workers from the page itself. */
function policy(scripts: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    'img-src \'self\' data: blob:',
    'media-src blob:',
    'worker-src \'self\' blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

const meta = (content: string): string => `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
const hashes = (html: string, tag: RegExp): string => [...html.matchAll(tag)].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`).join(' ');

/** The policy is a fact of the build: the server for developers injects scripts and styles that it would forbid. */
function contentSecurityPolicy(offline: boolean): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: { order: 'post', handler: (html) => (offline ? html : html.replace(MARK, meta(policy("'self'", "'self'")))) },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!offline) return;
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const html = String(file.source);
          const scripts = hashes(html, /<script[^>]*>([\s\S]*?)<\/script>/g);
          // scripts hold texts that look like styles
          const styles = hashes(html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, ''), /<style[^>]*>([\s\S]*?)<\/style>/g);
          file.source = html.replace(MARK, meta(policy(`${scripts} blob:`, styles)));
        }
      },
    },
  };
}

/** `file.yaml?read`: the map that a scenario file is read to, so that the page need not. */
function readWhenBuilt(): Plugin {
  const ENDING = '.yaml?read';
  return {
    name: 'read-when-built',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(ENDING)) return null;
      const path = id.slice(0, -'?read'.length);
      this.addWatchFile(path);
      const problems: Problem[] = [];
      const map = readFile(readFileSync(path, 'utf8'), basename(path), new WeakMap(), problems);
      if (map === null || problems.length > 0) this.error(`${path} cannot be read: ${JSON.stringify(problems[0])}`);
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(map))});`, map: null, moduleType: 'js' };
    },
  };
}

export default defineConfig(({ mode }) => {
  const offline = mode === 'offline';
  return {
    base: './',
    plugins: [react(), readWhenBuilt(), ...(offline ? [viteSingleFile()] : []), contentSecurityPolicy(offline)],
    resolve: offline ? { alias: [{ find: './spawn.ts', replacement: new URL('./src/worker/spawn-inline.ts', import.meta.url).pathname }] } : {},
    worker: { format: offline ? 'iife' : 'es' },
    build: {
      outDir: offline ? 'dist/offline' : 'dist/page',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      sourcemap: false,
    },
  };
});
