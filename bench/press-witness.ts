/**
 * Other people's tools on finished press files: `npx tsx bench/press-witness.ts OUTPUT/DATE…`. Every folder holds a built
 * issue; each of its pages is one line. Exit code 1 when a page does not hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { checkReader } from '../src/press/preflight/reader-check.ts';
import { greatest, greatestMean, greatestSum, likeness, platesOf, run } from '../tests/press/witnesses.ts';

/** Dots per inch of the separations: a square of 15 mm² has 15 × 15 of them. */
const DPI = 100;
const LIMIT = 240;
const RADICALS = /[\u2E80-\u2FDF]/gu;

let bad = 0;

function say(file: string, facts: Readonly<Record<string, string | number>>, wrong: readonly string[]): void {
  bad += wrong.length;
  const line = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    `${path.basename(file).padEnd(20)} ${line.join(' · ')}${wrong.map((one) => ` ✗ ${one}`).join('')}\n`,
  );
}

async function judgePage(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const wrong: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  demand(run('qpdf', bytes, '--check', 'FILE').includes('No syntax or stream encoding errors'), 'qpdf');
  const fonts = run('pdffonts', bytes, 'FILE').split('\n').slice(2).filter(Boolean);
  demand(
    fonts.every((font) => /CID TrueType +\S+ +yes yes yes/.test(font)),
    'fonts',
  );
  const pictures = run('pdfimages', bytes, '-list', 'FILE')
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => line.trim().split(/\s+/));
  demand(
    pictures.every(([, , , , , space]) => space === 'cmyk' || space === 'gray'),
    'pictures not in ink',
  );
  const ppi = Math.min(...pictures.filter(([, , kind]) => kind === 'image').map((cells) => Number(cells[12])));
  const text = run('mutool', bytes, 'draw', '-F', 'txt', 'FILE');
  const radicals = text.match(RADICALS)?.length ?? 0;
  demand(radicals === 0, `${radicals} radicals`);
  const plates = await platesOf(bytes, DPI);
  const [peak, mean] = [greatestSum(plates), greatestMean(plates, DPI)];
  demand(peak <= LIMIT + 2, 'ink peak');
  demand(mean <= LIMIT, 'ink mean');
  const colour = await colourBesidePictures(bytes);
  const alike = await likeness(bytes);
  demand(alike > 0.97, 'poppler and mutool differ');
  say(
    file,
    {
      fonts: fonts.length,
      pictures: pictures.length,
      'least ppi': ppi,
      letters: [...text].length,
      'ink peak': peak.toFixed(1),
      'mean 15 mm²': mean.toFixed(1),
      'beside pictures C M Y': colour.join(' '),
      alike: alike.toFixed(3),
    },
    wrong,
  );
}

/** Greatest cyan, magenta and yellow on the trimmed page once its pictures are gone, percent: 0 but for house colours. */
async function colourBesidePictures(bytes: Uint8Array): Promise<readonly number[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = document.getPage(0);
  page.node.Resources()?.set(PDFName.of('XObject'), document.context.obj({}));
  const { ink, width, height } = await platesOf(await document.save({ useObjectStreams: false }), DPI);
  const edge = Math.ceil((page.getTrimBox().x * DPI) / 72) + 1;
  return [ink.Cyan, ink.Magenta, ink.Yellow].map((plate) => {
    const rows = Array.from({ length: height - 2 * edge }, (_, y) =>
      greatest(plate.subarray((y + edge) * width + edge, (y + edge + 1) * width - edge)),
    );
    return Math.round(Math.max(...rows) / 2.55);
  });
}

async function judgeReader(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const wrong = (await checkReader(bytes)).map(({ rule, message }) => `${rule}: ${message}`);
  if (!run('qpdf', bytes, '--check', 'FILE').includes('No syntax or stream encoding errors')) wrong.push('qpdf');
  const radicals = run('mutool', bytes, 'draw', '-F', 'txt', 'FILE').match(RADICALS)?.length ?? 0;
  if (radicals > 0) wrong.push(`${radicals} radicals`);
  say(file, { reader: `${(bytes.length / 1e6).toFixed(2)} MB` }, wrong);
}

for (const folder of process.argv.slice(2)) {
  const id = path.basename(path.resolve(folder));
  const press = path.join(folder, 'press');
  for (const name of readdirSync(press)
    .filter((one) => one.startsWith(`${id}-`))
    .sort())
    await judgePage(path.join(press, name));
  await judgeReader(path.join(folder, `${id}.pdf`));
}
process.exitCode = bad > 0 ? 1 : 0;
