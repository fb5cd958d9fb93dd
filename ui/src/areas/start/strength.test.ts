import { expect, test } from "vitest";
import { strengthOf } from "./strength";

test("length and variety make a passphrase stronger", () => {
	expect(["", "123456", "aaaaaaaaaaaaaaaa", "林间小路 2026", "青山 四月 木棉 渡船"].map(strengthOf)).toEqual(["none", "weak", "weak", "fair", "good"]);
});
