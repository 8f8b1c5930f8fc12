import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaption } from '../../src/photo/caption/caption.ts';
import { readExif } from '../../src/photo/caption/exif.ts';
import { readIptc } from '../../src/photo/caption/iptc.ts';
import { readXmp } from '../../src/photo/caption/xmp.ts';

/** One IIM data set. */
function dataSet(record: number, set: number, value: Uint8Array): Buffer {
  const head = Buffer.from([0x1c, record, set, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

/** An IIM stream as JPEG carries it: behind another Photoshop resource, with a name of odd length. */
function photoshop(stream: Buffer): Buffer {
  const resource = (id: number, name: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(6);
    head.write('8BIM', 0, 'latin1');
    head.writeUInt16BE(id, 4);
    const pascal = Buffer.from([name.length, ...Buffer.from(name, 'latin1')]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length, 0);
    const padded = (part: Buffer): Buffer => (part.length % 2 ? Buffer.concat([part, Buffer.alloc(1)]) : part);
    return Buffer.concat([head, padded(pascal), size, padded(data)]);
  };
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    resource(0x03ed, 'res', Buffer.from([1, 2, 3])),
    resource(0x0404, '', stream),
  ]);
}

const UTF8 = dataSet(1, 90, Buffer.from('\u001b%G', 'latin1'));

describe('IPTC-IIM', () => {
  test('caption and credit, UTF-8 announced', () => {
    const stream = Buffer.concat([
      UTF8,
      dataSet(2, 110, Buffer.from('新华社')),
      dataSet(2, 120, Buffer.from('一列动车驶过大桥。')),
    ]);
    expect(readIptc(stream)).toEqual({ caption: '一列动车驶过大桥。', credit: '新华社' });
    expect(readIptc(photoshop(stream))).toEqual({ caption: '一列动车驶过大桥。', credit: '新华社' });
  });

  test('GB 18030, as Chinese desks write it without saying so', () => {
    const gbk = Buffer.from([0xb3, 0xa4, 0xc9, 0xb3]);
    expect(readIptc(dataSet(2, 120, gbk))).toEqual({ caption: '长沙' });
  });

  test('the by-line stands in for a missing credit', () => {
    expect(readIptc(dataSet(2, 80, Buffer.from('J. Doe')))).toEqual({ credit: 'J. Doe' });
  });

  test('damaged blocks never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readIptc(bytes)));
    const whole = photoshop(Buffer.concat([UTF8, dataSet(2, 120, Buffer.from('a caption'))]));
    fc.assert(fc.property(fc.nat(whole.length), (end) => void readIptc(whole.subarray(0, end))));
  });
});

describe('XMP', () => {
  test('elements with alternatives', () => {
    const packet =
      '<x:xmpmeta><rdf:RDF><rdf:Description xmlns:dc="d"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">钻机 &amp; 矿山</rdf:li></rdf:Alt></dc:description>' +
      '<photoshop:Credit>企业供图</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>';
    expect(readXmp(packet)).toEqual({ caption: '钻机 & 矿山', credit: '企业供图' });
  });

  test('attributes, numeric entities, and the creator for a credit', () => {
    const packet = `<rdf:Description photoshop:Headline='no' dc:description="A &#x4e2d;&#25991; line"><dc:creator><rdf:Seq><rdf:li>J. Doe</rdf:li></rdf:Seq></dc:creator></rdf:Description>`;
    expect(readXmp(packet)).toEqual({ caption: 'A 中文 line', credit: 'J. Doe' });
  });

  test('says nothing where there is nothing', () => {
    expect(readXmp('<x:xmpmeta/>')).toEqual({});
    expect(readXmp('<dc:description/>')).toEqual({});
  });
});

/** An EXIF block with one ASCII tag, in either byte order. */
function exif(tag: number, text: string, little: boolean): Buffer {
  const value = Buffer.from(`${text}\0`, 'utf8');
  const block = Buffer.alloc(26 + value.length);
  const u16 = (at: number, number: number) =>
    little ? block.writeUInt16LE(number, at) : block.writeUInt16BE(number, at);
  const u32 = (at: number, number: number) =>
    little ? block.writeUInt32LE(number, at) : block.writeUInt32BE(number, at);
  block.write(little ? 'II' : 'MM', 0, 'latin1');
  u16(2, 42);
  u32(4, 8);
  u16(8, 1);
  u16(10, tag);
  u16(12, 2);
  u32(14, value.length);
  u32(18, 26);
  value.copy(block, 26);
  return block;
}

describe('EXIF', () => {
  test.each([true, false])('description and artist, little endian %s', (little) => {
    expect(readExif(exif(0x010e, 'Ice rink at night', little))).toEqual({ caption: 'Ice rink at night' });
    expect(readExif(exif(0x013b, 'J. Doe', little))).toEqual({ credit: 'J. Doe' });
  });

  test.each(['OLYMPUS DIGITAL CAMERA', 'SONY DSC', 'oplus_32', 'edf', 'default', 'DCIM\\100MEDIA\\DJI_0001.JPG'])(
    'what a camera writes by itself is no caption: %s',
    (words) => {
      expect(readCaption({ exif: exif(0x010e, words, true) })).toEqual({});
      expect(readCaption({ xmpAsString: `<dc:description>${words}</dc:description>` })).toEqual({});
    },
  );

  test('a camera’s words do not hide what an agency wrote', () => {
    const iptc = dataSet(2, 120, Buffer.from('晨光'));
    expect(readCaption({ iptc, xmpAsString: '<dc:description>default</dc:description>' })).toEqual({ caption: '晨光' });
  });

  test('damaged blocks never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void readExif(bytes)));
  });
});

test('XMP goes before IPTC, IPTC before EXIF, each field by itself', () => {
  const said = readCaption({
    exif: exif(0x010e, 'from EXIF', true),
    iptc: dataSet(2, 110, Buffer.from('from IPTC')),
    xmpAsString: '<dc:description>from XMP</dc:description>',
  });
  expect(said).toEqual({ caption: 'from XMP', credit: 'from IPTC' });
});

test('a caption is one line without invisible characters, as one that the desk writes', () => {
  const words = '\u200b一列动车\r\n驶过大桥。\u202e';
  expect(readCaption({ iptc: dataSet(2, 120, Buffer.from(words)) })).toEqual({ caption: '一列动车驶过大桥。' });
});
