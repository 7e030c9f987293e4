// What every screen of a visit does before there are rows: wait, or say that the visit is not here.
import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { goTo } from "../app/route.ts";
import { Page } from "./page.tsx";

interface VisitFrameProps<T> {
  readonly title: string;
  readonly rows: T | null | undefined;
  readonly children: (rows: T) => ReactNode;
}

export function VisitFrame<T extends object>({ title, rows, children }: VisitFrameProps<T>) {
  if (rows) return children(rows);
  return (
    <Page title={title} onBack={() => goTo({ page: "today" })}>
      {rows === undefined ? (
        <Skeleton label="正在打开" lines={5} />
      ) : (
        <EmptyState icon="search" title="没有找到">
          这次检查不在本机，可能没被收下。请看“未送出”里有没有要您处理的。
        </EmptyState>
      )}
    </Page>
  );
}
