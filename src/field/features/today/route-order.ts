// The order of a day's stops: from each to the nearest that is left. A hint on straight lines, not a navigation.
export interface Placed {
  readonly site: { readonly lat: number | null; readonly lng: number | null };
}

const EARTH_KM = 6371;
/** Roads are longer than straight lines. */
const DETOUR = 1.3;

/** Those without a place come last, as they were. */
export function routeOrder<S extends Placed>(stops: readonly S[]): readonly S[] {
  const left = stops.filter((stop) => stop.site.lat !== null && stop.site.lng !== null);
  const rest = stops.filter((stop) => !left.includes(stop));
  const ordered: S[] = [];
  let here = left.shift();
  while (here) {
    const from = here;
    ordered.push(from);
    left.sort((a, b) => (kilometres(from, a) ?? 0) - (kilometres(from, b) ?? 0));
    here = left.shift();
  }
  return [...ordered, ...rest];
}

/** Along the whole route; undefined when places are missing. */
export function routeKilometres(stops: readonly Placed[]): number | undefined {
  let sum = 0;
  for (const [index, stop] of stops.slice(1).entries()) {
    const before = stops[index];
    const leg = before && kilometres(before, stop);
    if (leg === undefined) return undefined;
    sum += leg;
  }
  return stops.length > 1 ? sum * DETOUR : undefined;
}

function kilometres(a: Placed, b: Placed): number | undefined {
  if (a.site.lat === null || a.site.lng === null || b.site.lat === null || b.site.lng === null) return undefined;
  const radians = Math.PI / 180;
  const north = (b.site.lat - a.site.lat) * radians;
  const east = (b.site.lng - a.site.lng) * radians * Math.cos(((a.site.lat + b.site.lat) / 2) * radians);
  return Math.hypot(north, east) * EARTH_KM;
}
