// Gives commands from a screen: decided on the spot, stored, and the loop woken. A refusal becomes its sentence.
import { useState } from "react";
import { problemText } from "#domain/problems.ts";
import { type CommandToIssue, issueCommands } from "../store/issue-commands.ts";
import { useField } from "./field-context.ts";

export interface Issuing {
  /** True when all were accepted here; else the sentence stands in `problem`. */
  readonly issue: (commands: readonly CommandToIssue[]) => Promise<boolean>;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly clear: () => void;
}

export function useIssue(scope: string): Issuing {
  const { db, loop } = useField();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function issue(commands: readonly CommandToIssue[]): Promise<boolean> {
    setBusy(true);
    try {
      const result = await issueCommands(db, scope, commands);
      setProblem(result.ok ? undefined : problemText(result.problem));
      if (result.ok) loop.wake();
      return result.ok;
    } catch (error) {
      console.error("the command could not be stored", error);
      setProblem("没有存下：这台手机的存储写不进去。请先到“未送出”导出成文件，再腾出空间。");
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { issue, problem, busy, clear: () => setProblem(undefined) };
}
