/**
 * Pages that were made before. A live desk makes the same issue again after every edit; a page whose task is the same,
 * word for word, is not searched for twice. The name of a page is everything that the search reads, so a remembered
 * page is the page that the search would find.
 */
import type { Copy } from '../typeset/model.ts';
import type { FailedPage, MadePage, PageMemory } from './page/page.ts';
import type { Desk, PageTask } from './page/task.ts';

/** Searches remembered at most; a page of an issue is asked for a few times in each run. */
const MOST = 256;

/** What a memory did, for whoever wants to know that only the touched pages were made. */
export interface Remembering {
  readonly memory: PageMemory;
  /** Numbers of the pages searched for since the last call, each once, sorted. */
  searched(): readonly number[];
}

/**
 * A memory for one session.
 *
 * Unchanged articles must come with the same `Copy` object: it stands for the article and for the type that it is set in.
 * @param beyond Asked for what the session has not made itself.
 */
export function rememberPages(beyond?: PageMemory): Remembering {
  const known = new Map<string, MadePage | FailedPage>();
  const numbers = new WeakMap<object, number>();
  const searched = new Set<number>();
  let next = 0;
  const numberOf = (object: object): number => {
    const number = numbers.get(object) ?? next++;
    numbers.set(object, number);
    return number;
  };
  return {
    memory(desk, task, make) {
      const key = searchName(desk, task, numberOf);
      const remembered = known.get(key);
      const search: typeof make = (...asked) => {
        searched.add(task.page.number);
        return make(...asked);
      };
      const made = remembered ?? (beyond ? beyond(desk, task, search) : search(desk, task));
      // The one used last goes last: the oldest is forgotten first.
      known.delete(key);
      known.set(key, made);
      if (known.size > MOST) known.delete(known.keys().next().value ?? '');
      return made;
    },
    searched() {
      const pages = [...searched].sort((one, other) => one - other);
      searched.clear();
      return pages;
    },
  };
}

/**
 * Everything that the search of a page reads, as one text.
 * @param nameOf Stands for an article and the type that it is set in.
 */
export function searchName(desk: Desk, task: PageTask, nameOf: (copy: Copy) => unknown): string {
  const files = [
    ...task.stories.flatMap(({ copy }) => copy.article.photos.map(({ file }) => file)),
    ...[...task.ads, ...task.fillers].map(({ file }) => file),
  ];
  const pictures = files.map((file) => desk.pictures.get(file) ?? file);
  const settings = [desk.weights, desk.language, [...desk.labels]];
  return JSON.stringify([task, settings, pictures], function (key, value: unknown) {
    return key === 'copy' && 'copy' in this ? nameOf(value as Copy) : value;
  });
}
