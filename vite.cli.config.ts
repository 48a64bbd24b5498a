/** The terminal command and the modules for researchers, bundled for Node; libraries stay outside. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { 'cli/main': 'src/cli/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'cli/parts/[name]-[hash].js' },
    },
  },
});
