/** Why the system refused a file or a folder, in words. */
import { both, type Phrase } from '../../fault.ts';

/** What its codes mean to a person; the others are told as they are. */
const REASONS: Readonly<Record<string, Phrase>> = {
  EACCES: both('permission denied', '没有权限'),
  EPERM: both('permission denied', '没有权限'),
  EROFS: both('the disk is read-only', '磁盘只读'),
  ENOSPC: both('the disk is full', '磁盘已满'),
  EDQUOT: both('the disk quota is used up', '磁盘配额已用完'),
  EEXIST: both('a file of that name is in the way', '被同名文件占着'),
  ENOTDIR: both('a part of the path is a file, no folder', '路径中有一段是文件，不是文件夹'),
  EISDIR: both('it is a folder', '它是文件夹'),
  ENOENT: both('nothing can be made there', '那里不能新建'),
  ELOOP: both('its links lead in a circle', '链接绕成了圈'),
  ENAMETOOLONG: both('the name is too long', '名字太长'),
};

/** The reason that an error of the file system carries. */
export function reasonOf(error: unknown): Phrase {
  const { code } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? code ?? String(error);
}
