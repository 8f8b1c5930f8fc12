/** The command line's own words, in English and in Chinese, chosen by the locale. */
import type { Fault } from '../fault.ts';

export interface Words {
  readonly error: string;
  readonly warning: string;
  readonly interrupted: string;
  running(stage: string): string;
  /** One line after the faults; empty when there is nothing to say. */
  summary(faults: readonly Fault[]): string;
}

const count = (faults: readonly Fault[], severity: Fault['severity']): number =>
  faults.filter((fault) => fault.severity === severity).length;

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const english: Words = {
  error: 'fault',
  warning: 'warning',
  interrupted: 'Interrupted; nothing was changed.',
  running: (stage) => `${stage} …`,
  summary(faults) {
    const errors = count(faults, 'error');
    const warnings = count(faults, 'warning');
    const parts = [
      ...(errors > 0 ? [plural(errors, 'fault')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ];
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
  },
};

const chinese: Words = {
  error: '错误',
  warning: '提醒',
  interrupted: '已中断，未作任何改动。',
  running: (stage) => `${stage}……`,
  summary(faults) {
    const errors = count(faults, 'error');
    const warnings = count(faults, 'warning');
    const parts = [...(errors > 0 ? [`${errors} 处错误`] : []), ...(warnings > 0 ? [`${warnings} 处提醒`] : [])];
    return parts.length === 0 ? '' : `${parts.join('，')}。`;
  },
};

/** The words for a POSIX locale environment (LC_ALL before LC_MESSAGES before LANG). */
export function wordsFor(env: Readonly<Record<string, string | undefined>>): Words {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? chinese : english;
}
