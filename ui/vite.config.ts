import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const src = resolve(here, "src");

/** Character maps and standard fonts of pdf.js, served from the app's own origin under /pdf. */
function pdfAssets(): Plugin {
	const root = resolve(here, "node_modules/pdfjs-dist");
	return {
		name: "pdf-assets",
		apply: "build",
		generateBundle() {
			for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
				for (const name of readdirSync(join(root, folder))) {
					if (name.startsWith("LICENSE")) continue;
					this.emitFile({ type: "asset", fileName: `pdf/${folder}/${name}`, source: readFileSync(join(root, folder, name)) });
				}
			}
		},
	};
}

export default defineConfig({
	plugins: [svelte(), pdfAssets()],
	resolve: {
		alias: [
			// Screens can be looked at without the core by pointing LX_BRIDGE to a stand-in of src/host/bridge.ts.
			{ find: "$bridge", replacement: process.env["LX_BRIDGE"] ?? join(src, "host/bridge.ts") },
			{ find: /^\$(host|text|kit)$/, replacement: join(src, "$1/index.ts") },
			{ find: /^\$(host|kit|areas|pages)\//, replacement: `${src}/$1/` },
		],
	},
	server: { port: 5173, strictPort: true, fs: { allow: [resolve(here, "..")] } },
	build: { target: "safari16", outDir: process.env["LX_OUT"] ?? "dist", emptyOutDir: true, chunkSizeWarningLimit: 1500, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
