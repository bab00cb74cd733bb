/** One service of a Compose file, as far as ours use the specification. */
export interface ComposeService {
  image: string;
  build?: { context: string; args: Record<string, string> };
  command?: readonly string[];
  environment?: Record<string, string>;
  ports?: readonly string[];
  volumes?: readonly string[];
  networks?: Record<string, { aliases: readonly string[] }>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: readonly string[]; interval: string; timeout: string; retries: number; start_period: string };
  read_only?: boolean;
  tmpfs?: readonly string[];
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
  restart?: string;
}

export interface ComposeFile {
  name: string;
  services: Record<string, ComposeService>;
  volumes: Record<string, object>;
}
