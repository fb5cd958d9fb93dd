import { expect, test } from "vitest";
import { bare, clock, day, moment, size } from "./format";

test("times are shown in UTC+8 whatever the machine says", () => {
	const at = Date.UTC(2026, 10, 22, 17, 4, 33);
	expect([clock(at), day(at), moment(at)]).toEqual(["01:04:33", "2026-11-23", "2026-11-23 01:04"]);
});

test("limits are shown without idle zeros", () => expect(["20.00", "17.50", "100", "0.05"].map(bare)).toEqual(["20", "17.5", "100", "0.05"]));

test("sizes are shown in the unit that fits", () => expect([512, 2048, 3_500_000].map(size)).toEqual(["512 B", "2 KB", "3.3 MB"]));
