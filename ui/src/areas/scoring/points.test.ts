import { describe, expect, test } from "vitest";
import { plainPoints, share, stepped } from "./points";

describe("points as they are typed", () => {
	test.each([
		["１７。５", "17.5"],
		["18．5", "18.5"],
		["１８，５", "18.5"],
		[" 16 ", "16"],
		["", ""],
		["abc", "abc"],
	])("%s means %s", (typed, plain) => expect(plainPoints(typed)).toBe(plain));

	test("an arrow moves by one step and stays inside the scale", () => {
		expect(stepped("17.50", 1, "0.50", "20.00")).toBe("18.00");
		expect(stepped("20", 1, "0.50", "20.00")).toBe("20.00");
		expect(stepped("0", -1, "0.50", "20.00")).toBe("0.00");
	});

	test("an arrow in an empty field starts at the end it points away from", () => {
		expect(stepped("", 1, "0.50", "20.00")).toBe("0.00");
		expect(stepped("", -1, "0.50", "20.00")).toBe("20.00");
	});

	test("tenths do not pick up the errors of floating point", () => expect(stepped("0.10", 2, "0.10", "20")).toBe("0.30"));

	test("the bar shows a share of full marks and nothing for no points", () => {
		expect(share("15.00", "20.00")).toBe(75);
		expect(share(null, "20.00")).toBe(0);
	});
});
