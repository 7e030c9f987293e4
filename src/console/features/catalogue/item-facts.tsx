import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { SITE_TAG_LABELS } from "#domain/inspection/checklist-tags.ts";
import { BRANCH_LABELS, RISK_LABELS, SEASON_LABELS } from "#domain/law/catalogue/profile.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";

/** What the item says and whom it concerns. */
export function ItemFacts({ item }: { readonly item: CatalogueItemAnswer }) {
  const say = useSay();
  const word = useWord();
  const { content, shared, layered } = item;
  const concerns = [
    ...(content.tags ?? []).map((tag) => word(SITE_TAG_LABELS[tag])),
    ...content.trades.map((code) => say(`行业${code}`, `trade ${code}`)),
    ...content.seasons.map((season) => word(SEASON_LABELS[season])),
    ...(content.riskFrom ? [`${word(RISK_LABELS[content.riskFrom])}${say("及以上", " and above")}`] : []),
  ];
  return (
    <section className="card catalogue-facts" aria-label={say("内容", "Content")}>
      <dl>
        <Fact name={say("典型隐患", "Typical finding")} text={content.typicalHazard} was={shared?.typicalHazard} />
        <Fact name={say("整改意见", "Advice")} text={content.advice} was={shared?.advice} />
        <Fact name={say("达到的标准", "Standard to reach")} text={content.standard} was={shared?.standard} />
        <Fact
          name={say("重大隐患", "Major hazard")}
          text={
            content.severityCase ??
            (content.severityDefault === "major"
              ? say("列举为重大，情形待补", "Listed; the case is missing")
              : say("没有列举", "Not listed"))
          }
        />
        {content.severityConditions.length > 0 ? (
          <Fact
            name={say("认定条件（须逐条满足）", "Conditions, each to be met")}
            text={content.severityConditions.join("\n")}
          />
        ) : null}
        <Fact name={say("属于", "Family")} text={`${word(FAMILY_LABELS[content.family])}　${content.level2}`} />
        <Fact
          name={say("问谁", "Asked of")}
          text={
            concerns.length > 0
              ? concerns.join("、")
              : content.tags === null
                ? say("按产品自带的标签", "As the product's tags say")
                : say("所有场所", "Everyone")
          }
        />
        {content.branch ? (
          <Fact
            name={say("分支", "Branch")}
            text={`${content.branch.after}：${word(BRANCH_LABELS[content.branch.on])}`}
          />
        ) : null}
        <Fact name={say("分值", "Points")} text={say(`${content.score}分`, `${content.score}`)} />
        {layered ? (
          <Fact
            name={say("本街道的改动", "Changed here")}
            text={say(
              `${layered.name}，${layered.at.slice(0, 10)}${layered.note ? `：${layered.note}` : ""}`,
              `${layered.name}, ${layered.at.slice(0, 10)}`,
            )}
          />
        ) : null}
      </dl>
    </section>
  );
}

function Fact({
  name,
  text,
  was,
}: {
  readonly name: string;
  readonly text: string;
  readonly was?: string | undefined;
}) {
  const say = useSay();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {text}
        {was !== undefined && was !== text ? (
          <span className="catalogue-was">{say(`共用目录：${was}`, `Shared: ${was}`)}</span>
        ) : null}
      </dd>
    </>
  );
}
