/** Which language what is written into a paper's folder speaks. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newspaperSchema } from './schema/newspaper.ts';
import { readYaml } from './yaml.ts';

/** Language of the paper in a folder, BCP 47; Chinese, as for the make-up, where it does not say or is not there. */
export function paperLanguage(folder: string): string {
  const file = path.join(folder, 'newspaper.yaml');
  if (!existsSync(file)) return 'zh-CN';
  const source = { text: readFileSync(file, 'utf8'), file: 'newspaper.yaml', firstLine: 1 };
  return readYaml(source, newspaperSchema).value?.language ?? 'zh-CN';
}
