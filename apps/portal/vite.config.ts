import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// While developing, the page comes from here and everything else from a running platform (`npm start`).
const platform = process.env['XIETONG_PORTAL_URL'] ?? 'http://127.0.0.1:4100';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': platform, '/config.json': platform } },
  build: {
    target: 'es2022',
    // A file inlined as `data:` is fetched again with every change of the script that holds it.
    assetsInlineLimit: 0,
    // ECharts is the largest part; it is loaded with the first chart and by no other page.
    chunkSizeWarningLimit: 600,
    // The vocabulary only declares: what the page does not use of it, the calendar of working days above all, stays out.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/libs\/domain\/|node_modules\/(chinese-days|temporal-polyfill|temporal-utils)\//.test(id) },
    },
  },
});
