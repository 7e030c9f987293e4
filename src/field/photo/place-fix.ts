// One fix of the place, when the phone gives one in time. Never waits long and never stands in the way of a photo.
export interface PlaceFix {
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number;
}

const PATIENCE_MS = 6_000;
/** A fix this old still says where one stands. */
const FRESH_MS = 60_000;

/** Where nothing was heard of the sky a moment ago, the next photo does not wait for it again. */
const DEAF_MS = 60_000;
let deafUntil = 0;

export function findPlace(patience = PATIENCE_MS): Promise<PlaceFix | undefined> {
  if (!("geolocation" in navigator) || Date.now() < deafUntil) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => done(undefined), patience);
    const done = (fix: PlaceFix | undefined) => {
      clearTimeout(giveUp);
      deafUntil = fix ? 0 : Date.now() + DEAF_MS;
      resolve(fix);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lat: coords.latitude, lng: coords.longitude, accuracy: coords.accuracy }),
      () => done(undefined),
      { enableHighAccuracy: true, timeout: patience, maximumAge: FRESH_MS },
    );
  });
}

/** 30.1°N 120.3°E */
export function spokenPlace({ lat, lng }: Pick<PlaceFix, "lat" | "lng">): string {
  const ns = lat < 0 ? "S" : "N";
  const ew = lng < 0 ? "W" : "E";
  return `${Math.abs(lat).toFixed(4)}°${ns} ${Math.abs(lng).toFixed(4)}°${ew}`;
}
