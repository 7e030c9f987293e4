// A command from a button: sent under the current membership, its refusal shown in its own sentence, the lists read again.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import type { OutcomeAnswer } from "#api/commands.ts";
import { useMembership } from "../session/session-context.ts";
import { failureText } from "./failures.ts";
import { type CommandToSend, sendCommand } from "./send-command.ts";

export interface Sending {
  /** True when accepted; a refusal has been shown. */
  readonly send: (command: CommandToSend, said?: string) => Promise<boolean>;
  readonly sending: boolean;
  readonly outcome: OutcomeAnswer | undefined;
}

export function useSendCommand(): Sending {
  const membership = useMembership();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: (command: CommandToSend) => sendCommand(membership, command),
    onSuccess: () => queries.invalidateQueries(),
  });
  async function send(command: CommandToSend, said?: string): Promise<boolean> {
    try {
      await mutation.mutateAsync(command);
      if (said) void message.success(said);
      return true;
    } catch (error) {
      void message.error({ content: failureText(error), duration: 8 });
      return false;
    }
  }
  return { send, sending: mutation.isPending, outcome: mutation.data };
}
