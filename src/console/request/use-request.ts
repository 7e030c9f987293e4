// A write that is no command (a password, an invitation): its refusal shown in its own sentence, the lists read again.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { failureText } from "./failures.ts";

export interface Requesting<I, O> {
  /** The answer, or undefined after a refusal that has been shown. */
  readonly request: (input: I) => Promise<O | undefined>;
  readonly requesting: boolean;
}

export function useRequest<I, O>(run: (input: I) => Promise<O>): Requesting<I, O> {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({ mutationFn: run, onSuccess: () => queries.invalidateQueries() });
  return {
    async request(input) {
      try {
        return await mutation.mutateAsync(input);
      } catch (error) {
        void message.error({ content: failureText(error), duration: 8 });
        return undefined;
      }
    },
    requesting: mutation.isPending,
  };
}
