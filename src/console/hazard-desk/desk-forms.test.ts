// Every desk act of the domain has its form, and no form is without an act: no dead button, no act without a screen.
import { expect, test } from "vitest";
import { findCommand } from "#domain/commands.ts";
import { documentedResults, resultKinds } from "#domain/enforcement/statuses.ts";
import { deskCommands } from "#domain/hazard/acts-now.ts";
import { isOptional, readConditions, writeConditions } from "./act-form.ts";
import { deskForms } from "./desk-forms.ts";

test("forms and desk commands are the same list", () => {
  expect([...deskForms.keys()].toSorted()).toEqual([...deskCommands].toSorted());
});

test("every form's command is one the write path knows", () => {
  for (const command of deskForms.keys()) expect([command, findCommand(command)?.name]).toEqual([command, command]);
});

test("conditions survive being kept in one text", () => {
  const lines = [
    { met: true, condition: "未设置隔离" },
    { met: false, condition: "" },
  ];
  expect(readConditions(writeConditions(lines))).toEqual(lines);
});

test("a document's number may stay empty only where no document is issued", () => {
  const field = deskForms.get("enforcement.conclude")?.fields.find(({ name }) => name === "documentNumber");
  if (!field) throw new Error("no field for the number");
  const may = resultKinds.filter((resultKind) => isOptional(field, { resultKind }));
  expect(may).toEqual(resultKinds.filter((kind) => !documentedResults.includes(kind)));
  expect(may).toContain("noPenalty");
});
