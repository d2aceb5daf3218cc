/** esbuild writes an imported style sheet beside the bundle: `dist/media/panel.css`. */
declare module '*.css';
