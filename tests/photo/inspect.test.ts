import { gzipSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { cmykTiff } from '../../src/photo/cmyk.ts';
import { SAME, unlikeness } from '../../src/photo/likeness.ts';
import { openStudio, PROFILE, picture, quarters, scene, waves } from './studio.ts';

describe('what is known of a good picture', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i: width and height as it is seen', async (orientation) => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await quarters(120, 80).withMetadata({ orientation }).jpeg().toBuffer());
    const { width, height } = await studio.picture('photos/a.jpg');
    expect([width, height]).toEqual(orientation >= 5 ? [80, 120] : [120, 80]);
  });

  test('a photo in colour, with its hash', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await scene(300, 200).jpeg().toBuffer());
    expect(await studio.picture('photos/a.jpg')).toMatchObject({
      kind: 'photo',
      grey: false,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['one channel', (s: Sharp) => s.greyscale().toColourspace('b-w').jpeg()],
    ['RGB that is visually grey', (s: Sharp) => s.greyscale().toColourspace('srgb').jpeg({ quality: 70 })],
    ['16-bit grey', (s: Sharp) => s.greyscale().toColourspace('grey16').png()],
  ])('%s is grey', async (_, make) => {
    await using studio = await openStudio();
    await studio.put('photos/a', await make(scene(300, 200)).toBuffer());
    expect((await studio.picture('photos/a')).grey).toBe(true);
  });

  test('a red tie in a grey photo keeps it in colour', async () => {
    await using studio = await openStudio();
    const tie = picture(600, 400, (x, y) =>
      x > 300 && x < 312 && y > 180 && y < 220 ? [200, 20, 30] : [(x + y) % 255, (x + y) % 255, (x + y) % 255],
    );
    await studio.put('photos/a.png', await tie.png().toBuffer());
    expect((await studio.picture('photos/a.png')).grey).toBe(false);
  });

  test.each([
    ['16-bit', scene(90, 60).toColourspace('rgb16').png(), 'photo'],
    ['palette', quarters().png({ palette: true, colours: 4 }), 'lineart'],
    ['1-bit', quarters().greyscale().threshold().png({ palette: true, colours: 2 }), 'lineart'],
    ['alpha', scene(90, 60).ensureAlpha(0.5).png(), 'photo'],
    ['WebP', scene(90, 60).webp(), 'photo'],
    ['AVIF', scene(90, 60).avif({ effort: 0 }), 'photo'],
    ['TIFF', scene(90, 60).tiff(), 'photo'],
  ])('%s is read', async (_, file, kind) => {
    await using studio = await openStudio();
    await studio.put('photos/a', await file.toBuffer());
    expect(await studio.picture('photos/a')).toMatchObject({ kind });
  });

  test('SVG is a vector picture', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200"><rect width="90" height="90" fill="#c00"/></svg>',
    );
    expect(await studio.picture('photos/a.svg')).toMatchObject({
      kind: 'vector',
      width: 300,
      height: 200,
      grey: false,
    });
  });

  test('CMYK with a profile passes; without one its colours are a guess, and the report says so', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.jpg',
      await scene(60, 40).withIccProfile(PROFILE).toColourspace('cmyk').jpeg().toBuffer(),
    );
    await studio.put('photos/b.tif', cmykTiff(new Uint8Array(60 * 40 * 4).fill(60), 60, 40));
    const { pictures, faults } = await studio.inspect(['photos/a.jpg', 'photos/b.tif']);
    expect([...pictures.keys()]).toEqual(['photos/a.jpg', 'photos/b.tif']);
    expect(faults).toMatchObject([
      { name: 'picture-cmyk-untagged', severity: 'warning', place: { file: 'issues/2026-01-08/photos/b.tif' } },
    ]);
  });

  test('a PDF is an ad of its trim size in points', async () => {
    await using studio = await openStudio();
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    page.setTrimBox(10, 10, 280, 180);
    await studio.put('photos/ad.pdf', await document.save());
    const { pictures } = await studio.inspect(['photos/ad.pdf'], { as: 'ad' });
    expect(pictures.get('photos/ad.pdf')).toMatchObject({ kind: 'pdf', width: 280, height: 180 });
    expect((await studio.inspect(['photos/ad.pdf'])).faults).toMatchObject([{ name: 'picture-format' }]);
  });

  test('the same picture at another size and quality is alike, another picture is not', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.png', await scene(600, 400).png().toBuffer());
    await studio.put('photos/b.jpg', await scene(600, 400).resize(240).jpeg({ quality: 40 }).toBuffer());
    await studio.put('photos/c.jpg', await scene(600, 400, 9).rotate(90).jpeg().toBuffer());
    const [a, b, c] = await Promise.all(
      ['photos/a.png', 'photos/b.jpg', 'photos/c.jpg'].map((file) => studio.picture(file)),
    );
    expect(unlikeness(a?.likeness ?? '', b?.likeness ?? '')).toBeLessThanOrEqual(SAME);
    expect(unlikeness(a?.likeness ?? '', c?.likeness ?? '')).toBeGreaterThan(SAME);
  });
});

