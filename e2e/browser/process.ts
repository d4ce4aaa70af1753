import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Process groups that never outlive the test process.
 *
 * A browser is a tree of processes, so everything is started as the leader of its own group and
 * signalled as a group. Should the test process end in any way, even by SIGKILL, a small watchdog
 * sees its end of a pipe close, kills the groups that are still there and removes temporary folders.
 */
export interface Group {
  readonly pid: number;
  readonly child: ChildProcess;
  /** True until the group's leader has exited. */
  alive(): boolean;
  /** Signals the whole group and waits until its leader is gone. */
  kill(signal?: NodeJS.Signals, waitMs?: number): Promise<void>;
}

export interface SpawnOptions {
  env?: NodeJS.ProcessEnv;
  /** File that receives stdout and stderr; without it they are dropped. */
  log?: string;
  /** Adds a pipe as file descriptor 3 (for `-displayfd 3` and the like). */
  pipe3?: boolean;
}

/** Starts `command` as the leader of a new process group that dies with this process. */
export function spawnGroup(command: string, args: string[], options: SpawnOptions = {}): Group {
  const log = options.log === undefined ? undefined : openSync(options.log, "a");
  const output = log ?? "ignore";
  const child = spawn(command, args, {
    detached: true,
    env: options.env ?? process.env,
    stdio: ["ignore", output, output, ...(options.pipe3 ? (["pipe"] as const) : [])],
  });
  if (log !== undefined) closeSync(log);
  if (child.pid === undefined) {
    child.on("error", () => {}); // the throw below says it
    throw new Error(`${command} could not be started: is it installed? (npm run setup)`);
  }
  child.unref(); // a forgotten browser must not keep the test process from ending
  const pid = child.pid;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  tellWatchdog(`+${pid}`);
  void ended.then(() => {
    signalGroup(pid, "SIGKILL"); // stragglers of a leader that went first
    tellWatchdog(`-${pid}`);
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    child,
    alive,
    async kill(signal = "SIGTERM", waitMs = 5000) {
      if (!alive()) return;
      child.ref();
      signalGroup(pid, signal);
      const late = await Promise.race([
        ended.then(() => false),
        sleep(waitMs, true, { ref: false }),
      ]);
      if (late) {
        signalGroup(pid, "SIGKILL");
        await ended;
      }
    },
  };
}

/** The last lines of a log file, to put into an error. */
export function logEnd(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").slice(-2000) : "";
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: the group is already gone
  }
}

let watchdog: ChildProcess | undefined;

/** A new temporary folder that goes with this process, if it is not removed before. */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  tellWatchdog(`/${folder}`);
  return folder;
}

/** `+pid` puts a group under the watchdog, `-pid` releases it; `/folder` is to be removed. */
function tellWatchdog(line: string): void {
  if (!watchdog) {
    const script = `
      groups=' '
      while read -r line; do
        case $line in
          +*) groups="$groups\${line#+} " ;;
          /*) set -- "$@" "\${line#/}" ;;
          -*) pid=\${line#-}; groups="\${groups%% $pid *} \${groups#* $pid }" ;;
        esac
      done
      for pid in $groups; do kill -s KILL -- "-$pid" 2>/dev/null; done
      [ $# = 0 ] || { sleep 0.3; rm -rf -- "$@"; }`;
    watchdog = spawn("/bin/sh", ["-c", script], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    watchdog.unref();
    (watchdog.stdin as unknown as { unref?: () => void }).unref?.();
    watchdog.stdin?.on("error", () => {}); // it can only fail by being gone
  }
  watchdog.stdin?.write(`${line}\n`);
}
