import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // A file inlined as `data:` is fetched again with every change of the script that holds it.
    assetsInlineLimit: 0,
    // ECharts is the largest part; it is loaded with the first chart and by no other page.
    chunkSizeWarningLimit: 600,
  },
});
