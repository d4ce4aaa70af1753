import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { spawnGroup } from "./process.ts";

const run = promisify(execFile);

/** A place on the screen, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A screen of our own: an X server in memory with a window manager, and hands to use it. */
export interface Display {
  /** Value for the environment variable DISPLAY, such as `:104`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Runs xdotool on this display and returns what it printed. */
  xdotool(...args: (string | number)[]): Promise<string>;
  /** Moves the pointer there and presses a button (1 left, 2 middle, 3 right). */
  click(x: number, y: number, button?: 1 | 2 | 3): Promise<void>;
  /** Presses keys by their X names, such as `Tab`, `ctrl+z`, `Return`. */
  keys(...names: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Ids of the visible windows; a native menu is one of its own. */
  windows(): Promise<Set<string>>;
  /** How much is to be seen there (0 a plain surface) and what, of a square of so many pixels around the place. */
  looks(x: number, y: number, size: number): Promise<{ contrast: number; picture: string }>;
  /** Saves the whole screen as a PNG: what a person would see, native menus and prompts included. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts Xvfb on a free display number (it picks one itself) and openbox on it. Without a window
 * manager no window would get the focus, and keys would go nowhere.
 */
export async function startDisplay(width = 1440, height = 900): Promise<Display> {
  const screen = `${width}x${height}x24`;
  const server = spawnGroup(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
    { pipe3: true },
  );
  const number = await firstLine(server.child.stdio[3] as NodeJS.ReadableStream);
  const name = `:${number}`;
  const manager = spawnGroup("openbox", ["--sm-disable"], {
    env: { ...process.env, DISPLAY: name },
  });
  return {
    ...useDisplay(name, width, height),
    async stop() {
      await manager.kill();
      await server.kill();
    },
  };
}

/** The hands alone, for a display that somebody else started (a person's own screen). */
export function useDisplay(name: string, width: number, height: number): Display {
  const env = { ...process.env, DISPLAY: name };
  const xdotool = async (...args: (string | number)[]) =>
    (await run("xdotool", args.map(String), { env })).stdout.trim();
  return {
    name,
    width,
    height,
    xdotool,
    async click(x, y, button = 1) {
      const [left, top] = [Math.round(x), Math.round(y)];
      // From the pixel beside it: `--sync` waits for a movement, 15 s when the pointer is there already.
      await xdotool("mousemove", left + 1, top, "mousemove", "--sync", left, top, "click", button);
    },
    async keys(...names) {
      await xdotool("key", "--delay", 60, ...names);
    },
    async type(text) {
      await xdotool("type", "--delay", 30, text);
    },
    async windows() {
      const found = await xdotool("search", "--onlyvisible", "--maxdepth", 1, "--name", "");
      return new Set(found.split("\n"));
    },
    async looks(x, y, size) {
      const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
      const { stdout } = await run(
        "import",
        // oxfmt-ignore
        ["-silent", "-window", "root", "-crop", `${size}x${size}+${left}+${top}`,
          "-format", "%[fx:standard_deviation] %#", "info:"],
        { env },
      );
      const [contrast = "", picture = ""] = stdout.trim().split(" ");
      return { contrast: Number(contrast), picture };
    },
    async screenshot(file) {
      await sleep(400); // panels, popups and hover colours fade in
      await run("import", ["-silent", "-window", "root", file], { env });
    },
    async stop() {},
  };
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve(text.trim());
    });
    stream.on("end", () => reject(new Error("Xvfb ended before it named its display")));
    stream.on("error", reject);
  });
}
