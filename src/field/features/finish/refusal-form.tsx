import { useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";

interface RefusalFormProps {
  readonly onDone: (reason: string, photo: TakenPhoto | null) => void;
  readonly onCancel: () => void;
}

/** The enterprise does not sign: why, and a photo of the moment. It serves the record all the same. */
export function RefusalForm({ onDone, onCancel }: RefusalFormProps) {
  const [reason, setReason] = useState("");
  const [photo, setPhoto] = useState<TakenPhoto | null>(null);
  const [problem, setProblem] = useState<string>();
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label="企业不签">
      <div className="modal__sheet">
        <h2 className="lead">企业不签</h2>
        <p className="line__s">写明原因就算送达，期限从今天起算。</p>
        <ProblemNote text={problem} />
        <TextField
          label="为什么不签"
          long
          value={reason}
          onChange={setReason}
          offers={["对隐患认定有异议", "说要等负责人回来", "不愿签字，未说原因"]}
        />
        <div className="row">
          <PhotoInput source="camera" className="pick" label="拍当时的情形" onTaken={setPhoto} onFailed={setProblem}>
            <Icon name="camera" />
            {photo ? "重拍" : "拍当时的情形（可不填）"}
          </PhotoInput>
          {photo ? <BlobThumb blob={photo.upright} alt="当时的情形" /> : null}
        </div>
        <div className="row">
          <button type="button" className="btn" onClick={onCancel}>
            再劝一下
          </button>
          <button
            type="button"
            className="btn btn--primary btn--main"
            disabled={!reason.trim()}
            onClick={() => onDone(reason.trim(), photo)}
          >
            记为拒签
          </button>
        </div>
      </div>
    </div>
  );
}
