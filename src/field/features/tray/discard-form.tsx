import { useState } from "react";
import { TextField } from "../../components/text-field.tsx";

interface DiscardFormProps {
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A photo is thrown out with a reason; it can be taken back until the record is signed. */
export function DiscardForm({ onDone, onCancel }: DiscardFormProps) {
  const [reason, setReason] = useState("");
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label="为什么不要">
      <form
        className="modal__sheet"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) onDone(reason.trim());
        }}
      >
        <TextField
          label="为什么不要"
          hint="原因和张数随记录报上去，照片不报。签字前都能放回。"
          value={reason}
          onChange={setReason}
          offers={["拍糊了", "重复", "不是隐患", "拍到人脸"]}
        />
        <div className="row">
          <button type="button" className="btn" onClick={onCancel}>
            先留着
          </button>
          <button type="submit" className="btn btn--primary btn--main" disabled={!reason.trim()}>
            不要这些
          </button>
        </div>
      </form>
    </div>
  );
}
