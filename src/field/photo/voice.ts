// Speaking into the phone by MediaRecorder. Refused or missing, it says so in a sentence; a minute at most.
export interface Recording {
  readonly stop: () => void;
  readonly finished: Promise<Blob>;
}

export type Begun = { readonly ok: true; readonly recording: Recording } | { readonly ok: false; readonly why: string };

const LONGEST_MS = 60_000;
const REFUSED =
  "没有录：这台手机不让用麦克风。请在浏览器设置里允许麦克风再试，也可以点输入框，用键盘上的话筒把话变成字。";
const MISSING = "没有录：这个浏览器不会录音。请点输入框，用键盘上的话筒把话变成字。";

export async function record(): Promise<Begun> {
  if (!("MediaRecorder" in globalThis) || !navigator.mediaDevices) return { ok: false, why: MISSING };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return { ok: true, recording: recordingOf(stream) };
  } catch (error) {
    console.warn("no voice note", error);
    return { ok: false, why: REFUSED };
  }
}

function recordingOf(stream: MediaStream): Recording {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const finished = new Promise<Blob>((resolve) => {
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      resolve(new Blob(parts, { type: recorder.mimeType }));
    });
  });
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  setTimeout(stop, LONGEST_MS);
  recorder.start();
  return { stop, finished };
}
