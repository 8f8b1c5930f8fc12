/** Finds the folder of an issue by its name, DATE or DATE-EDITION. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { issueName } from './folder.ts';
import { issueSchema } from './schema/issue.ts';
import { readYaml } from './yaml.ts';

/** The folder of that name among those of `issues`, or the one of that date whose issue.yaml states the edition. */
export async function issueFolder(issues: string, name: string): Promise<string | undefined> {
  const { date, edition } = issueName(name) ?? {};
  if (date === undefined) return undefined;
  const asName = path.join(issues, name);
  if (existsSync(asName)) return asName;
  const asDate = path.join(issues, date);
  return edition !== undefined && edition === (await editionIn(asDate)) ? asDate : undefined;
}

async function editionIn(folder: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, 'issue.yaml'), 'utf8').catch(() => '');
  return readYaml({ text, file: 'issue.yaml', firstLine: 1 }, issueSchema).value?.edition;
}
