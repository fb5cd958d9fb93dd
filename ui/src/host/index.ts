export { api } from "./api";
export { documentUrl, listen, onDrop, pickFiles, pickFolder, pickTarget, reveal, type DropNews, type Filter } from "$bridge";
export { asFault } from "./fault";
export type * from "./gen/index";
