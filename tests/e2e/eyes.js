// What an attentive person would object to on the page, as sentences. Installed once, asked again and again.
(() => {
	const seen = { errors: [] };
	// The browser's own remark that a size changed twice in one frame says nothing about the page.
	const note = (what) => String(what).includes("ResizeObserver loop") || seen.errors.push(String(what && what.stack ? `${what.message} ${what.stack}` : what).slice(0, 300));
	for (const level of ["error", "warn"]) {
		const before = console[level].bind(console);
		console[level] = (...words) => { note(`console.${level}: ${words.map(String).join(" ")}`); before(...words); };
	}
	addEventListener("error", (event) => note(event.error ?? event.message));
	addEventListener("unhandledrejection", (event) => note(event.reason));

	const top = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
	const shown = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && el.getClientRects().length > 0 && el.getBoundingClientRect().width > 1.5;
	const name = (el) => `<${el.tagName.toLowerCase()}${el.dataset?.testid ? ` ${el.dataset.testid}` : ""}${el.className && typeof el.className === "string" ? ` .${el.className.split(" ").filter((part) => !part.startsWith("svelte-")).join(".")}` : ""}> “${(el.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;

	// Colours as numbers, whatever notation they are written in.
	const pad = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
	const colours = new Map();
	function rgba(colour) {
		if (!colours.has(colour)) {
			pad.clearRect(0, 0, 1, 1);
			pad.fillStyle = "#000";
			pad.fillStyle = colour;
			pad.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = pad.getImageData(0, 0, 1, 1).data;
			colours.set(colour, [r, g, b, a / 255]);
		}
		return colours.get(colour);
	}
	const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
	const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	function behind(el) {
		const layers = [];
		for (let at = el; at; at = at.parentElement) {
			const style = getComputedStyle(at);
			if (style.backgroundImage !== "none") return undefined;
			const colour = rgba(style.backgroundColor);
			if (colour[3] > 0) layers.push(colour);
			if (colour[3] === 1) break;
		}
		return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
	}

	const words = (el) => el.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ") || el.getAttribute("aria-label") || [...(el.labels ?? [])].map((label) => label.textContent).join(" ") || (["INPUT", "SELECT", "TEXTAREA"].includes(el.tagName) ? "" : el.textContent) || el.getAttribute("title") || "";
	const ACTIVE = "button, a[href], input, select, textarea, summary, [role=tab], [role=option], [role=separator], [role=radio], tr[tabindex]";
	const active = (root) => [...root.querySelectorAll(ACTIVE)].filter((el) => shown(el) && !el.disabled && !el.closest("[inert]"));
	// One stop stands for the whole of these; arrows walk inside, and the cells' figures are reached through their experts' buttons.
	const roving = (el) => el.matches("[role=tab], [role=option], tr[data-row], .cells button, [data-rove] button, input[type=radio]");

	function texts(root) {
		const all = [];
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const el = node.parentElement;
			if (!el || node.data.trim() === "" || el.closest("script, style, option, .textLayer, .hidden, [data-mark=watermark]") || !shown(el)) continue;
			if (root === document.body && el.closest("dialog")) continue;
			all.push([node, el]);
		}
		return all;
	}

	function cut(node, el) {
		const range = document.createRange();
		range.selectNodeContents(node);
		const boxes = [...range.getClientRects()];
		// What lies below a dialog does not clip it.
		for (let at = el; at && at !== document.body; at = at.matches("dialog") ? null : at.parentElement) {
			const style = getComputedStyle(at);
			const frame = at.getBoundingClientRect();
			const ways = [["overflowX", "left", "right"], ["overflowY", "top", "bottom"]];
			for (const [way, from, to] of ways) {
				if (style[way] === "auto" || style[way] === "scroll") return undefined;
				if (style[way] === "visible") continue;
				const box = boxes.find((one) => one[from] < frame[from] - 3 || one[to] > frame[to] + 3);
				if (box) return at.closest("[title]") || el.closest("[title]") ? undefined : `${Math.round(box[from])}–${Math.round(box[to])} in ${Math.round(frame[from])}–${Math.round(frame[to])} of ${name(at).slice(0, 60)}`;
			}
		}
		return undefined;
	}

	function language(lang, corpus, ids, said) {
		for (const [node, el] of said) {
			if (el.closest("[translate=no]")) continue;
			const text = node.data.trim();
			for (const word of text.match(/\b[a-z]+(?:-[a-z0-9_]+)+\b/g) ?? []) if (ids.has(word)) yieldFault(`a raw id “${word}” in ${name(el)}`);
			if (lang === "en") {
				for (const run of text.match(/[\u3400-\u9fff\u{20000}-\u{3ffff}]+/gu) ?? []) if (!corpus.includes(run)) yieldFault(`Chinese in English: “${text.slice(0, 60)}” in ${name(el)}`);
				if (/[，。；：（）]/.test(text) && !/[\u3400-\u9fff]/.test(text)) yieldFault(`Chinese punctuation in English: “${text.slice(0, 60)}”`);
			} else if (/[A-Za-z]{2,}(?:[ ,.]+[A-Za-z]{2,}){2,}/.test(text) && !/[\u3400-\u9fff]/.test(text) && !corpus.includes(text) && !el.closest(".mono, code")) yieldFault(`English in Chinese: “${text.slice(0, 60)}” in ${name(el)}`);
		}
	}

	let faults = [];
	const yieldFault = (what) => faults.push(what);

	window.__eyes = {
		learn(corpus, ids) {
			this.corpus = corpus;
			this.ids = new Set(ids);
		},
		look(lang) {
			faults = [];
			const root = top();
			const said = texts(root);
			language(lang, this.corpus, this.ids, said);
			for (const one of [document.documentElement, document.body]) if (one.scrollWidth > one.clientWidth) yieldFault(`the page is wider than the window: ${one.scrollWidth} > ${one.clientWidth}`);
			for (const el of root.querySelectorAll("*")) {
				const style = getComputedStyle(el);
				if (/auto|scroll/.test(style.overflowX) && el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && !el.closest("[role=tablist], [data-testid=blocks], .textLayer, input, textarea") && shown(el)) yieldFault(`scrolls sideways (${el.scrollWidth} in ${el.clientWidth}): ${name(el)}`);
			}
			for (const [node, el] of said) {
				const style = getComputedStyle(el);
				const size = parseFloat(style.fontSize);
				if (size < 13) yieldFault(`${size} px: ${name(el)}`);
				const lead = parseFloat(style.lineHeight) / size;
				const lines = new Set([...(() => { const r = document.createRange(); r.selectNodeContents(node); return r.getClientRects(); })()].map((box) => Math.round(box.top))).size;
				if (lines > 1 && lead < 1.3) yieldFault(`lines too close (${lead.toFixed(2)}): ${name(el)}`);
				const where = cut(node, el);
				if (where) yieldFault(`cut off without a way to read it, ${where}: ${name(el)}`);
				if (el.closest(":disabled, [aria-disabled=true], [aria-hidden=true]")) continue;
				const back = behind(el);
				if (!back) continue;
				const front = over(rgba(style.color), back);
				const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
				const ratio = (a + 0.05) / (b + 0.05);
				const big = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
				if (ratio < (big ? 3 : 4.5)) yieldFault(`contrast ${ratio.toFixed(2)}: ${name(el)}`);
			}
			for (const el of active(root)) {
				if (words(el).trim() === "") yieldFault(`has no name: ${name(el)} ${el.outerHTML.slice(0, 120)}`);
				const target = el.matches("input[type=checkbox], input[type=radio]") && el.labels?.[0] ? el.labels[0] : el;
				const box = target.getBoundingClientRect();
				if (box.height < 27.5 && !el.matches("[role=separator], tr")) yieldFault(`a target of ${Math.round(box.height)} px: ${name(el)}`);
				const middle = [box.left + box.width / 2, box.top + box.height / 2];
				const hit = document.elementFromPoint(...middle);
				const inside = (() => { for (let at = el.parentElement; at; at = at.parentElement) { if (getComputedStyle(at).overflowY !== "visible" || getComputedStyle(at).overflowX !== "visible") { const frame = at.getBoundingClientRect(); if (middle[0] < frame.left + 1 || middle[0] > frame.right - 1 || middle[1] < frame.top + 1 || middle[1] > frame.bottom - 1) return false; } } return middle[0] > 0 && middle[1] > 0 && middle[0] < innerWidth && middle[1] < innerHeight; })();
				const sticky = (at) => { for (; at; at = at.parentElement) if (["sticky", "fixed", "absolute"].includes(getComputedStyle(at).position)) return true; return false; };
				if (inside && hit && !target.contains(hit) && !hit.contains(target) && !(el.labels && [...el.labels].some((label) => label.contains(hit))) && !sticky(hit)) yieldFault(`covered by ${name(hit)}: ${name(el)}`);
			}
			for (const error of seen.errors.splice(0)) yieldFault(error);
			return [...new Set(faults)];
		},
		/** Begins to write down where the focus goes. */
		follow() {
			if (document.activeElement instanceof HTMLElement && !document.querySelector("dialog[open]")) document.activeElement.blur();
			const stops = new Set();
			const dull = [];
			const on = (event) => {
				const el = event.target;
				if (stops.has(el)) return;
				stops.add(el);
				const style = getComputedStyle(el);
				const frame = el.parentElement && getComputedStyle(el.parentElement);
				const lit = (s) => s && ((s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
				if (!lit(style) && !(el.matches("input") && lit(frame))) dull.push(name(el));
			};
			addEventListener("focusin", on, true);
			const wanted = active(top());
			if (document.activeElement && document.activeElement !== document.body) stops.add(document.activeElement);
			this.followed = { stops, dull, wanted, end: () => removeEventListener("focusin", on, true) };
			return wanted.length;
		},
		/** What the Tab key did not reach, and where one could not see the focus. */
		followedTo() {
			const { stops, dull, wanted, end } = this.followed;
			end();
			const missed = wanted.filter((el) => el.isConnected && shown(el) && !stops.has(el) && !roving(el)).map((el) => `Tab does not reach ${name(el)}`);
			document.querySelectorAll("[role=tablist]").forEach((list) => shown(list) && !list.closest("[inert]") && top().contains(list) && ![...stops].some((el) => list.contains(el)) && missed.push(`Tab does not reach the tabs ${list.getAttribute("aria-label")}`));
			return [...missed, ...dull.map((what) => `the focus cannot be seen on ${what}`)];
		},
	};
})();
