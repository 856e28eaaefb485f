import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/',
  // What the server checks by, too; it is no package.
  resolve: {
    alias: { '@orkestra/json-schema': fileURLToPath(new URL('../../libs/json-schema/src', import.meta.url)) },
  },
  plugins: [react(), withoutTestRegistry()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Older targets rewrite `light-dark()` in a way that does not follow Mantine's colour scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: gateway, ws: true },
      '/api': { target: gateway },
    },
  },
});

/** `@rjsf/core` exports a helper for its own tests, and with it Ajv, which we don't use: see form-validator.ts. */
function withoutTestRegistry(): Plugin {
  const stub = '\0no-ajv';
  return {
    name: 'without-test-registry',
    enforce: 'pre',
    resolveId: (id) => (id === '@rjsf/validator-ajv8' ? stub : null),
    load: (id) => (id === stub ? 'export default {};' : null),
  };
}
