// Reads a GET route into a page. The key is the address, so that the same question is asked once.
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { Route } from "#api/route.ts";
import { useSession } from "../session/session-context.ts";
import { addressOf, type CallInput, call } from "./api-client.ts";

export function useRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  input: Omit<CallInput<P, Q, B>, "signal" | "body"> = {},
): UseQueryResult<z.output<R>> {
  const { current } = useSession();
  return useQuery({
    queryKey: [current?.id, addressOf(route, input)],
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    placeholderData: keepPreviousData,
  });
}
