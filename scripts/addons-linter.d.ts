declare module "addons-linter" {
  /** The part of it that is used: https://github.com/mozilla/addons-linter#use-as-a-library */
  export function createInstance(options: { config: object; runAsBinary: boolean }): {
    run(): Promise<unknown>;
  };
}
