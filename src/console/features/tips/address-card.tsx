// Where anyone reports, to be put on posters and into groups; and in how many working days the office answers.
import { App } from "antd";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import "./tips.css";

interface AddressCardProps {
  readonly address: string;
  readonly terms: { readonly triageWorkingDays: number; readonly answerWorkingDays: number };
  /** For whoever may change the terms. */
  readonly onTerms: (() => void) | undefined;
}

export function AddressCard({ address, terms, onTerms }: AddressCardProps) {
  const say = useSay();
  const { message } = App.useApp();
  const { triageWorkingDays: triage, answerWorkingDays: answer } = terms;
  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      void message.success(say("地址已复制", "Copied"));
    } catch {
      void message.info(say("请选中地址，按Ctrl+C复制", "Select the address and press Ctrl+C"));
    }
  }
  return (
    <section className="card tips__address" aria-label={say("反映的地址", "Where to report")}>
      <div>
        <p>
          {say("公众在这里反映：", "Anyone reports at ")}
          <a className="mono" href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
        <p className="table__sub">
          {say(
            `不用注册。${triage}个工作日内分办，${answer}个工作日内答复。`,
            `Triaged within ${triage} working days, answered within ${answer}.`,
          )}
        </p>
      </div>
      <div className="row row--wrap no-print">
        <button type="button" className="btn btn--sm" onClick={() => void copy()}>
          <Icon name="link" />
          {say("复制地址", "Copy")}
        </button>
        {onTerms ? (
          <button type="button" className="btn btn--sm" onClick={onTerms}>
            {say("改期限", "Change the terms")}
          </button>
        ) : null}
      </div>
    </section>
  );
}
