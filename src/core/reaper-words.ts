import type { InstalledReaper } from './reaper.ts';
import { crontabLine, reaperPath, reaperUnits } from './reaper-units.ts';

/** Who runs a reaper that was installed, and what is left to do where nobody does, or not always. */
export function reaperLines({ workDir, scheduler }: InstalledReaper): readonly string[] {
  const unit = reaperUnits(workDir).name;
  switch (scheduler.kind) {
    case 'systemd':
      return [
        `${unit}.timer of systemd's user manager runs ${reaperPath(workDir)}`,
        ...(scheduler.always
          ? []
          : [
              'while its user is logged in; to have it run always, once, as root there: loginctl enable-linger USER',
            ]),
      ];
    case 'launchd':
      return [`${unit} of launchd runs ${reaperPath(workDir)} while its user is logged in`];
    case 'nobody':
      return [
        `wrote ${reaperPath(workDir)}, and found neither systemd's user manager nor launchd to run it`,
        `add to the crontab there: ${crontabLine(workDir)}`,
      ];
  }
}

/** What a run says that has installed one by itself. */
export function firstUseNote(installed: InstalledReaper): string {
  const [first = '', ...rest] = reaperLines(installed);
  const until =
    installed.scheduler.kind === 'nobody'
      ? ['until then, guests whose supervisor was killed stay until the next run there']
      : [
          ...(installed.scheduler.always ? ["its user's services go on without a login"] : []),
          '`pikaci reap --uninstall` ends that',
        ];
  return ['installed a reaper', first, ...rest, ...until].join('; ');
}
