/** How often a property is tried: as often as it says, or that many times `BROADSHEET_FUZZ` (`npm run fuzz:issue`). */
export const runs = (usual: number): number => usual * Number(process.env['BROADSHEET_FUZZ'] ?? 1);
