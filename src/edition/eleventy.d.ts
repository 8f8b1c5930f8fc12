/** What the edition calls of Eleventy 3, which ships no types. */
declare module '@11ty/eleventy' {
  import type { Environment } from 'nunjucks';

  /** The configuration object that plugins and config files are given. */
  export interface EleventyConfig {
    addPlugin<Options>(
      plugin: (config: EleventyConfig, options: Options) => unknown,
      options?: Options,
    ): Promise<void> | undefined;
    addTemplate(path: string, content: string, data?: object): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (...given: never[]) => unknown): void;
    addShortcode(name: string, shortcode: (...given: never[]) => unknown): void;
    addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;
    setLibrary(engine: string, environment: Environment): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(enabled: boolean): void;
    /** Eleventy's clocks; what took longer than a group's threshold is told on the terminal, unless that is 0. */
    readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(threshold: number): void } };
  }

  export interface EleventyPage {
    readonly url: string | false;
    readonly outputPath: string | false;
    readonly content: string;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        configPath?: string | false;
        quietMode?: boolean;
        config?: (config: EleventyConfig) => unknown;
      },
    );
    disableLogger(): void;
    toJSON(): Promise<readonly EleventyPage[]>;
  }
}
