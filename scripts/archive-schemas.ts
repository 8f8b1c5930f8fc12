/**
 * `npm run schema:archive SCHEMAS SNAPSHOT`: checks the ALTO and METS of a snapshot against the official XSDs with xmllint.
 * SCHEMAS is a folder with `alto-4-4.xsd`, `mets.xsd`, `mods-3-8.xsd`, `xlink.xsd` (and `xml.xsd`), as the Library of Congress
 * publishes them; they are not ours to carry. Imports by address are led to the files of the same name in that folder.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';

const [schemas, snapshot] = process.argv.slice(2);
if (schemas === undefined || snapshot === undefined) {
  console.error('Usage: npm run schema:archive FOLDER-OF-SCHEMAS SNAPSHOT');
  process.exit(2);
}

const room = await mkdtemp(join(tmpdir(), 'broadsheet-schemas-'));
const here = (text: string) =>
  text.replace(/schemaLocation="([^"]+)"/g, (_, place) => `schemaLocation="${basename(place)}"`);
try {
  for (const name of (await readdir(schemas)).filter((one) => one.endsWith('.xsd'))) {
    await writeFile(join(room, name), here(await readFile(join(schemas, name), 'utf8')));
  }
  const wrapper = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="http://www.loc.gov/METS/" schemaLocation="mets.xsd"/>
    <xs:import namespace="http://www.loc.gov/mods/v3" schemaLocation="mods-3-8.xsd"/>
  </xs:schema>`;
  await writeFile(join(room, 'mets-with-mods.xsd'), wrapper);
  const files = (await readdir(snapshot, { recursive: true })).filter((path) =>
    /(?:alto[/\\]\d+|mets)\.xml$/.test(path),
  );
  let failed = 0;
  for (const path of files.sort()) {
    const schema = join(room, path.endsWith('mets.xml') ? 'mets-with-mods.xsd' : 'alto-4-4.xsd');
    try {
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, join(snapshot, path)], { stdio: 'pipe' });
      console.log(`${relative(snapshot, join(snapshot, path))}: valid`);
    } catch (error) {
      failed += 1;
      console.error(String((error as { stderr?: Buffer }).stderr ?? error));
    }
  }
  process.exitCode = failed === 0 && files.length > 0 ? 0 : 1;
} finally {
  await rm(room, { recursive: true, force: true });
}
