import type { ImageSource } from './profile';

/** What a compose file says of a service that is asked and of those that it needs, as far as the lab gives it. */
export interface ComposeProject {
  /** Its path. */
  readonly file: string;
  /** The one that is asked. */
  readonly asked: ComposeService;
  /** Those that it needs, in the order in which they start. */
  readonly others: readonly ComposeService[];
  /** The volumes that these services have. */
  readonly volumes: readonly ProjectVolume[];
  /** What the lab gives nobody, each with its line, for a reader. */
  readonly withheld: readonly string[];
}

/** One service of a compose file. */
export interface ComposeService {
  readonly name: string;
  readonly source: ImageSource;
  readonly hostname: string | undefined;
  /** All by which the others find it: its own name, that of its container, its aliases. */
  readonly names: readonly string[];
  readonly settings: ContainerSettings;
  readonly dependsOn: readonly Dependency[];
}

/** Another service, and what is waited for before this one starts. */
export interface Dependency {
  readonly service: string;
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  /** Whether this one starts all the same where the other can't. */
  readonly optional: boolean;
}

/** How a container is made, besides its image and its host name. */
export interface ContainerSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[] | undefined;
  readonly command: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly workingDir: string | undefined;
  readonly readOnlyRoot: boolean;
  readonly addedCapabilities: readonly string[];
  readonly droppedCapabilities: readonly string[];
  /** Path → options of the mount. */
  readonly tmpfs: Readonly<Record<string, string>>;
  readonly volumes: readonly VolumeMount[];
  readonly files: readonly FileMount[];
  readonly healthcheck: Healthcheck | undefined;
}

/** A volume of the project in a container; without a name it is the container's own. */
export interface VolumeMount {
  readonly volume: string | undefined;
  readonly target: string;
  readonly readOnly: boolean;
}

/** A volume that lives as long as the project does. */
export interface ProjectVolume {
  readonly name: string;
  /** Whether it stands for a folder of the machine, and hides what the image has there. */
  readonly isFolder: boolean;
  /** That folder, which is copied; undefined where there is none yet. */
  readonly folder: string | undefined;
}

/** A file of the machine, or a text, that is copied into a container. */
export interface FileMount {
  readonly target: string;
  readonly from: { readonly path: string } | { readonly text: string };
  /** Permission bits, such as 0o444. */
  readonly mode: number;
}

/** As the engine takes it; what is undefined is the image's own, or the engine's. */
export interface Healthcheck {
  /** `['CMD', …]`, `['CMD-SHELL', …]` or `['NONE']`. */
  readonly test: readonly string[] | undefined;
  readonly intervalMs: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly startPeriodMs: number | undefined;
  readonly retries: number | undefined;
}
