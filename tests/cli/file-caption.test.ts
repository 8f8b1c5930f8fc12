/** What a picture's file says of itself is printed where the desk wrote nothing, and told. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Fault } from '../../src/fault.ts';
import { waves } from '../photo/studio.ts';
import { article, DATE, makePaper } from './paper.ts';
import { keptStreams } from './streams.ts';

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>渔民在江边收网。</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>';

it('stands on the web page and on the printed one', async () => {
  const photo = await waves(900, 600).withXmp(XMP).jpeg().toBuffer();
  const { paper, issue } = await makePaper({
    'pier.md': article('title: 码头的冬天\nphotos:\n  - file: photos/net.jpg'),
    'photos/net.jpg': photo,
    'issue.yaml': 'pages: 1\n',
  });
  const streams = keptStreams();
  await main(['build', issue, '--json', '--draft', '--only', 'web'], streams);
  const { faults } = JSON.parse(streams.stdout) as { faults: readonly Fault[] };
  expect(faults.map(({ name }) => name)).toContain('picture-caption-from-file');
  for (const page of ['pier', 'page-01'])
    expect(await readFile(path.join(paper, 'output', DATE, page, 'index.html'), 'utf8')).toContain('渔民在江边收网。');
}, 60_000);
