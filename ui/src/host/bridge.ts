// The only file that knows Tauri. A stand-in with the same exports lets the screens be looked at without the core.
import { invoke as tauriInvoke } from "@tauri-apps/api/core";
import { listen as tauriListen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { open, save } from "@tauri-apps/plugin-dialog";
import { revealItemInDir } from "@tauri-apps/plugin-opener";

// Tauri names the arguments of a command in camel case; what is inside them keeps its names.
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const invoke = <T>(command: string, args: Record<string, unknown> = {}): Promise<T> =>
	tauriInvoke<T>(command, Object.fromEntries(Object.entries(args).map(([name, value]) => [camel(name), value])));

export const listen = <T>(event: string, heard: (payload: T) => void): Promise<() => void> =>
	tauriListen<T>(event, (message) => heard(message.payload));

export type Filter = { name: string; extensions: string[] };

export async function pickFiles(title: string, filters: Filter[], multiple: boolean): Promise<string[]> {
	const picked = await open({ title, filters, multiple });
	if (picked === null) return [];
	return Array.isArray(picked) ? picked : [picked];
}

export const pickFolder = (title: string): Promise<string | null> => open({ title, directory: true });

export const pickTarget = (title: string, suggested: string, filters: Filter[]): Promise<string | null> =>
	save({ title, defaultPath: suggested, filters });

export const reveal = (path: string): Promise<void> => revealItemInDir(path);

export type DropNews = { over: boolean; paths: string[] };

/** Tells when files hover over the window and when they are let go. */
export const onDrop = (heard: (news: DropNews) => void): Promise<() => void> =>
	getCurrentWebview().onDragDropEvent(({ payload }) => {
		if (payload.type === "drop") heard({ over: false, paths: payload.paths });
		else heard({ over: payload.type !== "leave", paths: [] });
	});

const windows = navigator.userAgent.includes("Windows");

/** Where the core serves documents: by digest, or `file?path=…` for files it made or checked itself. */
export const documentUrl = (tail: string): string => (windows ? `http://lxdoc.localhost/${tail}` : `lxdoc://localhost/${tail}`);
