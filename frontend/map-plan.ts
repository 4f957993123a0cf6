import type { FeatureLike } from 'ol/Feature';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';

/** Gives a role of colour, such as `water`, as a colour. */
export type Roles = (role: string) => string;

/** Metres on the ground per unit of the projection at the latitude of central Europe are about two thirds. */
const GROUND = 0.63;

const ORDER = ['wood', 'built', 'park', 'water', 'stream', 'path', 'lane', 'side', 'main', 'rail', 'house', 'public', 'boundary'];

const AREAS = new Set(['wood', 'built', 'park', 'water', 'public']);

/** Metres wide, and the fewest pixels that are drawn. */
const WAYS: Record<string, [number, number]> = {
  stream: [6, 1],
  path: [2.5, 0.8],
  lane: [7, 0.8],
  side: [10, 1.4],
  main: [15, 2.6],
  rail: [7, 1.6],
};

/** Pixels of letters, and from which resolution on they are shown. */
const NAMES: Record<string, [string, number]> = {
  district: ['600 12px', 14],
  green: ['500 11px', 4],
  river: ['italic 500 12px', 9],
  street: ['500 11px', 2.6],
};

/** How the features of a town plan look, by their property `role`; a feature without one is a boundary. */
export function planStyle(colour: Roles, font: string): (feature: FeatureLike, resolution: number) => Style | Style[] | undefined {
  const colours = new Map<string, string>();
  for (const role of [...ORDER, 'name', 'halo', 'water-name', 'green-name', 'casing']) colours.set(role, colour(role));
  const of = (role: string): string => colours.get(role) ?? '#888';
  return (feature, resolution) => {
    const role = String(feature.get('role') ?? 'boundary');
    const zIndex = ORDER.indexOf(role);
    const scale = 1 / (resolution * GROUND);
    if (role in NAMES) return name(feature, role, resolution, of, font);
    if (AREAS.has(role)) return new Style({ zIndex, fill: new Fill({ color: of(role) }) });
    if (role === 'house') {
      if (resolution > 12) return undefined;
      return new Style({ zIndex, stroke: new Stroke({ color: of(role), width: Number(feature.get('width')) * scale, lineCap: 'butt' }) });
    }
    if (role === 'boundary')
      return new Style({ zIndex, stroke: new Stroke({ color: of(role), width: 1.4, lineDash: [7, 4] }) });
    if ((role === 'lane' || role === 'path') && resolution > 9) return undefined;
    const [metres, least] = WAYS[role] ?? [5, 1];
    const width = Math.max(least, metres * scale);
    if (role === 'rail') return rail(of, width, zIndex);
    const dashes = role === 'path' ? { lineDash: [4, 3] } : {};
    return new Style({ zIndex, stroke: new Stroke({ color: of(role), width, lineCap: 'round', lineJoin: 'round', ...dashes }) });
  };
}

function rail(of: Roles, width: number, zIndex: number): Style[] {
  return [
    new Style({ zIndex, stroke: new Stroke({ color: of('rail'), width, lineCap: 'butt' }) }),
    new Style({ zIndex, stroke: new Stroke({ color: of('casing'), width: Math.max(0.6, width - 1.6), lineDash: [8, 8], lineCap: 'butt' }) }),
  ];
}

function name(feature: FeatureLike, role: string, resolution: number, of: Roles, font: string): Style | undefined {
  const [type, coarsest] = NAMES[role];
  if (resolution > coarsest) return undefined;
  const ink = role === 'river' ? 'water-name' : role === 'green' ? 'green-name' : 'name';
  return new Style({
    zIndex: ORDER.length,
    text: new Text({
      text: String(feature.get('name') ?? ''),
      font: `${type} ${font}`,
      fill: new Fill({ color: of(ink) }),
      stroke: new Stroke({ color: of('halo'), width: 3 }),
      placement: role === 'street' ? 'line' : 'point',
      rotation: role === 'river' ? -0.35 : 0,
    }),
  });
}
