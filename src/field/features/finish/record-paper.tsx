// The on-site record as it is signed: the same form data that the server prints from.
import { spokenDay } from "#domain/calendar/local-date.ts";
import type { HazardEntry } from "#domain/documents/hazard-entry.ts";
import type { OnSiteRecord } from "#domain/documents/on-site-record.ts";

interface RecordPaperProps {
  readonly data: OnSiteRecord;
  readonly digest: string;
}

export function RecordPaper({ data, digest }: RecordPaperProps) {
  const { visit, checklist } = data;
  const people = (list: readonly { readonly name: string; readonly title: string | null }[]) =>
    list.map(({ name, title }) => (title ? `${name}（${title}）` : name)).join("、");
  const facts: readonly (readonly [string, string | null])[] = [
    ["编号", data.number],
    ["企业", visit.enterprise.name],
    ["场所", `${visit.site.name}，${visit.site.address}`],
    ["时间", `${spokenDay(visit.startedOn)}${visit.startedAt}–${visit.endedAt}`],
    ["机构", visit.agency],
    ["专家", people(visit.experts)],
    ["街道陪同", people(visit.accompanying) || visit.accompanimentReason || "复查，不需陪同"],
    ["企业参加", people(visit.enterprisePersons)],
  ];
  return (
    <article className="paper" aria-label="现场检查记录">
      <h2>现场检查记录</h2>
      <p>{visit.subdistrict}</p>
      <dl>
        {facts.map(([key, value]) => (
          <div key={key} className="paper__row">
            <dt>{key}</dt>
            <dd>{value ?? "—"}</dd>
          </div>
        ))}
      </dl>
      <h3>一、检查情况</h3>
      <p>
        共查{checklist.total}项：符合{checklist.conform}项，不符合{checklist.nonconform}项，不适用
        {checklist.notApplicable}项。
      </p>
      <h3>二、隐患和治理建议</h3>
      {data.hazards.length === 0 ? <p>本次没有发现隐患。</p> : null}
      <ol>
        {data.hazards.map((hazard) => (
          <li key={hazard.no}>
            <Entry hazard={hazard} />
          </li>
        ))}
      </ol>
      {data.remarks ? (
        <>
          <h3>三、其他</h3>
          <p>{data.remarks}</p>
        </>
      ) : null}
      <p className="mono">内容摘要 {digest}</p>
    </article>
  );
}

function Entry({ hazard }: { readonly hazard: HazardEntry }) {
  const { deadline } = hazard;
  const due = deadline.dueOn ? `${spokenDay(deadline.dueOn)}前` : `${deadline.days}日内`;
  return (
    <>
      <p>
        <b>
          {hazard.no}．{hazard.place}：{hazard.text}
        </b>
        {hazard.severity === "general" ? null : `（${hazard.severityText}）`}
      </p>
      <p>建议：{hazard.advice}</p>
      <p>达到：{hazard.standard}</p>
      <p>依据：{hazard.citations.map((one) => `《${one.title}》${one.article}`).join("；")}</p>
      <p>期限：{hazard.fixedOnSite ? "当场改好" : due}</p>
      <p>照片：{hazard.photos.length > 0 ? `${hazard.photos.length}张` : hazard.noPhotoReason}</p>
    </>
  );
}