test('a picture that one article shows twice is told once, as that', async () => {
  await using studio = await openStudio();
  await studio.put('photos/a.png', await waves(600, 400).png().toBuffer());
  const { faults } = await studio.inspect(['photos/a.png', 'photos/a.png']);
  expect(faults.map(({ name, message }) => `${name}: ${message}`)).toEqual([
    expect.stringMatching(/^picture-twice: “.+” shows the same picture twice: /),
  ]);
});

test('a picture that two articles show is a warning, also as a smaller copy; a set of flat pictures is not', async () => {
  await using studio = await openStudio();
  await studio.put('photos/a.png', await waves(600, 400).png().toBuffer());
  await studio.put('photos/b.jpg', await waves(600, 400).resize(300).jpeg({ quality: 50 }).toBuffer());
  await studio.put('photos/c.jpg', await waves(600, 400, 5).jpeg().toBuffer());
  const { faults } = await studio.inspect(['photos/a.png', 'photos/b.jpg', 'photos/c.jpg']);
  expect(faults).toMatchObject([
    { name: 'picture-twice', severity: 'warning', place: { file: 'issues/2026-01-08/photos/b.jpg' } },
  ]);
  await studio.put(
    'photos/white.png',
    await picture(90, 60, () => [255, 255, 255])
      .png()
      .toBuffer(),
  );
  await studio.put(
    'photos/red.png',
    await picture(90, 60, () => [200, 0, 0])
      .png()
      .toBuffer(),
  );
  expect((await studio.inspect(['photos/white.png', 'photos/red.png'])).faults).toEqual([]);
});

describe('caption and credit of the file', () => {
  const XMP =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>晨光</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>';

  test('fill what the front matter lacks, and the report lists it', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await scene(60, 40).withXmp(XMP).jpeg().toBuffer());
    const { pictures, faults } = await studio.inspect(['photos/a.jpg']);
    expect(pictures.get('photos/a.jpg')?.caption).toBe('晨光');
    expect(faults).toMatchObject([{ name: 'picture-caption-from-file', severity: 'warning' }]);
    expect(faults[0]?.message).toContain('晨光');
    for (const caption of ['另一句', ''])
      expect((await studio.inspect(['photos/a.jpg'], { photo: { caption } })).faults).toEqual([]);
  });
});

