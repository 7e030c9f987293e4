import { Select } from "antd";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

interface FilterSelectProps {
  /** What it filters by; shown while nothing is chosen. */
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly FilterOption[];
  readonly onChoose: (value: string | undefined) => void;
}

/** One filter of a list; tinted while it cuts. */
export function FilterSelect({ label, value, options, onChoose }: FilterSelectProps) {
  return (
    <Select
      className={value ? "filter filter--on" : "filter"}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear
      popupMatchSelectWidth={false}
      showSearch={options.length > 10 ? { optionFilterProp: "label" } : false}
      onChange={(chosen: string | null | undefined) => onChoose(chosen ?? undefined)}
      options={options.map(({ value: key, label: text }) => ({ value: key, label: text }))}
    />
  );
}
