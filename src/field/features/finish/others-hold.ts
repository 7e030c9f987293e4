// What the other phones of a visit still hold, in words, before it is finished. Pure.
import type { Holding } from "#api/holdings.ts";
import { clockOf } from "#domain/calendar/local-date.ts";

export interface OthersKnown {
  /** Of this visit, as each other phone said last. */
  readonly others: readonly Pick<Holding, "personName" | "commands" | "photos" | "unsorted" | "saidAt">[];
  /** Photos the server expects and this phone does not hold. */
  readonly photosElsewhere: number;
  readonly online: boolean;
}

export interface OthersWords {
  readonly tone: "soon" | "plain";
  readonly title: string;
  readonly lines: readonly string[];
}

const LATE = "收尾后才到的记录会被退回，请等那台手机送完再收尾；照片晚到没关系，会自动补上。";
const ALONE = "没信号。要是还有一台手机也在记这次检查，收尾前请当面问一声。";
const UNSEEN = "现在没信号，另一台手机后来又记了什么，现在看不到。收尾前请当面问一声。";

/** Undefined where there is nothing to say: with a signal, and no other phone in the visit. */
export function othersWords({ others, photosElsewhere, online }: OthersKnown): OthersWords | undefined {
  const holding = others.filter((one) => sumOf(one) > 0);
  const lines = holding.map((one) => `${clockOf(one.saidAt)} ${one.personName}的另一台手机：${partsOf(one)}`);
  if (holding.length === 0 && photosElsewhere > 0) lines.push(`另一台手机：照片${photosElsewhere}张没送到`);
  const unseen = online ? [] : [UNSEEN];
  if (lines.length > 0) {
    const count = holding.reduce((sum, one) => sum + sumOf(one), 0) || photosElsewhere;
    return { tone: "soon", title: `另一台手机上还有${count}项没送出`, lines: [...lines, LATE, ...unseen] };
  }
  const [last] = others;
  if (last) return { tone: "plain", title: `另一台手机${clockOf(last.saidAt)}时都已送出`, lines: unseen };
  if (online) return undefined;
  return { tone: "plain", title: "别的手机有没有没送出的，现在看不到", lines: [ALONE] };
}

function sumOf({ commands, photos, unsorted }: OthersKnown["others"][number]): number {
  return commands + photos + unsorted;
}

function partsOf({ commands, photos, unsorted }: OthersKnown["others"][number]): string {
  const parts = [
    commands > 0 ? `记录${commands}项` : "",
    photos > 0 ? `照片${photos}张` : "",
    unsorted > 0 ? `先拍的没整理${unsorted}份` : "",
  ];
  return parts.filter(Boolean).join("、");
}
