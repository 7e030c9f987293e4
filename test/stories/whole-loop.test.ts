// A few lives with every run of the unit tests; `npm run model` plays ten thousand.
import { test } from "vitest";
import { assertWholeLoop } from "./whole-loop.ts";

test("over the whole loop nothing vanishes, closes unproven, binds by an agency's act, or is on no list", () => {
  assertWholeLoop(40);
});
