import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.LOOPBACK_URL ?? 'http://127.0.0.1:4173';

// The page is read from the program itself under a policy without inline code or styles: nothing is inlined, not even
// small files, and the polyfill that Vite would add is left out because the oldest engine named below needs none.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  // In a browser the screens ask a loopback host, wherever `LOOPBACK_URL` says it listens.
  server: { port: 5173, strictPort: true, proxy: { '/rpc': backend, '/events': backend } },
  build: {
    target: ['chrome105', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], setupFiles: ['src/test-setup.ts'] },
});
