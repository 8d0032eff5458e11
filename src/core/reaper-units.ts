import { createHash } from 'node:crypto';
import { quote } from '../model/shell-quote.ts';

/** What tells a host to reap by itself every few minutes: units of systemd's and launchd's. */

const everyMinutes = 5;

export interface ReaperUnits {
  /** Of the units; several work dirs on one host have each their own. */
  name: string;
  service: string;
  timer: string;
  plist: string;
}

/** @param workDir absolute, on the host */
export function reaperUnits(workDir: string): ReaperUnits {
  const name = unitName(workDir);
  const script = reaperPath(workDir);
  const description = `Remove what lost pikaci runners left below ${workDir}`;
  return {
    name,
    service: `[Unit]
Description=${unitText(description)}

[Service]
Type=oneshot
ExecStart=/bin/sh ${execWord(script)}
`,
    timer: `[Unit]
Description=${unitText(description)}

[Timer]
OnActiveSec=0
OnUnitInactiveSec=${everyMinutes}min

[Install]
WantedBy=timers.target
`,
    plist: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${name}</string>
  <key>ProgramArguments</key>
  <array>
    <string>/bin/sh</string>
    <string>${xmlText(script)}</string>
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>StartInterval</key>
  <integer>${everyMinutes * 60}</integer>
</dict>
</plist>
`,
  };
}

/** For a host that has neither: a line of its user's crontab. */
export function crontabLine(workDir: string): string {
  // % would end the command.
  const script = quote(reaperPath(workDir)).replaceAll('%', String.raw`\%`);
  return `*/${everyMinutes} * * * * /bin/sh ${script}`;
}

export function reaperPath(workDir: string): string {
  return `${workDir}/reaper/reap.sh`;
}

/**
 * Another one for each folder: `-` stands for `/`, and any other byte than a letter, a digit or `.` is
 * escaped. Long ones are cut, as systemd takes no name of more than 255 characters.
 */
function unitName(workDir: string): string {
  const path = workDir.replace(/\/+$/, '');
  const escaped = [...Buffer.from(path)].map(escapedByte).join('');
  if (escaped.length <= longestPathInName) return `pikaci-reap${escaped}`;
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return `pikaci-reap${escaped.slice(0, longestPathInName)}-${hash}`;
}

const longestPathInName = 180;

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '/') return '-';
  return /[A-Za-z0-9.]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
}

/** % is for specifiers there; see systemd.unit(5). */
function unitText(text: string): string {
  return text.replaceAll('%', '%%');
}

/** See systemd.service(5), "Command lines". */
function execWord(word: string): string {
  return `"${unitText(word)
    .replace(/["\\]/g, String.raw`\$&`)
    .replaceAll('$', '$$$$')}"`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
