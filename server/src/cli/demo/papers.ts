import sharp from 'sharp';

const COLORS = ['#3b6ea5', '#2f7d5b', '#8a5a2b', '#6b4a8a'];

/** Some cards as they come out of a scanner, JPEGs in base64: a band, a portrait and lines of writing. */
export const scannedCards = (): Promise<string[]> =>
  Promise.all(
    COLORS.map(async (color, number) => {
      const line = (y: number, width: number) =>
        `<rect x="250" y="${y}" width="${width}" height="14" rx="4" fill="#555"/>`;
      const card = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="480">
        <rect width="720" height="480" fill="#eceae4"/>
        <g transform="rotate(${number - 1.5} 360 240)">
          <rect x="30" y="40" width="660" height="400" rx="24" fill="#fbfbf8" stroke="#999"/>
          <rect x="30" y="64" width="660" height="64" fill="${color}"/>
          <rect x="66" y="164" width="150" height="190" fill="#cfd8df"/>
          <circle cx="141" cy="228" r="40" fill="${color}"/><ellipse cx="141" cy="330" rx="62" ry="46" fill="${color}"/>
          ${[170, 210, 250, 290, 330].map((y, at) => line(y, 390 - at * 37 - number * 23)).join('')}
          <path d="M250 400 c40 -40 60 30 100 -10 s60 20 120 -6" stroke="#223" stroke-width="4" fill="none"/>
        </g></svg>`;
      const scan = await sharp(Buffer.from(card)).flatten().jpeg({ quality: 80 }).toBuffer();
      return scan.toString('base64');
    }),
  );
