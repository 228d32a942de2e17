import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk is served below /desk/ by the server; while developing, the API of a running server is passed through. */
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
