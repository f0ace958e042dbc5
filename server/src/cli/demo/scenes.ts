/** What a demo camera sees at a moment. */
export interface Scene {
  facing: 'road' | 'driver';
  /** Of the day, 0 to 23: how dark it is. */
  hour: number;
  /** Seconds since the recording began: what has moved since. */
  second: number;
  /** Tells one vehicle's pictures from another's. */
  seed: number;
}

export const WIDTH = 480;
export const HEIGHT = 270;
const HORIZON = 120;

/** The scene as an SVG picture: no text in it, for a server may have no fonts. */
export function drawing(scene: Scene): string {
  const night = scene.hour < 6 || scene.hour > 20;
  const inside = scene.facing === 'road' ? road(scene, night) : cab(scene, night);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${inside}</svg>`;
}

const box = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${more}/>`;

/** A road to the horizon, its lane marks coming closer, and a truck ahead that brakes after two seconds. */
function road({ second, seed }: Scene, night: boolean): string {
  const sky = night ? '#0d1626' : ['#8fc1e8', '#b7cfe0', '#e2c9a4'][seed % 3];
  const land = night ? '#10180f' : ['#5d7d45', '#8a7d4d', '#6b7a66'][seed % 3];
  const middle = WIDTH / 2;
  const marks = Array.from({ length: 7 }, (_, n) => {
    const near = ((n + second * 1.6) % 7) / 7;
    const y = HORIZON + near * near * (HEIGHT - HORIZON);
    return box(middle - 1 - near * 6, y, 2 + near * 12, 2 + near * 26, night ? '#9a9a86' : '#f4f1dc');
  });
  const closer = Math.max(0, second - 2) * 12;
  const size = 44 + (seed % 20) + closer;
  const top = HORIZON + 26 - size / 2 + closer / 4;
  const braking = second > 2 ? '#ff2a1a' : '#7d1a14';
  return [
    box(0, 0, WIDTH, HORIZON, sky as string),
    box(0, HORIZON, WIDTH, HEIGHT - HORIZON, land as string),
    `<path d="M${middle - 14} ${HORIZON} L${middle + 14} ${HORIZON} L${WIDTH - 20} ${HEIGHT} L20 ${HEIGHT} Z" fill="${night ? '#1e2024' : '#55585e'}"/>`,
    ...marks,
    box(middle - size / 2, top, size, size, night ? '#3b3f47' : '#e7e9ec', 'rx="3"'),
    box(middle - size / 2, top + size * 0.82, size * 0.2, size * 0.1, braking),
    box(middle + size * 0.3, top + size * 0.82, size * 0.2, size * 0.1, braking),
    `<path d="M0 ${HEIGHT} L0 ${HEIGHT - 18} Q${middle} ${HEIGHT - 44} ${WIDTH} ${HEIGHT - 18} L${WIDTH} ${HEIGHT} Z" fill="#16181c"/>`,
  ].join('');
}

/** A driver behind the wheel, who turns the head and steers a little. */
function cab({ second, seed }: Scene, night: boolean): string {
  const turn = Math.sin(second * 1.7 + seed) * 9;
  const steer = Math.sin(second * 2.3 + seed) * 14;
  const jacket = ['#3f6b8c', '#b5742a', '#4e7a4a', '#6b4a7a'][seed % 4];
  const middle = WIDTH / 2 - 30;
  return [
    box(0, 0, WIDTH, HEIGHT, night ? '#181a1f' : '#3a3d44'),
    box(WIDTH - 150, 20, 130, 90, night ? '#0b1220' : '#a9c8dc', 'rx="8"'),
    box(middle - 70, 60, 140, 220, '#26282d', 'rx="26"'),
    `<ellipse cx="${middle}" cy="${HEIGHT - 20}" rx="92" ry="84" fill="${jacket}"/>`,
    `<circle cx="${(middle + turn).toFixed(1)}" cy="112" r="42" fill="${['#c99873', '#8a5a3c', '#e3b892'][seed % 3]}"/>`,
    `<path d="M${(middle + turn - 44).toFixed(1)} 102 a44 44 0 0 1 88 0 Z" fill="#2a2420"/>`,
    `<g transform="rotate(${steer.toFixed(1)} ${middle + 60} ${HEIGHT})"><circle cx="${middle + 60}" cy="${HEIGHT}" r="74" fill="none" stroke="#0d0e10" stroke-width="14"/></g>`,
  ].join('');
}
