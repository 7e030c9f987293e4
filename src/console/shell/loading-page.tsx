import { Skeleton } from "#ui/skeleton.tsx";
import { useSay } from "../appearance/language.ts";

/** Stands for a page whose code is on its way. */
export function LoadingPage() {
  const say = useSay();
  return (
    <div className="page">
      <Skeleton label={say("正在打开", "Opening")} lines={5} />
    </div>
  );
}
