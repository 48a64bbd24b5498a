/** The terminal command, or with `--mode lib` the modules for researchers, bundled for Node; libraries stay outside. */
import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

const modules = ['contagion', 'measures'].filter((name) => existsSync(new URL(`src/${name}/index.ts`, import.meta.url)));

export default defineConfig(({ mode }) => ({
  publicDir: false as const,
  build: {
    ssr: true,
    target: 'node20',
    outDir: mode === 'lib' ? 'dist/lib' : 'dist/cli',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: mode === 'lib' ? Object.fromEntries(modules.map((name) => [`${name}/index`, `src/${name}/index.ts`])) : { main: 'src/cli/main.ts', 'history-worker': 'src/ensemble/history-worker.ts', 'trace-worker': 'src/ensemble/trace-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
}));