describe('what cannot be printed', () => {
  const gif = async (): Promise<Buffer> =>
    sharp({ create: { width: 20, height: 40, channels: 3, background: '#c00' } })
      .png()
      .toBuffer()
      .then((frames) => sharp(frames, {}).gif().toBuffer());

  const animation = async (format: 'gif' | 'webp'): Promise<Buffer> => {
    const frames = await Promise.all(
      ['#c00', '#0c0', '#00c'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const joined = sharp(frames, { join: { animated: true } });
    return (format === 'gif' ? joined.gif() : joined.webp()).toBuffer();
  };

  const HEIC = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(64),
  ]);

  test.each([
    ['picture-animated', () => animation('gif')],
    ['picture-animated', () => animation('webp')],
    ['picture-format', gif],
    ['picture-format', async () => Buffer.alloc(0)],
    ['picture-format', async () => Buffer.from('just words')],
    ['picture-heic', async () => HEIC],
    ['picture-damaged', async () => (await scene(300, 200).jpeg().toBuffer()).subarray(0, 4000)],
    // Cut in its last rows, it decodes when it is decoded small.
    ['picture-damaged', async () => (await waves(2000, 1633).jpeg().toBuffer()).subarray(0, -40)],
    ['picture-damaged', async () => (await scene(300, 200).png().toBuffer()).subarray(0, 20_000)],
    ['picture-damaged', async () => (await scene(300, 200).webp().toBuffer()).subarray(0, 3000)],
    ['picture-damaged', async () => (await scene(300, 200).tiff().toBuffer()).subarray(0, 3000)],
  ])('%s', async (name, make) => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await make());
    const { pictures, faults } = await studio.inspect(['photos/a.jpg']);
    expect(faults).toMatchObject([
      { name, severity: 'error', exit: 1, place: { file: 'issues/2026-01-08/photos/a.jpg' } },
    ]);
    expect(faults[0]?.message).not.toMatch(/\n|\/tmp|undefined/);
    expect(pictures.size).toBe(0);
  });

  test('a missing file, and a picture that is still to come', async () => {
    await using studio = await openStudio();
    expect((await studio.inspect(['photos/gone.jpg'])).faults).toMatchObject([{ name: 'picture-missing' }]);
    expect(await studio.inspect(['photos/gone.jpg'], { photo: { missing: true } })).toEqual({
      pictures: new Map(),
      faults: [],
    });
  });

  test('a file over the bounds, with the bound’s name', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await scene(300, 200).jpeg().toBuffer());
    const pixels = await studio.inspect(['photos/a.jpg'], { limits: { picturePixels: 50_000 } });
    expect(pixels.faults).toMatchObject([
      { name: 'picture-too-large', hint: expect.stringContaining('limits.picturePixels') },
    ]);
    const bytes = await studio.inspect(['photos/a.jpg'], { limits: { pictureBytes: 1000 } });
    expect(bytes.faults).toMatchObject([
      { name: 'picture-too-large', hint: expect.stringContaining('limits.pictureBytes') },
    ]);
  });

  test('a PDF that is none', async () => {
    await using studio = await openStudio();
    await studio.put('photos/ad.pdf', '%PDF-1.4\nnothing');
    expect((await studio.inspect(['photos/ad.pdf'], { as: 'ad' })).faults).toMatchObject([
      { name: 'picture-pdf-unreadable' },
    ]);
  });

  const svg = (body: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" width="90" height="90">${body}</svg>`;

  test.each([
    ['picture-svg-text', '<text x="1" y="8">长沙</text>'],
    ['picture-svg-text', '<foreignObject width="9" height="9"><p>words</p></foreignObject>'],
    ['picture-svg-link', '<image href="../../secret.png" width="9" height="9"/>'],
    ['picture-svg-link', '<image width="9" height="9" xlink:href=\'https://example.org/a.png\'/>'],
    ['picture-svg-link', '<use href="other.svg#part"/>'],
    ['picture-svg-link', '<style>rect{fill:url(hatch.svg#a)}</style><rect width="9" height="9"/>'],
    ['picture-svg-link', '<style>@import "map.css";</style><rect width="9" height="9"/>'],
    ['picture-svg-link', '<rect width="9" height="9" filter="url(&quot;soft.svg#a&quot;)"/>'],
  ])('%s: %s', async (name, body) => {
    await using studio = await openStudio();
    await studio.put('photos/a.svg', svg(body));
    await studio.put('photos/b.svg', gzipSync(svg(body)));
    for (const file of ['photos/a.svg', 'photos/b.svg'])
      expect((await studio.inspect([file])).faults).toMatchObject([{ name, severity: 'error' }]);
  });

  test('a drawing may hold its own parts and embedded pictures', async () => {
    await using studio = await openStudio();
    const font = '<style>@font-face{src:url(songti.woff2)} path{fill:url(#g)}</style>';
    const dot = (
      await sharp({ create: { width: 2, height: 2, channels: 3, background: '#c00' } })
        .png()
        .toBuffer()
    ).toString('base64');
    await studio.put(
      'photos/a.svg',
      svg(
        `${font}<defs><path id="p" d="M0 0h4v4z"/></defs><use href="#p"/><image href="data:image/png;base64,${dot}" width="4" height="4"/>`,
      ),
    );
    expect((await studio.inspect(['photos/a.svg'])).faults).toEqual([]);
  });

  test('a drawing of a size beyond the bounds is not drawn', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="9" height="9"/></svg>',
    );
    expect((await studio.inspect(['photos/a.svg'])).faults).toMatchObject([{ name: 'picture-too-large' }]);
  });

  test('all faults of a folder are reported together', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', 'words');
    await studio.put('photos/b.jpg', await scene(60, 40).jpeg().toBuffer());
    const { pictures, faults } = await studio.inspect(['photos/a.jpg', 'photos/b.jpg', 'photos/c.jpg']);
    expect(faults.map(({ name }) => name)).toEqual(['picture-format', 'picture-missing']);
    expect([...pictures.keys()]).toEqual(['photos/b.jpg']);
  });
});
