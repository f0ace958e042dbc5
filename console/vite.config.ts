import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Paths that the server answers itself; everything else is a page. */
const SERVER = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // The sources: a build of the client is for others.
  resolve: { alias: { '@crewready/client': new URL('../client/src/index.ts', import.meta.url).pathname } },
  build: { target: 'es2022', assetsDir: 'assets', reportCompressedSize: false },
  server: {
    proxy: {
      '^/(?!@|src/|node_modules/|assets/|$).*': {
        target: SERVER,
        // What the address bar asks for is a page of ours.
        bypass: ({ headers, url }) =>
          headers.accept?.includes('text/html') ? '/index.html' : url && undefined,
      },
    },
  },
});
