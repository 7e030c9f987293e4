// The hazard recorded a moment ago, so that the visit's page can say that it is kept. Read once.
const KEY = "bihuan.field.recorded";

export function keepJustRecorded(visitId: string, hazardId: string): void {
  sessionStorage.setItem(`${KEY}.${visitId}`, hazardId);
}

export function takeJustRecorded(visitId: string): string | null {
  const id = sessionStorage.getItem(`${KEY}.${visitId}`);
  sessionStorage.removeItem(`${KEY}.${visitId}`);
  return id;
}
