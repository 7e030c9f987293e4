// One community or all, this service year or an earlier one; and the page on paper.
import { Select } from "antd";
import { useSearchParams } from "react-router";
import type { Overview } from "#api/overview.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";

export function OverviewCuts({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  function choose(key: "community" | "year", value: string) {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(key);
    else next.set(key, value);
    setSearch(next);
  }
  const all = say("全部村（社区）", "All communities");
  const running = overview.scheme?.serviceYear;
  return (
    <div className="page__acts">
      {overview.communities.length > 1 ? (
        <Select
          aria-label={say("村（社区）", "Community")}
          value={search.get("community") ?? ""}
          onChange={(value) => choose("community", value)}
          popupMatchSelectWidth={false}
          options={[
            { value: "", label: all },
            ...overview.communities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {running ? (
        <Select
          aria-label={say("服务年度", "Service year")}
          value={running}
          onChange={(value) => choose("year", String(value))}
          popupMatchSelectWidth={false}
          options={overview.years.map((year) => ({ value: year, label: say(`${year}年度`, String(year)) }))}
        />
      ) : null}
      <button type="button" className="btn" onClick={() => print()}>
        <Icon name="print" />
        {say("打印", "Print")}
      </button>
    </div>
  );
}
